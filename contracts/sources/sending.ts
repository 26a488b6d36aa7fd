import { type Source, WHATSAPP } from '../source.ts'

/** What was read about sends, their errors and what comes back. */
export const sendingSources = {
  'send-marketing-messages': {
    title: 'Send marketing messages (Marketing Messages API)',
    date: '2026-09',
    url: `${WHATSAPP}/marketing-messages/send-marketing-messages`,
    kept: 'id 69699358693',
  },
  'mm-pricing': {
    title: 'Max price for marketing messages (beta)',
    date: '2026-06',
    url: `${WHATSAPP}/marketing-messages/pricing`,
    kept: 'id 69819568676',
  },
  'status-webhook': {
    title: 'messages webhook reference: status',
    date: '2026-09-11',
    url: `${WHATSAPP}/webhooks/reference/messages/status`,
    kept: 'id 68889227582',
  },
  'user-preferences-webhook': {
    title: 'user_preferences webhook reference',
    date: '2026-09',
    url: `${WHATSAPP}/webhooks/reference/user_preferences`,
    kept: 'id 68895537633',
  },
  'bsuid-webhooks': {
    title: 'Business-scoped user ids in webhooks',
    date: '2026-06',
    kept: 'id 54844817752',
  },
  throughput: { title: 'Throughput', date: '2026-09', url: `${WHATSAPP}/throughput`, kept: 'id 69090036108' },
  'per-user-limits': {
    title: 'Per-user marketing template message limits',
    date: '2026-04-29',
    url: `${WHATSAPP}/templates/marketing-templates/per-user-limits`,
    kept: 'id 54496932482',
  },
  'template-pacing': {
    title: 'Template pacing',
    date: '2026-03-10',
    url: `${WHATSAPP}/templates/template-pacing`,
    kept: 'yvfl/api-whatsapp-docs 6afd685',
  },
  'time-to-live': {
    title: 'Time-to-live of template messages',
    date: '2025-10-31',
    url: `${WHATSAPP}/templates/time-to-live`,
    kept: 'yvfl/api-whatsapp-docs 6afd685',
  },
  'about-the-platform': {
    title: 'About the platform: pair rate limits',
    date: '2026-03-10',
    url: `${WHATSAPP}/about-the-platform`,
    kept: 'yvfl/api-whatsapp-docs 6afd685',
  },
  'mm-support': {
    title: 'Marketing Messages API support: syncing and dormant templates',
    date: '2025',
    url: 'https://developers.facebook.com/docs/whatsapp/marketing-messages-lite-api/support',
  },
  'meta-cloud-api-sdk': {
    title: 'The changelog that froggy1014/meta-cloud-api keeps of Meta’s changelogs',
    date: '2026-09',
    url: 'https://github.com/froggy1014/meta-cloud-api',
    kept: 'id 70154754083',
  },
  'template-reference': {
    title: 'WhatsApp Business HSM (Graph API reference): errors of POST',
    date: '2026',
    kept: 'id 35685840056',
  },
  'capture-blocked-by-integrity': { title: '139000 for publishing a flow', date: '2026', kept: 'id 66604205654' },
  'capture-empty-text': {
    title: "Parameter 'text' is mandatory (code 100)",
    date: '2024',
    url: 'https://github.com/shridarpatil/frappe_whatsapp/issues/43',
  },
  'capture-button-parameter': { title: 'Button of type Url requires a parameter', date: '2023', kept: 'id 5265746930' },
  'capture-allowed-list': { title: '(#131030) of a test number', date: '2025', kept: 'id 55639441751' },
  'capture-not-registered': { title: '(#133010) Account not registered', date: '2026', kept: 'id 55307198957' },
  'capture-template-missing': { title: '(#132001), HTTP 404', date: '2025', kept: 'id 48119286084' },
  'capture-parameter-count': { title: '(#132000)', date: '2025', kept: 'id 44252534554' },
  'capture-parameter-format': { title: '(#132012)', date: '2026', kept: 'id 66558953366' },
  'capture-parameter-text': {
    title: '(#132018) for a newline in a parameter',
    date: '2026-09-18',
    url: 'https://github.com/schemalabz/opencouncil/pull/780',
  },
  'capture-only-marketing': { title: '(#134100) for a utility template', date: '2026-07-01', kept: 'id 54669377169' },
  'capture-sample-media': {
    title: '131053 for the sample of a template as a link',
    date: '2026-08-15',
    url: 'https://github.com/fazer-ai/chatwoot/pull/363',
  },
  'capture-button-sub-type': {
    title: 'Param must be one of {…} for the sub_type of a button',
    date: '2026-01-26',
    url: 'https://github.com/shridarpatil/frappe_whatsapp/issues/188',
  },
  'capture-button-type': {
    title: '(#132018) Button at index 0 must be of type Url',
    date: '2026',
    kept: 'id 60818882982',
  },
  'capture-parameter-name': { title: 'Parameter name is missing or empty (100)', date: '2026', kept: 'id 57508237007' },
  'capture-payment-issue': { title: '131042 in a status webhook', date: '2026', kept: 'id 35387952275' },
  'capture-window-closed': { title: '131047 in a status webhook', date: '2026', kept: 'id 70480262276' },
  'capture-marketing-status': {
    title: 'A delivered status of category marketing_lite',
    date: '2025-12',
    kept: 'id 36109167922',
  },
} as const satisfies Record<string, Source>
