/**
 * The states of a Multi-Partner Solution, by what the webhook calls them: what the node shows of each, what its partner
 * is then, and what the App Dashboard writes. A deactivation that was asked for leaves the solution ACTIVE.
 * @see sources multi-partner-solutions, partner-solutions-webhook, openapi
 */
export const solutionStates = {
  DRAFT: { status: 'DRAFT', pending: 'NONE', partner: 'DRAFT', shown: 'Draft' },
  INITIATED: { status: 'INITIATED', pending: 'PENDING_ACTIVATION', partner: 'NOTIFICATION_SENT', shown: 'Pending' },
  ACTIVE: { status: 'ACTIVE', pending: 'NONE', partner: 'ACCEPTED', shown: 'Active' },
  REJECTED: { status: 'REJECTED', pending: 'NONE', partner: 'REJECTED', shown: 'Inactive' },
  PENDING_DEACTIVATION: {
    status: 'ACTIVE',
    pending: 'PENDING_DEACTIVATION',
    partner: 'ACCEPTED',
    shown: 'Pending deactivation',
  },
  DEACTIVATED: { status: 'DEACTIVATED', pending: 'NONE', partner: 'DEACTIVATED', shown: 'Deactivated' },
} as const

export type SolutionState = keyof typeof solutionStates

/**
 * Who moves a solution from where to where. What is once accepted is declined no longer, and only the owner asks for
 * the end. @see sources multi-partner-solutions
 */
export const solutionMoves = {
  send: { by: 'owner', from: 'DRAFT', to: 'INITIATED' },
  accept: { by: 'partner', from: 'INITIATED', to: 'ACTIVE' },
  reject: { by: 'partner', from: 'INITIATED', to: 'REJECTED' },
  send_deactivation_request: { by: 'owner', from: 'ACTIVE', to: 'PENDING_DEACTIVATION' },
  accept_deactivation_request: { by: 'partner', from: 'PENDING_DEACTIVATION', to: 'DEACTIVATED' },
  reject_deactivation_request: { by: 'partner', from: 'PENDING_DEACTIVATION', to: 'ACTIVE' },
} as const

export type SolutionMove = keyof typeof solutionMoves
