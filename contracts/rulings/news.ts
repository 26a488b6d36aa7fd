import type { Ruling } from '../ruling.ts'

/** Where webhooks of accounts and numbers go, what they carry, and which are sent at all. */
export const newsRulings = {
  'account-update-entry': {
    question: 'What is entry.id of account_update where it is about partners, terms and ad accounts?',
    sides: {
      examples: {
        says: 'The business portfolio of the receiving partner',
        sources: [
          'account-update: PARTNER_ADDED, MM_LITE_TERMS_SIGNED',
          'mm-onboarding: SOLUTION_PROVIDER_BUSINESS_ID',
        ],
      },
      syntax: { says: 'The WABA, as of every other event', sources: ['account-update: Syntax'] },
    },
    chosen: 'examples',
    why: 'Every example of these events has the portfolio, and other pages say it in words; the syntax is one block for all events.',
  },
  'override-fields': {
    question: 'Which fields go to the callback of a number or an account where it has one?',
    sides: {
      'list-of-2026': {
        says: 'messages and twelve more that are about numbers: history, smb_message_echoes and the like',
        sources: ['webhooks-override'],
      },
      'messages-only': { says: 'messages alone', sources: ['webhooks-override-2025'] },
    },
    chosen: 'list-of-2026',
    why: 'The list is the newer text, and stood there in March, June and September 2026.',
  },
  'webhook-batching': {
    question: 'Are updates that come at the same time posted in one webhook?',
    sides: {
      'one-by-one': { says: 'One for each: batching cannot be guaranteed', sources: ['webhooks-endpoint: Batching'] },
      together: {
        says: 'Up to 1,000 updates of a field in one, of at most 3 MB',
        sources: ['webhooks-endpoint: Batching', 'webhooks-overview: Payload size'],
      },
    },
    chosen: 'one-by-one',
    why: 'Published WhatsApp receivers report one update a webhook; the other side shows one that reads the first entry alone.',
  },
  'development-mode': {
    question: 'Which webhooks are not sent while an app is in Dev mode?',
    sides: {
      'own-accounts-only': {
        says: 'All that are not about accounts of the business that owns the app',
        sources: ['graph-webhooks', 'webhooks-overview: Troubleshooting'],
      },
      'no-messages': { says: 'messages, of any account', sources: ['webhooks-overview: Troubleshooting'] },
      'all-are-sent': { says: 'None is held back', sources: ['webhooks-endpoint'] },
    },
    chosen: 'own-accounts-only',
    why: 'The page says that some are not sent, and not which: assumed. Graph sends apps in Dev mode only what people with a role on the app set going.',
  },
  'subscription-reply': {
    question: 'How does POST /{app}/subscriptions answer?',
    sides: {
      boolean: { says: '{"success": true}', sources: ['subscriptions'] },
      text: { says: '{"success": "true"}', sources: ['subscriptions-guide'] },
    },
    chosen: 'boolean',
    why: 'The reference and every other edge answer a boolean; the guide alone quotes it.',
  },
  'app-uninstalled-shape': {
    question: 'What does PARTNER_APP_UNINSTALLED carry?',
    sides: {
      reference: {
        says: 'waba_info with the account, its owner and the app',
        sources: ['account-update: PARTNER_APP_UNINSTALLED'],
      },
      bare: { says: 'The event alone', sources: ['app-only-install: PARTNER_APP_UNINSTALLED'] },
    },
    chosen: 'reference',
    why: 'The reference is newer and says in words what the event leaves out.',
  },
} as const satisfies Record<string, Ruling>
