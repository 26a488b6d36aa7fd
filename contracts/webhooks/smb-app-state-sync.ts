import { text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'
import { about, number, timestamp } from './message-shapes.ts'

const change = <const P extends object, const A extends string>(action: A, contact: P) =>
  about(
    {
      state_sync: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            type: { const: 'contact' },
            contact: {
              type: 'object',
              properties: { ...contact, phone_number: number },
              required: ['phone_number'],
              additionalProperties: false,
            },
            action: { const: action },
            metadata: {
              type: 'object',
              properties: { timestamp },
              required: ['timestamp'],
              additionalProperties: false,
            },
          },
          required: ['type', 'contact', 'action', 'metadata'],
          additionalProperties: false,
        },
      },
    },
    ['state_sync'],
  )

/** The address book of the WhatsApp Business app; the key of an event is its `action`. */
export const smbAppStateSync = defineWebhook({
  field: 'smb_app_state_sync',
  events: {
    add: {
      cause: 'A partner asked for the contacts of a number in the WhatsApp Business app, or one was added or edited',
      entry: 'account',
      value: change('add', { full_name: text, first_name: text }),
      sources: ['state-sync-webhook', 'coexistence: Initiate contacts synchronization'],
    },
    remove: {
      cause: 'A contact was removed in the WhatsApp Business app',
      entry: 'account',
      value: change('remove', {}),
      sources: ['state-sync-webhook'],
    },
  },
  basis: 'documented',
  sources: ['state-sync-webhook', 'coexistence'],
})
