import type { ErrorName } from './errors.ts'
import type { RulingName } from './rulings.ts'
import type { JsonSchema } from './schema.ts'
import type { Basis, Citation } from './sources.ts'
import type { Version } from './versions.ts'

/** Graph's own names for the types of nodes; they stand in its error messages. */
export type NodeType =
  | 'Ad'
  | 'AdAccount'
  | 'AdReportRun'
  | 'AdSet'
  | 'Application'
  | 'Business'
  | 'BusinessAgreement'
  | 'BusinessMessagingTemplateGroup'
  | 'BusinessOwnedObjectOnBehalfOfRequest'
  | 'Campaign'
  | 'Dataset'
  | 'SystemUser'
  | 'UploadSession'
  | 'User'
  | 'WhatsAppBusinessAccount'
  | 'WhatsAppBusinessAccountMigrationIntent'
  | 'WhatsAppBusinessAccountOBOMobilityIntent'
  | 'WhatsAppBusinessAccountToNumberCurrentStatus'
  | 'WhatsAppBusinessHSM'
  | 'WhatsAppBusinessMedia'
  | 'WhatsAppBusinessSolution'
  | 'WhatsAppBusinessSolutionPartner'

export type Permission =
  | 'ads_read'
  | 'business_management'
  | 'public_profile'
  | 'whatsapp_business_manage_events'
  | 'whatsapp_business_management'
  | 'whatsapp_business_messaging'

/** One field that can be read of a node. */
export interface FieldContract {
  readonly schema: JsonSchema
  /** Part of the reply when the call names no `fields`. */
  readonly default?: true
  /** The type of node that the field leads to; `field{a,b}` chooses fields of that node. */
  readonly node?: NodeType
  /** Graph leaves the field out of the reply when the token lacks one of these. */
  readonly permissions?: readonly Permission[]
  /** First and last Graph version that has the field. */
  readonly since?: Version
  readonly until?: Version
  /** The ruling that says what a later version answers: that there is no such field, that it is deprecated, or its value. */
  readonly afterwards?: RulingName
  /** It takes parameters, `field.start(1).end(2)`: read as the edge of the same name. */
  readonly edge?: true
  /** Known, but this emulator cannot answer it yet: 501. */
  readonly notBuilt?: true
  readonly basis?: Basis
  /** What of it no source gives, and why it was chosen so. Must be there when the basis is `assumed`. */
  readonly assumes?: string
  readonly sources?: readonly Citation[]
}

/** What can be read of one type of node. A field without a basis and sources has those of its node. */
export interface NodeContract {
  readonly type: NodeType
  /** The name of the operation that reads it; Meta's operationId where it has one. */
  readonly read: string
  readonly permissions: readonly Permission[]
  /** What reading it takes beside `fields`. */
  readonly params?: Readonly<Record<string, JsonSchema>>
  /** What reading it can fail with, beyond the errors of any call. */
  readonly errors?: readonly ErrorName[]
  readonly rulings?: readonly RulingName[]
  /** Part of the Marketing API. */
  readonly marketing?: true
  readonly fields: Readonly<Record<string, FieldContract>>
  readonly basis: Basis
  /** As that of a field. */
  readonly assumes?: string
  readonly sources: readonly [Citation, ...Citation[]]
}

/** Keeps the literal types of a node contract. */
export function defineNode<const C extends NodeContract>(contract: C): C {
  return contract
}
