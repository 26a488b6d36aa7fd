import { integer, text } from './shapes.ts'

// What a send says for the variables, media and buttons of its template. @see sources send-marketing-messages, openapi

/** A medium is one of `id` (uploaded) and `link`; which of them is checked with the rest of the message. */
const medium = {
  type: 'object',
  properties: { id: text, link: text, filename: text, caption: text, provider: { type: 'object' } },
  additionalProperties: false,
} as const

const productItems = {
  type: 'array',
  items: {
    type: 'object',
    properties: { product_retailer_id: text },
    required: ['product_retailer_id'],
    additionalProperties: false,
  },
} as const

const action = {
  type: 'object',
  properties: {
    thumbnail_product_retailer_id: text,
    sections: {
      type: 'array',
      items: {
        type: 'object',
        properties: { title: text, product_items: productItems },
        required: ['product_items'],
        additionalProperties: false,
      },
    },
    flow_token: text,
    flow_action_data: { type: 'object' },
  },
  additionalProperties: false,
} as const

export const parameterTypes = [
  'text',
  'currency',
  'date_time',
  'image',
  'video',
  'gif',
  'document',
  'location',
  'payload',
  'coupon_code',
  'action',
  'limited_time_offer',
  'product',
  'tap_target_configuration',
  'order_status',
] as const

export const parameter = {
  type: 'object',
  properties: {
    type: { enum: parameterTypes },
    parameter_name: text,
    text,
    payload: text,
    coupon_code: text,
    currency: {
      type: 'object',
      properties: { fallback_value: text, code: text, amount_1000: integer },
      required: ['fallback_value', 'code', 'amount_1000'],
      additionalProperties: false,
    },
    date_time: { type: 'object', properties: { fallback_value: text }, required: ['fallback_value'] },
    image: medium,
    video: medium,
    gif: medium,
    document: medium,
    location: {
      type: 'object',
      properties: {
        latitude: { type: ['string', 'number'] },
        longitude: { type: ['string', 'number'] },
        name: text,
        address: text,
      },
      required: ['latitude', 'longitude'],
      additionalProperties: false,
    },
    action,
    limited_time_offer: {
      type: 'object',
      properties: { expiration_time_ms: { type: 'number' } },
      required: ['expiration_time_ms'],
      additionalProperties: false,
    },
    product: {
      type: 'object',
      properties: { product_retailer_id: text, catalog_id: text },
      required: ['product_retailer_id'],
      additionalProperties: false,
    },
    tap_target_configuration: { type: 'array', items: { type: 'object' } },
    order_status: { type: 'object' },
  },
  required: ['type'],
  additionalProperties: false,
} as const

/** Published clients write types in either case; Meta's samples have both. */
const sentComponent = {
  type: 'object',
  properties: {
    type: {
      enum: [
        'header',
        'body',
        'footer',
        'button',
        'carousel',
        'limited_time_offer',
        'order_status',
        'HEADER',
        'BODY',
        'FOOTER',
        'BUTTON',
        'CAROUSEL',
        'LIMITED_TIME_OFFER',
        'ORDER_STATUS',
      ],
    },
    sub_type: text,
    index: { type: ['string', 'integer'] },
    parameters: { type: 'array', items: parameter },
  },
  required: ['type'],
} as const

export const sentTemplate = {
  type: 'object',
  properties: {
    name: text,
    namespace: text,
    language: {
      type: 'object',
      properties: { code: text, policy: { enum: ['deterministic'] } },
      required: ['code'],
      additionalProperties: false,
    },
    components: {
      type: 'array',
      items: {
        ...sentComponent,
        properties: {
          ...sentComponent.properties,
          cards: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                card_index: { type: ['string', 'integer'] },
                components: { type: 'array', items: { ...sentComponent, additionalProperties: false } },
              },
              required: ['card_index', 'components'],
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  required: ['name', 'language'],
  additionalProperties: false,
} as const
