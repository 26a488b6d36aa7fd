import { defineWebhook } from '../webhook.ts'
import { about, number, one, userId } from './message-shapes.ts'

const preference = (value: 'stop' | 'resume') =>
  about(
    {
      contacts: one({
        type: 'object',
        properties: {
          profile: { type: 'object', properties: { name: { type: 'string' }, username: { type: 'string' } } },
          wa_id: number,
          user_id: userId,
          parent_user_id: userId,
        },
        additionalProperties: false,
      }),
      user_preferences: one({
        type: 'object',
        properties: {
          wa_id: number,
          user_id: userId,
          parent_user_id: userId,
          detail: { const: `User requested to ${value} marketing messages` },
          category: { const: 'marketing_messages' },
          value: { const: value },
          // A number here; everywhere else on messages it is a string.
          timestamp: { type: 'integer' },
        },
        required: ['detail', 'category', 'value', 'timestamp'],
        additionalProperties: false,
      }),
    },
    ['contacts', 'user_preferences'],
  )

/** What customers chose about marketing messages. */
export const userPreferences = defineWebhook({
  field: 'user_preferences',
  events: {
    stop: {
      cause: 'A customer stopped marketing messages of the business',
      entry: 'account',
      value: preference('stop'),
      sources: ['user-preferences-webhook', 'bsuid-webhooks: user_preferences webhooks'],
    },
    resume: {
      cause: 'A customer wants marketing messages of the business again',
      entry: 'account',
      value: preference('resume'),
      sources: ['user-preferences-webhook', 'bsuid-webhooks: user_preferences webhooks'],
    },
  },
  basis: 'documented',
  sources: ['user-preferences-webhook'],
})
