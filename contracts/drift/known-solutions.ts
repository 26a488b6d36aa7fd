import type { KnownDrift } from './known-drift.ts'

/** What Meta's descriptions have of solutions, transfers and migrations otherwise than the contracts. */
export const solutionDrifts: readonly KnownDrift[] = [
  {
    reason: 'What must be there by the description need not by the guides: rulings decide, and behaviours check it.',
    sources: ['multi-partner-solutions', 'migrating-among-solutions'],
    of: {
      'param POST WhatsAppBusinessAccount/phone_numbers': 'verified_name optional',
      'param POST WhatsAppBusinessAccount/set_obo_mobility_intent': 'waba_id optional',
      'param POST WhatsAppBusinessAccount/set_solution_migration_intent':
        'migration_intent optional; solution_id optional; app_id',
      'param POST WhatsAppBusinessSolution/accept': 'partner_app_id optional',
      'param POST WhatsAppBusinessSolution/reject': 'request_type optional',
      'param POST WhatsAppBusinessSolution/reject_deactivation_request':
        'reject_deactivation_request optional; fields',
    },
  },
]
