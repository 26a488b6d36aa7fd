import { type Source, WHATSAPP } from '../source.ts'

const GRAPH =
  'https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status'
const KAPSO = 'kapso-meta-docs/documentation @ 5a6d915'

/** What was read about business phone numbers, their registration, and what Meta does with accounts. */
export const numberSources = {
  'number-registration': {
    title: 'Registering and deregistering business phone numbers',
    date: '2025-11-04',
    url: `${WHATSAPP}/business-phone-numbers/registration`,
    kept: 'yvfl/api-whatsapp-docs 6e93efa',
  },
  'two-step-verification': {
    title: 'Two-step verification',
    date: '2025-11-05',
    url: `${WHATSAPP}/business-phone-numbers/two-step-verification`,
    kept: 'yvfl/api-whatsapp-docs 6e93efa',
  },
  'register-reference': {
    title: 'WhatsApp Business Account To Number Current Status: register (Graph API reference)',
    date: '2025',
    url: `${GRAPH}/register/`,
  },
  'request-code-reference': {
    title: 'WhatsApp Business Account To Number Current Status: request_code (Graph API reference)',
    date: '2025',
    url: `${GRAPH}/request_code/`,
  },
  'verify-code-reference': {
    title: 'WhatsApp Business Account To Number Current Status: verify_code (Graph API reference)',
    date: '2024',
    url: `${GRAPH}/verify_code/`,
  },
  'policy-enforcement': {
    title: 'Policy enforcement: warnings, blocks and account locks',
    date: '2025-11-04',
    url: `${WHATSAPP}/policy-enforcement`,
    kept: 'id 54585359078',
  },
  'display-names': { title: 'Display names', date: '2025-10-31', url: `${WHATSAPP}/display-names`, kept: KAPSO },
  'messaging-limits': {
    title: 'Messaging limits',
    date: '2025-11-26',
    url: `${WHATSAPP}/messaging-limits`,
    kept: KAPSO,
  },
  'health-status': {
    title: 'Messaging and calling health status',
    date: '2025-10-22',
    url: `${WHATSAPP}/support/health-status`,
    kept: KAPSO,
  },
  'local-storage': { title: 'Local storage', date: '2025-10-21', url: `${WHATSAPP}/local-storage`, kept: KAPSO },
  'business-profiles': {
    title: 'Business profiles',
    date: '2025-11-04',
    url: `${WHATSAPP}/business-phone-numbers/business-profiles`,
    kept: 'yvfl/api-whatsapp-docs c1bf925',
  },
  'commerce-settings': {
    title: 'Set commerce settings',
    date: '2025-11-14',
    url: `${WHATSAPP}/catalogs/sell-products-and-services/set-commerce-settings`,
    kept: 'yvfl/api-whatsapp-docs 6e93efa',
  },
  coexistence: {
    title: 'Onboarding WhatsApp Business app users (coexistence)',
    date: '2025-12',
    url: `${WHATSAPP}/embedded-signup/onboarding-business-app-users`,
    kept: KAPSO,
  },
  'coexistence-reconnect': {
    title: 'Reconnect offboarded coexistence clients',
    date: '2026-05-21',
    kept: 'F#56176790505',
  },
  'quality-update': {
    title: 'phone_number_quality_update webhook reference',
    date: '2026-05-21',
    url: `${WHATSAPP}/webhooks/reference/phone_number_quality_update`,
  },
  'name-update': {
    title: 'phone_number_name_update webhook reference',
    date: '2025-10-22',
    url: `${WHATSAPP}/webhooks/reference/phone_number_name_update`,
    kept: KAPSO,
  },
  'capability-update': {
    title: 'business_capability_update webhook reference',
    date: '2025-11-14',
    url: `${WHATSAPP}/webhooks/reference/business_capability_update`,
    kept: KAPSO,
  },
  'capture-number-list': {
    title: 'A list of phone numbers with webhook_configuration',
    date: '2026-05-13',
    url: 'https://github.com/shridarpatil/whatomate/issues/390',
  },
  'capture-unregistered-number': {
    title: 'platform_type and throughput NOT_APPLICABLE, and 100/2388001 of register',
    date: '2025',
    url: 'https://linear.app/chatwoot/issue/CW-5692',
    kept: 'chatwoot d0e8437',
  },
  'capture-pin-mismatch': { title: '(#133005)', date: '2026', kept: 'id 59180337432' },
  'capture-code-limit': { title: '136024/2388367 of request_code', date: '2026-07-24', kept: 'id 59815451747' },
  'capture-code-refused': { title: '136024: "Request code error"', date: '2026-01-03', kept: 'id 45800773754' },
  'capture-payment-health': { title: '141006 in health_status', date: '2025', kept: 'id 4542617413' },
  'capture-business-health': { title: '141010 in health_status', date: '2026', kept: 'id 59100802076' },
} as const satisfies Record<string, Source>
