import { adTrials } from './ads.ts'
import { enrolment } from './enrolment.ts'
import { analyticsTrials, insightsTrials } from './measures.ts'
import { listTrials, settingTrials } from './nodes.ts'
import { accountTrials, appTrials, numberTrials, tokenTrials } from './settings.ts'
import { partnerTrials, solutionChange } from './solutions.ts'
import type { TrialPlan } from './trial.ts'
import { mediaTrials, sendTrials, templateTrials } from './writes.ts'

const PERMISSIONS = [
  'business_management',
  'whatsapp_business_management',
  'whatsapp_business_manage_events',
  'whatsapp_business_messaging',
  'ads_read',
]

/** A client that can be sent for, read and measured, with a week behind it. */
const ready: TrialPlan = {
  name: 'ready',
  world: 'ready-to-send',
  change: {
    accounts: { waba: { is_enabled_for_insights: true } },
    templates: {
      template: { ad: 'ad', adSet: 'ad_set', campaign: 'campaign', created: '2026-01-20' },
      template_with_variables: { ad: 'other_ad', adSet: 'other_ad_set', campaign: 'other_campaign' },
    },
    templateGroups: { group: { account: 'waba', name: 'Spring', templates: ['template'] } },
    systemUsers: { employee: { name: 'Harbour Employee', business: 'partner', role: 'EMPLOYEE' } },
    history: {
      week: {
        template: 'template',
        phone: 'phone',
        from: '2026-02-20',
        until: '2026-03-01',
        perDay: 100,
        countries: { CA: 1 },
        clickRate: 8,
      },
    },
    tokens: { client_admin: { app: 'app', of: 'admin', scopes: PERMISSIONS } },
  },
  trials: [
    ...listTrials,
    ...settingTrials,
    ...analyticsTrials,
    ...insightsTrials,
    ...adTrials,
    ...accountTrials,
    ...templateTrials,
    ...mediaTrials,
    ...sendTrials,
    ...numberTrials,
    ...tokenTrials,
  ],
}

/** A client that a partner asks to join, and joins. */
const onboarding: TrialPlan = {
  name: 'onboarding',
  world: 'partner-with-obo-client',
  change: {
    accounts: { obo_account: { mobilityIntent: 'intent' } },
    phoneNumbers: {
      app_phone: {
        account: 'shared_account',
        display_phone_number: '+1 416-555-0188',
        verified_name: 'Juniper Bakery',
        is_on_biz_app: true,
      },
    },
  },
  trials: [
    ...appTrials,
    { operation: 'getOBOMobilityIntent', path: '/{intent}', as: 'partner_system_user' },
    {
      operation: 'onboardPartnersToMMLite',
      path: '/{client}/onboard_partners_to_mm_lite',
      as: 'partner_system_user',
      finds: { request: '/request_id' },
    },
    { operation: 'getBusinessAgreement', path: '/{request}', as: 'partner_system_user' },
    {
      operation: 'createSystemUserAccessToken',
      path: '/{client}/system_user_access_tokens',
      as: 'partner_system_user',
      proof: 'app',
      body: { fetch_only: true },
      after: [{ happens: 'client_accepts_mm_terms', with: { business: 'client' } }],
    },
  ],
}

/** A partner with a Multi-Partner Solution. */
const solution: TrialPlan = {
  name: 'solution',
  world: 'partner-with-solution',
  change: solutionChange,
  trials: partnerTrials,
}

/** How every operation of the catalogue is called. */
export const plans: readonly TrialPlan[] = [ready, onboarding, enrolment, solution]
