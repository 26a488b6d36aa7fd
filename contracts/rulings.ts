import type { Citation } from './sources.ts'

/**
 * A question on which Meta's documents contradict each other (or are silent), what each side says, and what we chose.
 * A world may choose another side, so that a client can be tried under every reading.
 */
export interface Ruling {
  readonly question: string
  readonly sides: Readonly<Record<string, { readonly says: string; readonly sources: readonly Citation[] }>>
  readonly chosen: string
  readonly why: string
}

export const rulings = {
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
  'number-without-plus': {
    question: 'Whose number is a recipient that is written without a plus?',
    sides: {
      'country-of-business': {
        says: "The calling code of the business comes before it: from an Indian number, '1 (631) 555-1234' is +9116315551234",
        sources: ['phone-numbers: formatting'],
      },
      'as-it-stands': {
        says: 'Digits are taken as they stand, with their own calling code',
        sources: ['published-clients: 17', 'openapi: sendMarketingMessage, to 16315552222'],
      },
    },
    chosen: 'country-of-business',
    why: 'A table of the page says so with examples. A number that already begins with the calling code of the business is left alone, as all samples of Meta are such.',
  },
  'brazil-mexico-digit': {
    question: 'Is the extra digit of mobile numbers in Brazil and Mexico kept in wa_id?',
    sides: {
      kept: { says: 'The number stands as it was sent', sources: ['published-clients: 17'] },
      normalised: { says: 'The extra digit may be taken out', sources: ['phone-numbers: formatting'] },
    },
    chosen: 'kept',
    why: 'The page says "may" and gives no direction; a client that compares wa_id with what it sent shows itself under the other side.',
  },
  'mm-strict-not-onboarded': {
    question: 'What does a STRICT send from an account that is not onboarded answer?',
    sides: {
      'template-unavailable': {
        says: '134102, HTTP 500',
        sources: ['send-marketing-messages: product_policy', 'error-codes: 134102'],
      },
      'access-denied': { says: '131005, HTTP 403', sources: ['error-codes: 131005'] },
    },
    chosen: 'template-unavailable',
    why: 'No page names the error for STRICT; 134102 is the one whose text speaks of eligibility and onboarding.',
  },
  'mm-template-syncing': {
    question: 'What becomes of a marketing message whose template is not synced yet?',
    sides: {
      'by-version': {
        says: '134101 from v23.0, before it 131009',
        sources: ['error-codes: 134101, v23.0', 'error-codes: 131009, Marketing Messages'],
      },
      '131009': {
        says: "131009 'Ad syncing may be incomplete' in every version",
        sources: ['error-codes: 131009, Marketing Messages'],
      },
      unoptimised: { says: 'It is sent, without optimisation and conversion tracking', sources: ['mm-support'] },
      fallback: {
        says: 'It falls back to the Cloud API, where the policy lets it',
        sources: ['send-marketing-messages: product_policy'],
      },
    },
    chosen: 'by-version',
    why: 'The error page of 2026 has a code for it whose text speaks of the ten minutes; the support page is older.',
  },
  'mm-wrong-category': {
    question: 'What does /marketing_messages answer to a template that is not of category MARKETING?',
    sides: {
      'by-version': {
        says: '134100 from v23.0, before it 131055',
        sources: ['error-codes: 134100', 'capture-only-marketing'],
      },
      '131055': { says: '131055 Method not allowed', sources: ['error-codes: 131055'] },
    },
    chosen: 'by-version',
    why: '134100 was captured in 2026; the page says that the codes of this family come with v23.0.',
  },
  'message-status-presence': {
    question: 'When does the reply to a template send have message_status?',
    sides: {
      always: { says: 'Always', sources: ['template-pacing', 'openapi: MessageStatus'] },
      'when-paced': { says: 'Only while the template is paced', sources: ['send-marketing-messages: response'] },
    },
    chosen: 'always',
    why: 'The pacing page says so for all versions, and captures of ordinary sends have "accepted".',
  },
  'ecosystem-limit-timing': {
    question: 'Does 131049 come as the answer of the call or in a webhook?',
    sides: {
      webhook: { says: 'A failed status after a 200', sources: ['status-webhook: 131049', 'per-user-limits'] },
      call: { says: 'The call itself is refused', sources: ['error-codes: 131049'] },
    },
    chosen: 'webhook',
    why: 'The status reference shows the whole webhook; one integrator reports the other.',
  },
  'status-conversation': {
    question: 'Do status webhooks have a conversation object?',
    sides: {
      'until-v23': { says: 'Up to v23.0; from v24.0 it is gone', sources: ['status-webhook: conversation'] },
      never: { says: 'A capture of 2025 has none in any version', sources: ['capture-marketing-status'] },
    },
    chosen: 'until-v23',
    why: 'The reference says so by version; the capture may have been of v24.0.',
  },
  'status-user-ids': {
    question: 'Do webhooks about messages have business-scoped user ids?',
    sides: {
      present: {
        says: 'contacts[].user_id, recipient_user_id and from_user_id, since April 2026',
        sources: ['bsuid-webhooks', 'published-clients: 38'],
      },
      absent: { says: 'Not before', sources: ['status-webhook', 'capture-marketing-status'] },
    },
    chosen: 'present',
    why: 'A published client of 2026 cannot do without them, and one that does not know them is not harmed.',
  },
  'status-order': {
    question: 'In which order do the statuses of one message come?',
    sides: {
      'as-they-happen': { says: 'As they happen, each once', sources: ['status-webhook'] },
      disordered: { says: 'In any order', sources: ['webhooks-overview', 'throughput'] },
      repeated: { says: 'More than once', sources: ['webhooks-overview: duplicates'] },
    },
    chosen: 'as-they-happen',
    why: 'Nothing is promised. Each of the other sides shows a receiver that leans on an order, or counts repeats.',
  },
  'order-of-send-checks': {
    question: 'What is looked at first when a send has several faults?',
    sides: {
      'template-first': {
        says: 'The template, then the parameters, then the recipient',
        sources: ['capture-only-marketing: 132001, then 134100, then success'],
      },
      'recipient-first': { says: 'The recipient, then the template', sources: ['capture-allowed-list'] },
    },
    chosen: 'template-first',
    why: 'No page gives an order. One app got 132001, then 134100, then success, as it mended its call: the template was looked up before its category.',
  },
} as const satisfies Record<string, Ruling>

export type RulingName = keyof typeof rulings
export type SideOf<N extends RulingName> = keyof (typeof rulings)[N]['sides'] & string

/** The side that each ruling takes in one world. */
export type Rulings = { readonly [N in RulingName]: SideOf<N> }

/** The sides chosen where a world says nothing. */
export const defaultRulings = Object.fromEntries(
  Object.entries(rulings).map(([name, ruling]) => [name, ruling.chosen]),
) as Rulings
