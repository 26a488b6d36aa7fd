import type { Ruling } from '../ruling.ts'

/** Contradictions about message templates. */
export const templateRulings = {
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
