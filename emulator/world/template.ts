import type {
  qualityScores,
  rejectedReasons,
  templateCategories,
  templateStatuses,
} from '../../contracts/nodes/message-template.ts'

export type TemplateStatus = (typeof templateStatuses)[number]
export type TemplateCategory = (typeof templateCategories)[number]
export type QualityScore = (typeof qualityScores)[number]

/** A message template. Times in camelCase are milliseconds, those in snake_case as Graph writes them. */
export interface MessageTemplate {
  readonly nodeType: 'WhatsAppBusinessHSM'
  readonly id: string
  readonly accountId: string
  /** The group that it is in: one at a time. */
  readonly groupId?: string
  readonly name: string
  readonly language: string
  readonly category: TemplateCategory
  readonly previous_category?: TemplateCategory
  readonly correct_category?: TemplateCategory
  readonly sub_category?: string
  readonly status: TemplateStatus
  readonly parameter_format: 'NAMED' | 'POSITIONAL'
  readonly components: readonly TemplateComponent[]
  readonly quality_score: { readonly score: QualityScore; readonly date: number }
  readonly rejected_reason: (typeof rejectedReasons)[number]
  /** -1 where allowed: 30 days. */
  readonly message_send_ttl_seconds?: number
  readonly cta_url_link_tracking_opted_out?: boolean
  readonly degrees_of_freedom_spec?: object
  readonly optimization_spec?: OptimizationSpec
  readonly library_template_name?: string
  readonly last_updated_time: string
  readonly createdAt: number
  /** When its ad entities are ready; absent: it is not synced, and nobody syncs it. */
  readonly syncedAt?: number
  /** Its ad entities; absent until it is synced, and again once its account left. */
  readonly campaignId?: string
  readonly adSetId?: string
  readonly adId?: string
  /** The ad sync failed for good. */
  readonly syncFailed?: boolean
  /** When a message was last sent from it; after 7 days without one it is dormant. */
  readonly lastSentAt?: number
  /** When it was edited, of the last 30 days. */
  readonly editedAt: readonly number[]
  /** When its max price was edited, of the last day. */
  readonly pricedAt?: readonly number[]
  /** It passed a review once: when it is deleted, its name is blocked for 30 days. */
  readonly wasApproved?: true
  /** The category that it had before an edit that is under review. */
  readonly editedFrom?: TemplateCategory
  /** What it was before somebody appealed. */
  readonly appealedFrom?: TemplateStatus
  /** Since when it is in the archive, and what it was before. */
  readonly archived?: { readonly at: number; readonly from: TemplateStatus }
  /** When it was brought back from the archive, or appealed for. */
  readonly wokenAt?: number
  /** Since when it is deleted. It stays in the world, unseen, for its name and for messages on their way. */
  readonly deletedAt?: number
  /** How often it was paused for its quality. */
  readonly pauses: number
  /** Until when it is paused; absent in a pause that somebody must end. */
  readonly pausedUntil?: number
  /** How many messages are sent before the rest is held, until its quality is known. Absent: it is not paced. */
  readonly pacing?: { readonly after: number; readonly sent: number; readonly heldSince?: number }
}

/** A max price: what a message may cost at most, per 1,000 deliveries, in the smallest unit of the currency. */
export interface OptimizationSpec {
  readonly bid_amount: number
  readonly bid_strategy: string
}

/** As Graph writes a component: types and formats in upper case. */
export interface TemplateComponent {
  readonly type: string
  readonly format?: string
  readonly text?: string
  readonly buttons?: readonly TemplateButton[]
  readonly cards?: readonly { readonly components: readonly TemplateComponent[] }[]
  readonly limited_time_offer?: { readonly text?: string; readonly has_expiration?: boolean }
  readonly example?: Readonly<Record<string, unknown>>
  readonly [more: string]: unknown
}

export interface TemplateButton {
  readonly type: string
  readonly text?: string
  readonly url?: string
  readonly phone_number?: string
  readonly example?: string | readonly string[]
  readonly [more: string]: unknown
}
