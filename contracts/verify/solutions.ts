import type { Trial } from './trial.ts'

const OWNER = 'partner_system_user'
const PARTNER = 'other_partner_system_user'

/** Multi-Partner Solutions, from the request to the end. */
const solutionTrials: readonly Trial[] = [
  { operation: 'getSolutionDetails', path: '/{solution}', as: OWNER },
  {
    operation: 'createWhatsAppBusinessSolution',
    path: '/{app}/whatsapp_business_solution',
    as: OWNER,
    body: {
      solution_name: 'mmgraph verify',
      partner_app_id: '{other_app}',
      owner_permissions: ['MESSAGING'],
      partner_permissions: [],
    },
    finds: { own_solution: '/solution_id' },
  },
  { operation: 'getApplicationWhatsAppBusinessSolutions', path: '/{app}/whatsapp_business_solutions', as: OWNER },
  {
    operation: 'getSolutionPartners',
    path: '/{solution}/partners',
    as: OWNER,
    finds: { solution_partner: '/data/0/id' },
  },
  { operation: 'getSolutionPartner', path: '/{solution_partner}', as: OWNER },
  { operation: 'acceptWhatsAppBusinessSolution', path: '/{own_solution}/accept', as: PARTNER },
  { operation: 'rejectSolutionRequest', path: '/{asked_solution}/reject', as: PARTNER },
  { operation: 'sendSolutionDeactivationRequest', path: '/{own_solution}/send_deactivation_request', as: OWNER },
  { operation: 'rejectSolutionDeactivationRequest', path: '/{own_solution}/reject_deactivation_request', as: PARTNER },
  {
    operation: 'acceptWhatsAppBusinessSolutionDeactivationRequest',
    path: '/{ending_solution}/accept_deactivation_request',
    as: PARTNER,
  },
]

/** Accounts that partners hold, migrations, and requests of partners. */
const transferTrials: readonly Trial[] = [
  {
    operation: 'setOBOMobilityIntent',
    path: '/{obo_account}/set_obo_mobility_intent',
    as: OWNER,
    body: { solution_id: '{solution}' },
  },
  {
    operation: 'createOBOMobilityIntent',
    path: '/{obo_account}/obo_mobility_intent',
    as: OWNER,
    body: { solution_id: '{solution}', intent_type: 'CONFIRM_TRANSFER' },
  },
  {
    operation: 'getInProgressOnBehalfRequests',
    path: '/{obo_account}/in_progress_onbehalf_request',
    as: OWNER,
    finds: { onbehalf_request: '/data/0/id' },
  },
  { operation: 'getOnBehalfRequest', path: '/{onbehalf_request}', as: OWNER },
  {
    operation: 'getSolutionAccessToken',
    path: '/{solution}/access_token',
    as: OWNER,
    query: { business_id: '{client}' },
    after: [{ happens: 'client_claims_account', with: { account: 'obo_account' } }],
  },
  { operation: 'listWabaSolutions', path: '/{obo_account}/solutions', as: OWNER },
  {
    operation: 'setSolutionMigrationIntent',
    path: '/{shared_account}/set_solution_migration_intent',
    as: OWNER,
    body: { solution_id: '{solution}' },
    finds: { migration_intent: '/id' },
  },
  { operation: 'getMigrationIntentDetails', path: '/{migration_intent}', as: OWNER },
  {
    operation: 'answerBusinessAgreement',
    path: '/{asked_client}',
    as: 'client_admin',
    body: { request_status: 'DECLINE' },
  },
]

/** What the world of the trials has beside what ships. */
export const solutionChange = {
  solutions: {
    asked_solution: { name: 'Asked', ownerApp: 'app', partnerApp: 'other_app', status: 'INITIATED' },
    ending_solution: { name: 'Ending', ownerApp: 'app', partnerApp: 'other_app', status: 'PENDING_DEACTIVATION' },
  },
  requests: { asked_client: { app: 'other_app', to: 'client' } },
}

export const partnerTrials: readonly Trial[] = [...solutionTrials, ...transferTrials]
