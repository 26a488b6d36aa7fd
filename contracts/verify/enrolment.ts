import type { TrialPlan } from './trial.ts'

const as = 'partner_system_user'

/** The access of an app, and the system users of a partner. */
export const enrolment: TrialPlan = {
  name: 'enrolment',
  world: 'partner-with-obo-client',
  change: { apps: { app: { roles: { admin: 'testers' } } } },
  trials: [
    { operation: 'getApplicationPermissions', path: '/{app}/permissions', as: 'app' },
    { operation: 'getApplicationRoles', path: '/{app}/roles', as: 'app' },
    {
      operation: 'getConnectedClientBusinesses',
      path: '/{app}/connected_client_businesses',
      as,
      after: [{ happens: 'business_onboards_in_whatsapp_manager', with: { business: 'client' } }],
    },
    { operation: 'getSystemUsers', path: '/{partner}/system_users', as },
    {
      operation: 'createSystemUser',
      path: '/{partner}/system_users',
      as,
      body: { name: 'Night shift', role: 'EMPLOYEE' },
      finds: { night_shift: '/id' },
    },
    { operation: 'installApplication', path: '/{night_shift}/applications', as, body: { business_app: '{app}' } },
    {
      operation: 'createAccessTokenOfSystemUser',
      path: '/{night_shift}/access_tokens',
      as,
      proof: 'app',
      body: { business_app: '{app}', scope: ['whatsapp_business_management'] },
    },
    {
      operation: 'getAssignedWhatsAppBusinessAccounts',
      path: '/{night_shift}/assigned_whatsapp_business_accounts',
      as,
    },
    {
      operation: 'createBusinessAccessToken',
      path: '/{client}/access_token',
      as,
      body: { app_id: '{app}', scope: ['whatsapp_business_management'] },
    },
  ],
}
