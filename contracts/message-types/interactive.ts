import { carouselAction } from './carousel.ts'
import { productAction, productListAction } from './products.ts'
import { body, buttonId, buttonTitle, filled, footer, header, longBody } from './shapes.ts'

/** `interactive` of one type: what it must have, and what its action is. */
const interactive = <const A extends object, const R extends string = 'body'>(action: A, required?: readonly R[]) =>
  ({
    type: 'object',
    properties: { type: filled, header, body, footer, action },
    required: ['type', ...((required ?? ['body']) as readonly R[]), 'action'],
    additionalProperties: false,
  }) as const

/** An action that is its name and parameters. */
const named = <const N extends string, const P extends object>(name: N, parameters: P) =>
  ({
    type: 'object',
    properties: { name: { const: name }, parameters },
    required: ['name', 'parameters'],
    additionalProperties: false,
  }) as const

const bare = <const N extends string>(name: N) =>
  ({
    type: 'object',
    properties: { name: { const: name }, parameters: { type: 'object' } },
    required: ['name'],
    additionalProperties: false,
  }) as const

const reply = {
  type: 'object',
  properties: {
    type: { const: 'reply' },
    reply: {
      type: 'object',
      properties: { id: buttonId, title: buttonTitle },
      required: ['id', 'title'],
      additionalProperties: false,
    },
  },
  required: ['type', 'reply'],
  additionalProperties: false,
} as const

const buttons = {
  type: 'object',
  properties: {
    buttons: {
      type: 'array',
      items: reply,
      minItems: 1,
      maxItems: 3,
      $comment: 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
    },
  },
  required: ['buttons'],
  additionalProperties: false,
} as const

const row = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 200, $comment: 'Row id is too long. Max length is 200' },
    title: { type: 'string', minLength: 1, maxLength: 24, $comment: 'Row title is too long. Max length is 24' },
    description: { type: 'string', maxLength: 72, $comment: 'Row description is too long. Max length is 72' },
  },
  required: ['id', 'title'],
  additionalProperties: false,
} as const

const list = {
  type: 'object',
  properties: {
    button: {
      type: 'string',
      minLength: 1,
      maxLength: 20,
      $comment: 'Button title length invalid. Min length: 1, Max length: 20',
    },
    sections: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      $comment: 'Total section count exceed max allowed count: 10',
      items: {
        type: 'object',
        properties: {
          title: { type: 'string', maxLength: 24, $comment: 'Section title is too long. Max length is 24' },
          rows: { type: 'array', items: row, minItems: 1 },
        },
        required: ['rows'],
        additionalProperties: false,
      },
    },
  },
  required: ['button', 'sections'],
  additionalProperties: false,
} as const

const flow = named('flow', {
  type: 'object',
  properties: {
    flow_message_version: { enum: ['3'] },
    flow_id: filled,
    flow_name: filled,
    flow_cta: filled,
    flow_token: filled,
    mode: { enum: ['draft', 'published'] },
    flow_action: { enum: ['navigate', 'data_exchange'] },
    flow_action_payload: { type: 'object', properties: { screen: filled, data: {} }, additionalProperties: false },
  },
  required: ['flow_message_version', 'flow_cta'],
  additionalProperties: false,
})

const ctaUrl = named('cta_url', {
  type: 'object',
  properties: { display_text: buttonTitle, url: filled },
  required: ['display_text', 'url'],
  additionalProperties: false,
})

const address = named('address_message', {
  type: 'object',
  properties: {
    country: filled,
    values: { type: 'object' },
    saved_addresses: { type: 'array' },
    validation_errors: { type: 'object' },
  },
  required: ['country'],
  additionalProperties: false,
})

/** `interactive` by its type. @see sources messages-interactive, messages-list, messages-cta-url, messages-flow, messages-address, bsuid-webhooks */
export const interactiveObjects = {
  button: interactive(buttons),
  list: interactive(list),
  cta_url: interactive(ctaUrl),
  flow: interactive(flow),
  product: interactive(productAction, []),
  product_list: interactive(productListAction, ['header', 'body']),
  catalog_message: interactive(bare('catalog_message')),
  location_request_message: interactive(bare('send_location')),
  address_message: interactive(address),
  call_permission_request: interactive(bare('call_permission_request'), []),
  carousel: interactive(carouselAction),
  request_contact_info: interactive(bare('request_contact_info')),
  contact_request: interactive(bare('request_contact_info')),
  voice_call: interactive(bare('voice_call')),
  order_details: interactive(bare('review_and_pay')),
  order_status: interactive(bare('review_order')),
} as const

/** A list with the longer text that its page allows. @see ruling list-body-length */
export const listOfThePage = {
  ...interactiveObjects.list,
  properties: { ...interactiveObjects.list.properties, body: longBody },
} as const
