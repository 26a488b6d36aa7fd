import type { ErrorName } from './errors.ts'
import { contacts } from './message-types/contacts.ts'
import { interactiveObjects } from './message-types/interactive.ts'
import { filled, mediaObjects } from './message-types/shapes.ts'
import { flag, text } from './shapes.ts'

const coordinate = { type: 'number' } as const

/** The object of each type of message that is no template: `{"type":"text","text":{…}}`. @see sources openapi, messages-text, messages-media */
export const messageObjects = {
  text: {
    type: 'object',
    properties: { body: { type: 'string', minLength: 1, maxLength: 4096 }, preview_url: flag },
    required: ['body'],
    additionalProperties: false,
  },
  ...mediaObjects,
  location: {
    type: 'object',
    properties: { latitude: coordinate, longitude: coordinate, name: text, address: text },
    required: ['latitude', 'longitude'],
    additionalProperties: false,
  },
  contacts,
  // An empty emoji takes the reaction back.
  reaction: {
    type: 'object',
    properties: { message_id: filled, emoji: text },
    required: ['message_id', 'emoji'],
    additionalProperties: false,
  },
  interactive: {
    type: 'object',
    properties: {
      type: { enum: Object.keys(interactiveObjects) as readonly (keyof typeof interactiveObjects)[] },
    },
    required: ['type'],
  },
} as const

export type FreeFormType = keyof typeof messageObjects

/** Types that Graph names when it refuses another one. @see sources capture-message-type */
export const graphMessageTypes = [
  'AUDIO',
  'CONTACTS',
  'DOCUMENT',
  'GIF',
  'IMAGE',
  'INTERACTIVE',
  'LINK_PREVIEW',
  'LOCATION',
  'PIN',
  'REACTION',
  'STICKER',
  'TEMPLATE',
  'TEXT',
  'VIDEO',
] as const

/** `context`: the message is a reply to another. @see sources openapi: MessageContext */
export const replyContext = {
  type: 'object',
  properties: { message_id: filled },
  required: ['message_id'],
} as const

/** `typing_indicator` beside `status: read`. @see sources typing-indicators */
export const typingIndicator = {
  type: 'object',
  properties: { type: { enum: ['text'] } },
  required: ['type'],
  additionalProperties: false,
} as const

const object = { type: 'object' } as const

/**
 * The parameters of POST /{phone}/messages that are no template: their objects are looked at when the type is known, as
 * only the object of the type counts.
 */
export const freeFormParams = {
  text: object,
  image: object,
  audio: object,
  video: object,
  document: object,
  sticker: object,
  location: object,
  contacts: { type: 'array' },
  reaction: object,
  interactive: object,
  context: replyContext,
  status: { enum: ['read'] },
  message_id: filled,
  typing_indicator: typingIndicator,
} as const

/** The errors of a message that is no template, beyond those of any send. */
export const freeFormErrors = [
  'message_type_unsupported',
  'message_link_invalid',
] as const satisfies readonly ErrorName[]
