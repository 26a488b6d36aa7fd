import type { Ruling } from '../ruling.ts'

/** Contradictions about the analytics of accounts. */
export const analyticsRulings = {
  'template-insights-disabled': {
    question: 'What does template_analytics answer for an account that was not opted in?',
    sides: {
      captured: {
        says: 'Code 1 with subcode 4182004, and the text in error_data as a string',
        sources: ['capture-template-insights-disabled'],
      },
      documented: { says: '200007', sources: ['error-codes: 200007'] },
    },
    chosen: 'captured',
    why: 'Two clients tell it from other errors by this subcode and this text; nobody shows 200007 on the wire.',
  },
  'analytics-product-type': {
    question: 'How does template_analytics name the Marketing Messages API in its reply?',
    sides: {
      MARKETING_MESSAGES_LITE_API: {
        says: 'MARKETING_MESSAGES_LITE_API, in capitals',
        sources: ['enroll-max-price', 'capture-template-analytics', 'codegen: template_analytics'],
      },
      marketing_messages_api_for_whatsapp: {
        says: 'By the name that the page has for the parameter, in small letters as its sample has cloud_api',
        sources: ['waba-analytics: product_type'],
      },
    },
    chosen: 'MARKETING_MESSAGES_LITE_API',
    why: 'A partner passes it on as it came, and a page of June 2026 has it. Cloud API is cloud_api under both, as in the one sample of it.',
  },
  'analytics-incoming': {
    question: 'Do analytics count what customers send where no product_types are asked for?',
    sides: {
      'left-out': {
        says: 'No: what is incoming cannot even be asked for together with what was sent',
        sources: ['group-analytics: product_types'],
      },
      counted: {
        says: 'Yes: "analytics will be returned for all messages together"',
        sources: ['waba-analytics: product_types'],
      },
    },
    chosen: 'left-out',
    why: 'Sent and delivered are told of what a business sends; clients take them for that.',
  },
  'conversation-analytics-data': {
    question: 'Are there conversations to count since prices are per message?',
    sides: {
      'one-per-message': {
        says: 'Yes, one for each message that was delivered',
        sources: ['waba-analytics: conversation_analytics', 'view-metrics: conversation_analytics'],
      },
      none: { says: 'No: there is never any data', sources: ['capture-no-conversations'] },
    },
    chosen: 'one-per-message',
    why: 'Pages of 2026 still tell how to ask for conversations of marketing messages. Three clients never got any, for reasons that they do not know.',
  },
  'conversions-of-cloud-api': {
    question: 'What does template_analytics answer where conversions are asked for of Cloud API?',
    sides: {
      'left-out': { says: 'The points without them', sources: ['waba-analytics: metric_types'] },
      refused: {
        says: 'An error: the values are for the Marketing Messages API only',
        sources: ['waba-analytics: metric_types'],
      },
    },
    chosen: 'left-out',
    why: 'The page marks them "MM API for WhatsApp only" and names no error; that every metric may be asked for of each product harms no client.',
  },
} as const satisfies Record<string, Ruling>
