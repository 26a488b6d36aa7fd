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
  'template-webhook-language': {
    question: 'How do webhooks about templates write a language?',
    sides: {
      underscore: {
        says: 'As the API does: en_US',
        sources: ['template-components-webhook: sample', 'meta-whatsapp-rs'],
      },
      hyphen: { says: 'With a hyphen: en-US', sources: ['template-status-webhook: sample'] },
    },
    chosen: 'underscore',
    why: 'Live webhooks have the underscore, and the code must be one that the API takes.',
  },
  'template-quality-field': {
    question: 'On which field does news of a template’s quality come?',
    sides: {
      own: { says: 'message_template_quality_update', sources: ['template-quality-webhook', 'meta-whatsapp-rs'] },
      sample: { says: 'message_template_status_update', sources: ['template-quality-webhook: sample'] },
    },
    chosen: 'own',
    why: 'The page is named after the field; its sample has the neighbour’s, which is taken for an oversight.',
  },
  'template-disable-date': {
    question: 'What is disable_info.disable_date?',
    sides: {
      number: { says: 'An integer, a Unix timestamp', sources: ['template-status-webhook: Parameters'] },
      text: { says: 'A string', sources: ['template-status-webhook: Syntax'] },
    },
    chosen: 'number',
    why: 'The table names the type; the syntax only puts quotes around the placeholder.',
  },
  'template-name-filter': {
    question: 'What does the parameter name of GET /{WABA}/message_templates match?',
    sides: {
      substring: { says: 'Names that contain it', sources: ['published-clients: those that filter the answer again'] },
      exact: { says: 'The name', sources: ['openapi: getTemplateByNameDefaultFields'] },
    },
    chosen: 'substring',
    why: 'Clients filter the answer again, which an exact match would not need; one that does not is shown up by it.',
  },
  'template-limit': {
    question: 'How many templates may an account have?',
    sides: {
      portfolio: {
        says: '250, or 6,000 when the portfolio is verified and has a number with an approved display name',
        sources: ['template-overview: Template limits'],
      },
      'error-page': { says: '250', sources: ['error-codes: 2388019'] },
    },
    chosen: 'portfolio',
    why: 'The page about limits is the newer and says when each number holds.',
  },
  'template-ttl': {
    question: 'Is a message_send_ttl_seconds outside the range of its category refused?',
    sides: {
      range: { says: 'Marketing takes 43200 to 2592000', sources: ['time-to-live: Valid values'] },
      sample: {
        says: 'A sample creates a marketing template with 120 and gets its id',
        sources: ['time-to-live: Example request'],
      },
    },
    chosen: 'range',
    why: 'The table is the rule; the sample is from before marketing templates had a TTL.',
  },
  'template-error-titles': {
    question: 'Which titles have the errors 2388293 and 2388299?',
    sides: {
      captured: { says: '"params"', sources: ['capture-template-fields', 'capture-template-ratio'] },
      'error-page': { says: '"parameters"', sources: ['error-codes: 2388293', 'error-codes: 2388299'] },
    },
    chosen: 'captured',
    why: 'Both were recorded from Graph.',
  },
  'template-disabled-edit': {
    question: 'Can a disabled template be edited?',
    sides: {
      refused: {
        says: 'Only templates that are approved, rejected or paused',
        sources: ['template-management: Edit template limitations'],
      },
      allowed: {
        says: 'If an approved template has become disabled, you may edit it and resubmit it',
        sources: ['template-pausing: Appeals', 'template-review: Appeals'],
      },
    },
    chosen: 'refused',
    why: 'The page is about the endpoint; the others describe what WhatsApp Manager offers.',
  },
  'template-name-lock': {
    question: 'What may not be created for 30 days after an approved template was deleted?',
    sides: {
      language: {
        says: 'Content of that name in the language that is being deleted',
        sources: ['capture-template-deleted'],
      },
      name: { says: 'A template with the same name', sources: ['template-management: Delete template limitations'] },
    },
    chosen: 'language',
    why: 'The recorded sentence names the language.',
  },
  'template-max-price-later': {
    question: 'Can a max price be added to a template that was created without one?',
    sides: {
      'in-place': {
        says: 'Since 31 August 2026, by an edit of the template',
        sources: ['meta-cloud-api-sdk: 2026-08-31'],
      },
      never: { says: 'No, a new template is needed', sources: ['mm-pricing: Limitations'] },
    },
    chosen: 'in-place',
    why: 'The changelog is the later of the two.',
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
