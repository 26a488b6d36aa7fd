import type { KnownDrift } from './known-drift.ts'

/** What Meta's descriptions have of solutions, transfers and migrations otherwise than the contracts. */
export const solutionDrifts: readonly KnownDrift[] = [
  {
    reason: 'Of solutions, transfers and migrations the guides have another shape; rulings decide which one holds.',
    sources: ['multi-partner-solutions', 'migrating-among-solutions', 'migrating-off-solutions'],
    of: {
      'field GET WhatsAppBusinessAccountMigrationIntent': 'solution; destination_waba',
      'field GET WhatsAppBusinessSolution/access_token': 'data',
      'field POST WhatsAppBusinessSolution/accept_deactivation_request': 'success',
      'field POST WhatsAppBusinessSolution/reject_deactivation_request': 'success',
      'field POST WhatsAppBusinessAccount/set_obo_mobility_intent': 'id',
      'field POST WhatsAppBusinessAccount/set_solution_migration_intent': 'id',
      'operation GET': 'WhatsAppBusinessSolution/partners',
      'param POST Application/whatsapp_business_solution':
        'owner_permissions/* -DEVELOP,MANAGE,MANAGE_EXTENSIONS,MANAGE_PHONE,MANAGE_PHONE_ASSETS,MANAGE_TEMPLATES,VIEW_COST,VIEW_PHONE_ASSETS,VIEW_TEMPLATES; partner_permissions/* -DEVELOP,MANAGE,MANAGE_EXTENSIONS,MANAGE_PHONE,MANAGE_PHONE_ASSETS,MANAGE_TEMPLATES,VIEW_COST,VIEW_PHONE_ASSETS,VIEW_TEMPLATES',
      'param POST WhatsAppBusinessAccount/phone_numbers': 'verified_name required',
      'param POST WhatsAppBusinessAccount/set_obo_mobility_intent': 'waba_id required',
      'param POST WhatsAppBusinessAccount/set_solution_migration_intent':
        'app_id; migration_intent required; solution_id required',
      'param POST WhatsAppBusinessSolution/accept': 'partner_app_id required',
      'param POST WhatsAppBusinessSolution/reject': 'request_type required',
      'param POST WhatsAppBusinessSolution/reject_deactivation_request': 'reject_deactivation_request required',
    },
  },
  {
    reason: 'Only the description of solutions has it: errors that captures show otherwise, and fields of replies.',
    sources: ['openapi'],
    of: {
      'error GET Application/whatsapp_business_solutions': '200/1349174',
      'error GET WhatsAppBusinessAccount/in_progress_onbehalf_request': '200/1349174',
      'error GET WhatsAppBusinessAccount/solutions': '200/1349174',
      'error GET WhatsAppBusinessAccountMigrationIntent': '200/1349174',
      'error GET WhatsAppBusinessSolution/access_token': '200/1349174',
      'error POST WhatsAppBusinessSolution/accept_deactivation_request': '803/1675030; 2/1349174',
      'error POST WhatsAppBusinessSolution/reject_deactivation_request': '200/1349174',
      'field POST WhatsAppBusinessSolution/accept':
        'partner_status +DEACTIVATED,DRAFT,INITIATED,NOTIFICATION_SENT,REJECTED',
      'field POST WhatsAppBusinessSolution/accept_deactivation_request': 'owner_app; owner_permissions',
      'field POST WhatsAppBusinessSolution/reject_deactivation_request': 'owner_app; owner_permissions',
      'param POST WhatsAppBusinessSolution/accept_deactivation_request': 'fields',
      'param POST WhatsAppBusinessSolution/reject_deactivation_request': 'fields',
    },
  },
  {
    reason: 'Lists of solutions page as all lists do, whatever the description leaves out.',
    sources: ['graph-paging'],
    of: {
      'field GET Application/whatsapp_business_solutions': 'summary',
      'field GET WhatsAppBusinessAccount/in_progress_onbehalf_request': 'summary',
      'field GET WhatsAppBusinessAccount/solutions': 'paging/next; paging/previous; summary',
    },
  },
  {
    reason: 'SDK specs have neither of the OBO edges of the description, and of a request statuses that nobody sends.',
    sources: ['openapi: createOBOMobilityIntent', 'codegen: BusinessAgreement'],
    of: {
      'operation GET': 'WhatsAppBusinessAccount/in_progress_onbehalf_request',
      'operation POST': 'WhatsAppBusinessAccount/obo_mobility_intent',
      'param POST BusinessAgreement':
        'asset_id type integer; request_status +EXPIRED,IN_PROGRESS,MMA_DIRECT_ASSETS_APPROVED,MMA_DIRECT_ASSETS_DECLINED,MMA_DIRECT_ASSETS_EXPIRED,MMA_DIRECT_ASSETS_PENDING,PENDING,PENDING_EMAIL_VERIFICATION,PENDING_INTEGRITY_REVIEW',
    },
  },
]
