import type { solutionStates } from './solution.ts'

export type PartnerStatus = (typeof solutionStates)[keyof typeof solutionStates]['partner']

/** What becomes of the request in the client's Business Manager, with the intent of the partner. @see sources openapi */
export const requestStatusOf = {
  PENDING: 'IN_PROGRESS',
  ACTIVE: 'IN_PROGRESS',
  COMPLETED: 'APPROVE',
  CANCELLED: 'CANCELED',
} as const

export type OboRequestStatus = (typeof requestStatusOf)[keyof typeof requestStatusOf]

/**
 * What an intent type of `POST /{waba}/obo_mobility_intent` does: the status that is answered, that of the node, and
 * whether an intent must be there. Which status follows from which type is assumed; the description gives two samples.
 * @see sources openapi
 */
export const handoverTypes = {
  INITIATE_TRANSFER: { answer: 'PENDING', node: 'PENDING' },
  CONFIRM_TRANSFER: { answer: 'APPROVED', node: 'ACTIVE' },
  CANCEL_TRANSFER: { answer: 'REJECTED', node: 'CANCELLED' },
  REQUEST_HANDOVER: { answer: 'PENDING', node: 'PENDING' },
  APPROVE_HANDOVER: { answer: 'APPROVED', node: 'ACTIVE' },
  REJECT_HANDOVER: { answer: 'REJECTED', node: 'CANCELLED' },
} as const

/** The last day on which accounts held on behalf could be transferred, as Meta announced. @see sources obo-deprecation */
export const LAST_TRANSFER_DAY = '2025-10-01'
