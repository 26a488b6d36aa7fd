import { appMediaTypes, pastStatuses } from '../app-data.ts'
import { integer } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'
import { appMessage } from './app-messages.ts'
import { about, number, one, webhookError } from './message-shapes.ts'

const history_context = {
  type: 'object',
  properties: { status: { enum: pastStatuses } },
  required: ['status'],
  additionalProperties: false,
} as const

const past = (type: Parameters<typeof appMessage>[0]) => appMessage(type, { history_context }, ['history_context'])

const thread = {
  type: 'object',
  properties: {
    id: number,
    messages: {
      type: 'array',
      minItems: 1,
      items: { anyOf: [past('text'), past('location'), past('contacts'), past('media_placeholder')] },
    },
  },
  required: ['id', 'messages'],
  additionalProperties: false,
} as const

const chunk = {
  type: 'object',
  properties: {
    metadata: {
      type: 'object',
      properties: {
        phase: { enum: [0, 1, 2] },
        chunk_order: integer,
        progress: { type: 'integer', minimum: 0, maximum: 100 },
      },
      required: ['phase', 'chunk_order', 'progress'],
      additionalProperties: false,
    },
    threads: { type: 'array', minItems: 1, items: thread },
  },
  required: ['metadata', 'threads'],
  additionalProperties: false,
} as const

const refusal = {
  type: 'object',
  properties: { errors: one(webhookError) },
  required: ['errors'],
  additionalProperties: false,
} as const

/** The chats that a WhatsApp Business app had before it came to the Cloud API. */
export const history = defineWebhook({
  field: 'history',
  events: {
    threads: {
      cause: 'A partner asked for the chats of a number, and its owner shares them: one for each chunk',
      entry: 'account',
      value: about({ history: one(chunk) }, ['history']),
      sources: ['history-webhook: Chat history sharing approved'],
    },
    media: {
      cause: 'Follows for each message with a file in it that is at most 14 days old',
      entry: 'account',
      value: about({ messages: one({ anyOf: appMediaTypes.map((type) => appMessage(type, {}, [])) }) }, ['messages']),
      sources: ['history-webhook: media message'],
    },
    declined: {
      cause: 'A partner asked for the chats of a number, and its owner does not share them (2593109)',
      entry: 'account',
      value: about({ history: one(refusal) }, ['history']),
      sources: ['history-webhook: Chat history sharing declined'],
    },
  },
  basis: 'documented',
  sources: ['history-webhook', 'coexistence'],
})
