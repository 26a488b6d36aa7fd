import { flag, text } from '../shapes.ts'

// A `$comment` is what Graph says in `error_data.details` when a limit of the schema is not kept; a limit without one is
// Graph's own (code 100). @see errors message_parameter_wrong

/** Text of some length that may not be empty. */
export const filled = { type: 'string', minLength: 1 } as const

/** A file that was uploaded (`id`) or lies somewhere (`link`): one of the two. */
export const media = { id: filled, link: filled } as const

export const caption = { type: 'string', maxLength: 1024 } as const

const mediaObject = { type: 'object', properties: media, additionalProperties: false } as const
const captioned = { type: 'object', properties: { ...media, caption }, additionalProperties: false } as const

/** The objects of the types that are one file. */
export const mediaObjects = {
  image: captioned,
  video: captioned,
  audio: { type: 'object', properties: { ...media, voice: flag }, additionalProperties: false },
  document: { type: 'object', properties: { ...media, caption, filename: text }, additionalProperties: false },
  sticker: mediaObject,
} as const

const documentHeader = {
  type: 'object',
  properties: { ...media, filename: text },
  additionalProperties: false,
} as const

const headerText = {
  type: 'string',
  maxLength: 60,
  $comment: 'Header text length invalid. Min length: 1, Max length: 60',
} as const

/** The top of an interactive message. */
export const header = {
  type: 'object',
  properties: {
    type: { enum: ['text', 'image', 'video', 'document'] },
    text: headerText,
    image: mediaObject,
    video: mediaObject,
    document: documentHeader,
  },
  required: ['type'],
  additionalProperties: false,
} as const

export const footer = {
  type: 'object',
  properties: {
    text: { type: 'string', maxLength: 60, $comment: 'Footer text length invalid. Min length: 0, Max length: 60' },
  },
  required: ['text'],
  additionalProperties: false,
} as const

const bodyOf = <const N extends number>(most: N) =>
  ({
    type: 'object',
    properties: {
      text: {
        type: 'string',
        minLength: 1,
        maxLength: most,
        $comment: `Body text length invalid. Min length: 1, Max length: ${most}`,
      },
    },
    required: ['text'],
    additionalProperties: false,
  }) as const

/** The text of an interactive message, and of a card. */
export const body = bodyOf(1024)
export const cardBody = bodyOf(160)

/** The text of a list where its page is followed. @see ruling list-body-length */
export const longBody = bodyOf(4096)

export const buttonTitle = {
  type: 'string',
  minLength: 1,
  maxLength: 20,
  $comment: 'Button title length invalid. Min length: 1, Max length: 20',
} as const

export const buttonId = {
  type: 'string',
  minLength: 1,
  maxLength: 256,
  $comment: 'Button id length invalid. Min length: 1, Max length: 256',
} as const
