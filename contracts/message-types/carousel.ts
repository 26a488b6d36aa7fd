import { buttonId, buttonTitle, cardBody, filled, header } from './shapes.ts'

const quickReply = {
  type: 'object',
  properties: {
    type: { const: 'quick_reply' },
    quick_reply: {
      type: 'object',
      properties: { id: buttonId, title: buttonTitle },
      required: ['id', 'title'],
      additionalProperties: false,
    },
  },
  required: ['type', 'quick_reply'],
  additionalProperties: false,
} as const

const card = {
  type: 'object',
  properties: {
    card_index: { type: 'integer', minimum: 0, maximum: 9, $comment: 'Card index must be between 0 and 9' },
    type: { enum: ['cta_url', 'product'] },
    header,
    body: cardBody,
    action: {
      type: 'object',
      properties: {
        name: { const: 'cta_url' },
        parameters: {
          type: 'object',
          properties: { display_text: buttonTitle, url: filled },
          required: ['display_text', 'url'],
          additionalProperties: false,
        },
        buttons: { type: 'array', items: quickReply, minItems: 1 },
        catalog_id: filled,
        product_retailer_id: filled,
      },
      additionalProperties: false,
    },
  },
  required: ['card_index', 'type', 'action'],
  additionalProperties: false,
} as const

/** Two to ten cards, each with a file and buttons, or each with a product. @see sources messages-carousel */
export const carouselAction = {
  type: 'object',
  properties: {
    cards: {
      type: 'array',
      items: card,
      minItems: 2,
      maxItems: 10,
      $comment: 'Invalid cards count. Min allowed cards: 2, Max allowed cards: 10',
    },
  },
  required: ['cards'],
  additionalProperties: false,
} as const
