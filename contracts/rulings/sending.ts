import type { Ruling } from '../ruling.ts'

/** Contradictions about sends and what comes of them. */
export const sendingRulings = {
  'number-without-plus': {
    question: 'Whose number is a recipient that is written without a plus?',
    sides: {
      'whole-numbers-stand': {
        says: 'Digits alone that are a whole number stand, as webhooks give them; what is written as a national number gets the calling code of the business',
        sources: [
          'published-clients: 17',
          'openapi: sendMarketingMessage, to 16315552222',
          'phone-numbers: formatting',
        ],
      },
      'country-of-business': {
        says: "The calling code of the business comes before it: from an Indian number, '1 (631) 555-1234' is +9116315551234",
        sources: ['phone-numbers: formatting'],
      },
      'as-it-stands': {
        says: 'Digits are taken as they stand, with their own calling code',
        sources: ['published-clients: 17'],
      },
    },
    chosen: 'whole-numbers-stand',
    why: 'The table of the page has numbers with spaces and brackets, and is kept for those; but every client answers to the from of a webhook, which has no plus, and Meta’s own samples send such digits.',
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
