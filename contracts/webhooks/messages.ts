import { text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'
import { inboundValue, systemValue } from './inbound.ts'
import { about, one, timestamp, webhookError } from './message-shapes.ts'
import { statusValues } from './statuses.ts'

const action = <const N extends string, const P extends object>(name: N, data: P) =>
  about(
    {
      user_actions: one({
        type: 'object',
        properties: {
          action_type: { const: name },
          timestamp,
          marketing_messages_link_click_data: { type: 'object', properties: data, additionalProperties: false },
        },
        required: ['action_type', 'timestamp', 'marketing_messages_link_click_data'],
        additionalProperties: false,
      }),
    },
    ['user_actions'],
  )

const click = { click_id: text, tracking_token: text } as const

/** What became of messages, what customers send, and what they do. The part of the value that is there tells which. */
export const messages = defineWebhook({
  field: 'messages',
  events: {
    'statuses: sent': {
      cause: 'WhatsApp took a message of the business',
      entry: 'account',
      value: statusValues.sent,
      sources: ['status-webhook', 'bsuid-webhooks: Status messages webhooks'],
    },
    'statuses: delivered': {
      cause: 'A message arrived on a phone; left out where the chat is open',
      entry: 'account',
      value: statusValues.delivered,
      sources: ['status-webhook', 'bsuid-webhooks: Status messages webhooks'],
    },
    'statuses: read': {
      cause: 'The customer read a message, and does not hide it',
      entry: 'account',
      value: statusValues.read,
      sources: ['status-webhook', 'bsuid-webhooks: Status messages webhooks'],
    },
    'statuses: played': {
      cause: 'The customer listened to a voice message',
      entry: 'account',
      value: statusValues.played,
      sources: ['status-webhook'],
    },
    'statuses: failed': {
      cause: 'A message that was taken with a 200 could not be delivered',
      entry: 'account',
      value: statusValues.failed,
      sources: ['status-webhook: 131049', 'bsuid-webhooks: Status messages webhooks'],
    },
    messages: {
      cause: 'A customer wrote, tapped, chose, ordered or reacted',
      entry: 'account',
      value: inboundValue,
      sources: ['openapi: webhooks', 'bsuid-webhooks: Incoming messages webhooks'],
    },
    'messages: system': {
      cause: 'A customer has a new number',
      entry: 'account',
      value: systemValue,
      sources: ['openapi: SystemMessage', 'bsuid-webhooks: System messages webhooks'],
    },
    'user_actions: marketing_messages_link_click': {
      cause: 'A customer tapped a link of a message of the Marketing Messages API that is at most 7 days old',
      entry: 'account',
      value: action('marketing_messages_link_click', {
        ...click,
        click_component: { enum: ['cta', 'body'] },
        product_id: text,
      }),
      sources: ['track-clicks'],
    },
    'user_actions: landing_page_view': {
      cause: 'The page behind such a link opened in WhatsApp',
      entry: 'account',
      value: action('landing_page_view', click),
      sources: ['track-clicks', 'meta-cloud-api-sdk'],
    },
    errors: {
      cause: 'Something is wrong with the number as a whole',
      entry: 'account',
      value: about({ errors: one(webhookError) }, ['errors']),
      sources: ['errors-webhook'],
    },
  },
  basis: 'documented',
  sources: ['status-webhook', 'openapi: webhooks'],
})
