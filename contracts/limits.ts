/** How many calls Graph takes per hour, and messages in their time, before it refuses. */
export interface Limits {
  /** Per app and user of it, for what no other limit is for. */
  readonly appCallsPerUser: number
  /** Per app and WhatsApp Business Account that has no registered number. */
  readonly wabaCalls: number
  /** Per app and WhatsApp Business Account that has one. */
  readonly activeWabaCalls: number
  /** Calls of the Intent API per app. The pages say that it is limited, and give no number: assumed. */
  readonly intentCalls: number
  /** Messages per second of a number of throughput STANDARD, of HIGH, and of one that the Business app uses too. */
  readonly messagesPerSecond: number
  readonly highMessagesPerSecond: number
  readonly coexistenceMessagesPerSecond: number
  /** Seconds per message from one number to one recipient, and how many may be sent ahead of that. */
  readonly pairSeconds: number
  readonly pairBurst: number
  /** Marketing messages that one recipient gets in 24 hours. Meta's number is dynamic and told nowhere: there is none unless a world sets it. */
  readonly marketingPerRecipient?: number
  /** Calls of Insights, and of all else of ads, an hour, per app and ad account: those of `adsQuotas` unless a world sets a number. */
  readonly insightsCalls?: number
  readonly adsCalls?: number
  /** Rows that one insights call, and one report run, may come to. Meta's numbers are told nowhere: assumed. */
  readonly insightsRows: number
  readonly reportRows: number
  /** Templates created per account in an hour. */
  readonly templateCreations: number
}

/** @see sources graph-rate-limits, openapi, throughput, about-the-platform, per-user-limits, template-overview */
export const defaultLimits: Limits = {
  appCallsPerUser: 200,
  wabaCalls: 200,
  activeWabaCalls: 5000,
  intentCalls: 200,
  messagesPerSecond: 80,
  highMessagesPerSecond: 1000,
  coexistenceMessagesPerSecond: 20,
  pairSeconds: 6,
  pairBurst: 45,
  insightsRows: 1_000_000,
  reportRows: 5_000_000,
  templateCreations: 100,
}

/** The limits that a world has only if it sets them. */
export const optionalLimits = ['marketingPerRecipient', 'insightsCalls', 'adsCalls'] as const

/** What an app may do with the Marketing API, as the usage headers call it. */
export type AdsTier = 'development_access' | 'standard_access'

/**
 * Calls an hour, per app and ad account, by business use case: what the tier of the app has, and more for each active ad.
 * User errors take from it.
 * @see sources ads-rate-limits
 */
export const adsQuotas = {
  ads_insights: { development_access: 600, standard_access: 190_000, perAd: 400, perError: 0.001 },
  ads_management: { development_access: 300, standard_access: 100_000, perAd: 40, perError: 0 },
} as const satisfies Record<string, Record<AdsTier | 'perAd' | 'perError', number>>

export type AdsUseCase = keyof typeof adsQuotas
