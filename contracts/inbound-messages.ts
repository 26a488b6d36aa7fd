import { contacts } from './inbound-messages/contacts.ts'
import { interactive } from './inbound-messages/interactive.ts'
import { text } from './shapes.ts'

const closed = <const P extends object, const R extends string = never>(properties: P, required: readonly R[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const

const media = { mime_type: text, sha256: text, id: text, url: text } as const
const MEDIA = ['mime_type', 'sha256', 'id'] as const

/** What a customer sends: the object of each type, as webhooks tell it. @see sources openapi: webhooks */
export const inboundObjects = {
  text: closed({ body: text }, ['body']),
  image: closed({ ...media, caption: text }, MEDIA),
  video: closed({ ...media, caption: text }, MEDIA),
  audio: closed({ ...media, voice: { type: 'boolean' } }, MEDIA),
  document: closed({ ...media, caption: text, filename: text }, MEDIA),
  sticker: closed({ ...media, animated: { type: 'boolean' } }, MEDIA),
  location: closed(
    { latitude: { type: 'number' }, longitude: { type: 'number' }, name: text, address: text, url: text },
    ['latitude', 'longitude'],
  ),
  contacts,
  // Without an emoji the reaction is taken back.
  reaction: closed({ message_id: text, emoji: text }, ['message_id']),
  button: closed({ payload: text, text }, ['payload', 'text']),
  interactive,
  order: closed(
    {
      catalog_id: text,
      text,
      product_items: {
        type: 'array',
        minItems: 1,
        items: closed(
          {
            product_retailer_id: text,
            quantity: { type: 'integer' },
            item_price: { type: 'number' },
            currency: text,
          },
          ['product_retailer_id', 'quantity', 'item_price', 'currency'],
        ),
      },
    },
    ['catalog_id', 'product_items'],
  ),
} as const

export type InboundType = keyof typeof inboundObjects

/** What a message answers, or what it is about. */
export const inboundContext = {
  type: 'object',
  properties: {
    from: text,
    id: text,
    forwarded: { type: 'boolean' },
    frequently_forwarded: { type: 'boolean' },
    referred_product: closed({ catalog_id: text, product_retailer_id: text }, ['catalog_id', 'product_retailer_id']),
  },
  additionalProperties: false,
} as const

/** The ad that a customer came from. */
export const referral = {
  type: 'object',
  properties: {
    source_url: text,
    source_id: text,
    source_type: { enum: ['ad', 'post'] },
    body: text,
    headline: text,
    media_type: { enum: ['image', 'video'] },
    image_url: text,
    video_url: text,
    thumbnail_url: text,
    ctwa_clid: text,
    welcome_message: closed({ text }, ['text']),
  },
  required: ['source_url', 'source_id', 'source_type'],
  additionalProperties: false,
} as const

/** What stands beside a message that the API cannot show. @see sources openapi: UnsupportedMessage */
export const unsupportedErrors = [
  {
    code: 131051,
    title: 'Message type unknown',
    message: 'Message type unknown',
    error_data: { details: 'Message type is currently not supported.' },
  },
] as const
