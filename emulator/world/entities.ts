import type { authInternational } from '../../contracts/account-shapes.ts'
import type { NodeType, Permission } from '../../contracts/node.ts'
import type { appRoles } from '../../contracts/permission-names.ts'
import type { Static } from '../../contracts/schema.ts'
import type { Ad, AdSet, Campaign } from './ads.ts'
import type { Dataset } from './dataset.ts'
import type { Media, UploadSession } from './media.ts'
import type { AccountRestriction, CreativeFeatures, MessagingLimit, PhoneNumber, WabaSubscription } from './number.ts'
import type { AdReportRun } from './report-run.ts'
import type {
  MigrationIntent,
  OboMobilityIntent,
  OnBehalfRequest,
  SolutionPartner,
  WhatsAppBusinessSolution,
} from './solutions.ts'
import type { MessageTemplate } from './template.ts'
import type { TemplateGroup } from './template-group.ts'

export type { Ad, AdSet, Campaign } from './ads.ts'
export type { Dataset } from './dataset.ts'
export type { PhoneNumber, WabaSubscription } from './number.ts'
export type { AdReportRun } from './report-run.ts'
export type {
  MigrationIntent,
  OboMobilityIntent,
  OnBehalfRequest,
  SolutionPartner,
  WhatsAppBusinessSolution,
} from './solutions.ts'

/**
 * What a world consists of. Entities are never changed in place: a change is a new object that is `put`.
 * Fields in snake_case are what Graph calls them and are read as they stand; fields in camelCase are ours.
 * Times are milliseconds since 1970.
 */
interface Entity<T extends NodeType> {
  readonly nodeType: T
  readonly id: string
}

export type AuthInternational = Static<typeof authInternational>

export interface Business extends Entity<'Business'> {
  readonly name: string
  /** ISO 3166 code of where the business is. */
  readonly country: string
  readonly verification_status: string
  readonly timezone_id: number
  readonly created_time: string
  readonly vertical?: string
  /** What kind of partner of Meta it is; absent for an ordinary business. */
  readonly partner?: 'solution-partner' | 'tech-provider'
  /** When the partner accepted the Marketing Messages terms in its App Dashboard. */
  readonly partnerTermsAcceptedAt?: number
  /** When an admin of the business accepted the Marketing Messages terms of service. */
  readonly termsSignedAt?: number
  /** How many people a day its numbers may write to first, all together. */
  readonly messagingLimit: MessagingLimit
  /** Where Meta found that it is based, ISO 3166; where it is registered, until then. */
  readonly primaryLocation?: string
  /** From when on authentication-international rates hold for it, as Graph tells it: seconds. */
  readonly authInternational?: AuthInternational
}

export interface Application extends Entity<'Application'> {
  readonly name: string
  readonly link: string
  readonly businessId: string
  readonly secret: string
  readonly access: Readonly<Partial<Record<Permission, 'standard' | 'advanced'>>>
  /** When App Review was asked for Advanced access to a permission, until it answers. */
  readonly reviews: Readonly<Partial<Record<Permission, number>>>
  /** The people who have a role on it, by their ids. */
  readonly roles: Readonly<Record<string, AppRole>>
  readonly subscription?: AppSubscription
  /** It is in Dev mode: not all webhooks are sent. */
  readonly inDevelopment?: true
  /** Hosts of pages that may log people in, and where the login dialog may lead back to. This machine where absent. */
  readonly allowedDomains?: readonly string[]
  readonly redirectUris?: readonly string[]
}

export type AppRole = (typeof appRoles)[number]

/** `POST /{app}/subscriptions` for the object whatsapp_business_account. */
export interface AppSubscription {
  readonly callbackUrl: string
  readonly verifyToken: string
  readonly fields: readonly string[]
  /** The Graph version of the call that subscribed. */
  readonly version: string
}

export interface SystemUser extends Entity<'SystemUser'> {
  readonly name: string
  readonly role: 'ADMIN' | 'EMPLOYEE'
  readonly businessId: string
  /** The accounts that an EMPLOYEE may use; an ADMIN may use all of its business. */
  readonly assigned: readonly string[]
  /** The apps that were installed for it. */
  readonly apps?: readonly string[]
}

/** A person; `adminOf` the business that they administer. */
export interface User extends Entity<'User'> {
  readonly name: string
  readonly email: string
  readonly adminOf: string
}

