import { type Source, WHATSAPP } from '../source.ts'

const KAPSO = 'kapso-meta-docs/documentation @ 5a6d915'

/** What was read about news of accounts and about numbers in the WhatsApp Business app. */
export const newsSources = {
  'auth-international': {
    title: 'Authentication-international rates',
    date: '2026-05-21',
    url: `${WHATSAPP}/pricing/authentication-international-rates`,
    kept: 'id 54617533574',
  },
  'pricing-tiers': {
    title: 'Pricing: volume tiers, tiering webhooks',
    date: '2026',
    url: `${WHATSAPP}/pricing`,
    kept: 'id 66223310349',
  },
  'calling-pricing': { title: 'Calling pricing: tier webhook', date: '2026-09', kept: 'id 71061207611' },
  'account-review': {
    title: 'account_review_update webhook reference',
    date: '2025-10-22',
    url: `${WHATSAPP}/webhooks/reference/account_review_update`,
    kept: KAPSO,
  },
  'account-alerts': {
    title: 'account_alerts webhook reference',
    date: '2025',
    url: `${WHATSAPP}/webhooks/reference/account_alerts`,
    kept: KAPSO,
  },
  'security-webhook': {
    title: 'security webhook reference',
    date: '2025-10-22',
    url: `${WHATSAPP}/webhooks/reference/security`,
    kept: KAPSO,
  },
  'history-webhook': {
    title: 'history webhook reference',
    date: '2025-10-22',
    url: `${WHATSAPP}/webhooks/reference/history`,
    kept: KAPSO,
  },
  'state-sync-webhook': {
    title: 'smb_app_state_sync webhook reference',
    date: '2025-10-22',
    url: `${WHATSAPP}/webhooks/reference/smb_app_state_sync`,
    kept: KAPSO,
  },
  'echoes-webhook': {
    title: 'smb_message_echoes webhook reference',
    date: '2025-10-22',
    url: `${WHATSAPP}/webhooks/reference/smb_message_echoes`,
    kept: KAPSO,
  },
  'webhooks-override-2025': {
    title: 'Webhook overrides, earlier text',
    date: '2025-11-07',
    url: `${WHATSAPP}/webhooks/override`,
    kept: KAPSO,
  },
  'app-only-install': {
    title: 'App-only install',
    date: '2025-11-04',
    url: `${WHATSAPP}/embedded-signup/app-only-install`,
    kept: KAPSO,
  },
} as const satisfies Record<string, Source>
