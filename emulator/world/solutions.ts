import type { OboRequestStatus, PartnerStatus } from '../../contracts/lifecycles/obo.ts'

/** A Multi-Partner Solution. The invited partner's side is a node of its own. */
export interface WhatsAppBusinessSolution {
  readonly nodeType: 'WhatsAppBusinessSolution'
  readonly id: string
  readonly name: string
  readonly status: 'DRAFT' | 'INITIATED' | 'ACTIVE' | 'REJECTED' | 'DEACTIVATED'
  readonly status_for_pending_request: 'PENDING_ACTIVATION' | 'PENDING_DEACTIVATION' | 'NONE'
  readonly owner_permissions: readonly string[]
  readonly ownerAppId: string
  readonly partnerAppId: string
}

export interface SolutionPartner {
  readonly nodeType: 'WhatsAppBusinessSolutionPartner'
  readonly id: string
  readonly status: PartnerStatus
  readonly partner_permissions: readonly string[]
  readonly appId: string
  readonly solutionId: string
}

/** That an account which a partner holds is to become its client's own. */
export interface OboMobilityIntent {
  readonly nodeType: 'WhatsAppBusinessAccountOBOMobilityIntent'
  readonly id: string
  readonly status: 'PENDING' | 'ACTIVE' | 'COMPLETED' | 'CANCELLED'
  readonly created_time: string
  readonly updated_time: string
  readonly wabaId: string
  readonly solutionId?: string
}

/** The same, as the client's Business Manager has it. */
export interface OnBehalfRequest {
  readonly nodeType: 'BusinessOwnedObjectOnBehalfOfRequest'
  readonly id: string
  readonly status: OboRequestStatus
  readonly business_owned_object: string
  readonly intentId: string
  readonly fromId: string
  readonly toId: string
}

/** That an account is to go into, to another, or out of a solution. */
export interface MigrationIntent {
  readonly nodeType: 'WhatsAppBusinessAccountMigrationIntent'
  readonly id: string
  readonly status: 'INITIATED' | 'ACCEPTED' | 'COMPLETED' | 'REJECTED'
  readonly wabaId: string
  /** The app that asked for it. */
  readonly appId: string
  /** Where it goes; absent: out of the solution that it is in. */
  readonly solutionId?: string
  /** The new account, once the client has accepted. */
  readonly destinationId?: string
}