export interface WhatsAppBusinessAccount extends Entity<'WhatsAppBusinessAccount'> {
  readonly name: string
  readonly currency: string
  readonly timezone_id: string
  /** The time zone that `timezone_id` stands for, by its IANA name. */
  readonly zone: string
  readonly message_template_namespace: string
  readonly account_review_status: 'PENDING' | 'APPROVED' | 'REJECTED'
  readonly business_verification_status: string
  /** Tax country, ISO 3166. */
  readonly country: string
  readonly creation_time: number
  readonly status: 'ACTIVE' | 'RESTRICTED' | 'DISABLED'
  /** What it may not do, and until when. */
  readonly restrictions?: readonly AccountRestriction[]
  /** When Meta will disable it, as it announced. */
  readonly disablesAt?: number
  /** Whether it counts as active for rate limits: it has a registered number. */
  readonly isActive: boolean
  readonly primary_funding_id?: string
  /** When an admin deleted it: nobody can read or use it any more. */
  readonly deletedAt?: number
  readonly ownerId: string
  /** The client on whose behalf the owner (a partner) holds the account: the OBO model. */
  readonly onBehalfOfId?: string
  readonly sharedWith: readonly string[]
  /** Apps that reach it by their business token alone, though it is not shared with their business. */
  readonly installedApps?: readonly string[]
  readonly mobilityIntentId?: string
  readonly solutionId?: string
  /** Since when it is in the solution. */
  readonly solutionSince?: number
  /** A partner asked for its making: business tokens do not reach it, and the client cannot pay for it. */
  readonly partnerInitiated?: true
  readonly adAccountId?: string
  /** When it left the Marketing Messages API again, as it left the WhatsApp Business app. */
  readonly offboardedAt?: number
  readonly subscribedApps: readonly WabaSubscription[]
  /** Marketing templates are refused on /messages, and /marketing_messages no longer falls back. */
  readonly disable_marketing_messages_on_cloud_api: boolean
  readonly is_enabled_for_insights: boolean
  /** False: the agreement for the beta of max prices was not signed. */
  readonly maxPriceAgreementSigned?: boolean
  readonly template_auto_archival_enabled: boolean
  /** Countries (ISO 3166) whose people the account may not message. */
  readonly restrictedCountries?: readonly string[]
  /** Until when its sends are limited, as its templates were filed under wrong categories. */
  readonly classificationLimitUntil?: number
  /** Creative optimisations that somebody chose for it; the others are as Meta has them by default. */
  readonly creativeFeatures?: CreativeFeatures
}

export interface AdAccount extends Entity<'AdAccount'> {
  readonly account_id: string
  readonly account_status: number
  /** In the smallest unit of the currency, as a string. */
  readonly balance: string
  readonly timezone_name: string
  readonly name: string
  readonly currency: string
  readonly businessId: string
  readonly createdAt: number
  /** Why it is disabled, by Graph's numbers; 0 for no reason. */
  readonly disable_reason: number
  /** When its WABA left. */
  readonly disabledAt?: number
  /** Made by the onboarding: nobody may spend from it. */
  readonly readOnly: true
}

/** A request of a partner to a client: of the Intent API, or to make an account. */
export interface BusinessAgreement extends Entity<'BusinessAgreement'> {
  readonly request_status: 'PENDING' | 'APPROVE' | 'DECLINE' | 'EXPIRED' | 'CANCELED'
  readonly fromId: string
  readonly appId: string
  readonly toId: string
  readonly solutionId?: string
  readonly createdAt: number
  /** The account that the partner asks the client to make; absent: it is a request of the Intent API. */
  readonly account?: { readonly name: string; readonly appOnly: boolean }
}

/** Graph itself, for operations that stand on no node. */
export interface GraphRoot {
  readonly nodeType: 'Graph'
  readonly id: ''
}

export interface Entities {
  readonly Graph: GraphRoot
  readonly Ad: Ad
  readonly AdAccount: AdAccount
  readonly AdReportRun: AdReportRun
  readonly AdSet: AdSet
  readonly Application: Application
  readonly Business: Business
  readonly BusinessAgreement: BusinessAgreement
  readonly BusinessMessagingTemplateGroup: TemplateGroup
  readonly BusinessOwnedObjectOnBehalfOfRequest: OnBehalfRequest
  readonly Campaign: Campaign
  readonly Dataset: Dataset
  readonly SystemUser: SystemUser
  readonly UploadSession: UploadSession
  readonly User: User
  readonly WhatsAppBusinessAccount: WhatsAppBusinessAccount
  readonly WhatsAppBusinessAccountMigrationIntent: MigrationIntent
  readonly WhatsAppBusinessAccountOBOMobilityIntent: OboMobilityIntent
  readonly WhatsAppBusinessAccountToNumberCurrentStatus: PhoneNumber
  readonly WhatsAppBusinessHSM: MessageTemplate
  readonly WhatsAppBusinessMedia: Media
  readonly WhatsAppBusinessSolution: WhatsAppBusinessSolution
  readonly WhatsAppBusinessSolutionPartner: SolutionPartner
}

export type AnyEntity = Entities[NodeType]
