import type { Ruling } from '../ruling.ts'

/** Contradictions about onboarding, webhooks and Graph itself. */
export const graphRulings = {
  'mm-duplicate-request': {
    question: 'What does the Intent API answer when the end business already has a request?',
    sides: {
      'error-page': {
        says: "HTTP 400, code 1752041 '(#1752041) Duplicate Request', with the guide's sentence as error_user_msg",
        sources: ['error-codes: 1752041', 'guide: Your business has already sent this request'],
      },
      guide: {
        says: 'An error whose message is the sentence of the guide',
        sources: ['guide: Your business has already sent this request'],
      },
      'openapi-idempotent': {
        says: 'HTTP 200 with the request_id of the existing request',
        sources: ['openapi: onboardPartnersToMMLite, description'],
      },
      'openapi-refusal': {
        says: "HTTP 403, code 100 'A business agreement request already exists between these parties'",
        sources: ['openapi: onboardPartnersToMMLite, 403'],
      },
    },
    chosen: 'error-page',
    why: 'The error page is the newest and the only one with a code; a title and a sentence are how Graph pairs error_user_title with error_user_msg.',
  },
  'ad-account-linked': {
    question: 'Is AD_ACCOUNT_LINKED sent after onboarding, and may the partner read the ad account?',
    sides: {
      off: {
        says: 'No: AD_ACCOUNT_LINKED is no longer fired and partners do not receive access to ad accounts',
        sources: ['mm-onboarding', 'mm-changelog: 2025-09-03'],
      },
      reference: {
        says: 'Yes, after MM_LITE_TERMS_SIGNED, with entry.id the partner business and the key ad_account_linked',
        sources: ['account-update: AD_ACCOUNT_LINKED', 'guide: Fetch an updated BISUAT'],
      },
      'onboarding-page': {
        says: 'Yes, with entry.id the WABA and the key ad_account_id',
        sources: ['mm-onboarding: AD_ACCOUNT_LINKED sample'],
      },
    },
    chosen: 'off',
    why: 'The changelog deprecates the event by 2026-01-01, and that is later than the reference page that still lists it.',
  },
  'account-update-routing': {
    question: 'Does account_update need a subscription of the WABA besides the one of the app?',
    sides: {
      'app-level': {
        says: 'No: apps that subscribed to account_update hear of every WABA that their business may see',
        sources: ['embedded-signup', 'account-update: PARTNER_ADDED'],
      },
      'app-and-waba': {
        says: "Yes: one subscription per WABA is required for that WABA's webhooks",
        sources: ['manage-webhooks'],
      },
    },
    chosen: 'app-level',
    why: 'Embedded Signup tells partners to learn the WABA id from account_update, so it must come before any subscription of that WABA.',
  },
  'webhook-retry-window': {
    question: 'For how long is a webhook retried?',
    sides: {
      '7-days': { says: 'Up to 7 days', sources: ['webhooks-overview', 'webhooks-endpoint'] },
      '36-hours': { says: 'Over 36 hours, then dropped', sources: ['webhooks-endpoint-2025', 'graph-webhooks'] },
    },
    chosen: '7-days',
    why: 'The WhatsApp pages of 2026 agree on 7 days; 36 hours is the older text.',
  },
  'webhook-retry-recipients': {
    question: 'Who gets the retry when one of several subscribed apps did not take a webhook?',
    sides: {
      'all-subscribed-apps': {
        says: 'All apps that have subscribed for the WABA, so the others see a duplicate',
        sources: ['webhooks-overview'],
      },
      'failed-app-only': { says: 'Only the app that failed', sources: ['graph-webhooks'] },
    },
    chosen: 'all-subscribed-apps',
    why: 'The WhatsApp page says so in words and warns of the duplicates.',
  },
  'webhook-success-status': {
    question: 'Which answers of a receiver count as taken?',
    sides: {
      '2xx': { says: 'Any 2xx', sources: ['published-clients: 40, receivers that answer 202 in production'] },
      '200-only': { says: 'Anything other than 200 is a failure', sources: ['webhooks-endpoint'] },
    },
    chosen: '2xx',
    why: 'Published receivers answer 202 and are in use; under the other side a receiver learns that it leans on this.',
  },
  'token-error-status': {
    question: 'Which HTTP status has code 190?',
    sides: {
      '401': { says: '401', sources: ['error-codes: 190', 'capture-unparsable-token'] },
      '400': { says: '400', sources: ['capture-ads-errors'] },
    },
    chosen: '401',
    why: 'WhatsApp pages and recorded WhatsApp calls say 401; the 400s were recorded on ads endpoints.',
  },
  'waba-limit-code': {
    question: 'Which code has a call over the limit of an account?',
    sides: {
      '80008': { says: '80008', sources: ['capture-limits', 'graph-rate-limits'] },
      '80007': {
        says: "80007 'Rate limit issues', with details",
        sources: ['error-codes: 80007'],
      },
    },
    chosen: '80008',
    why: 'It was captured, and the reference of rate limits has it; the error page has the other number.',
  },
  'openapi-status': {
    question: 'Are the statuses 404, 422 and 429 of the OpenAPI description real?',
    sides: {
      graph: { says: 'No: Graph answers 400', sources: ['capture-ads-errors'] },
      openapi: { says: 'Yes', sources: ['openapi'] },
    },
    chosen: 'graph',
    why: 'Captures of the same errors carry 400, and nobody published a 422 from Graph.',
  },
  'webhook-signature-sha1': {
    question: 'Is the legacy header X-Hub-Signature (SHA-1) sent beside X-Hub-Signature-256?',
    sides: {
      both: { says: 'Yes', sources: ['graph-webhooks', 'published-clients: 34'] },
      'sha256-only': { says: 'Only X-Hub-Signature-256 is documented for WhatsApp', sources: ['webhooks-endpoint'] },
    },
    chosen: 'both',
    why: 'Published receivers read both, and one that checks only SHA-256 is not harmed.',
  },
  'mm-status-time': {
    question: 'How is marketing_messages_onboarding_status.time of a business written?',
    sides: {
      date: { says: 'A bare date: 2025-10-07', sources: ['mm-onboarding: samples'] },
      datetime: {
        says: 'A Graph datetime: 2025-10-07T00:00:00+0000',
        sources: ['codegen: MarketingMessagesOnboardingStatus'],
      },
    },
    chosen: 'date',
    why: 'Both samples on the page show a bare date; the spec gives a type and no sample.',
  },
  'waba-webhook-order': {
    question: 'In which order are the webhooks of one onboarding posted?',
    sides: {
      created: { says: 'In the order in which they were made', sources: ['account-update'] },
      reversed: { says: 'Webhooks come in any order: newest first', sources: ['webhooks-overview'] },
    },
    chosen: 'created',
    why: 'No order is promised. The order of making is the least surprising; the other side shows a receiver that relies on it.',
  },
} as const satisfies Record<string, Ruling>
