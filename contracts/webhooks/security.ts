import { nodeId, text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const told = <const P extends object>(event: string, properties: P) =>
  ({
    type: 'object',
    properties: { display_phone_number: text, event: { const: event }, ...properties },
    required: ['display_phone_number', 'event', ...Object.keys(properties)],
    additionalProperties: false,
  }) as const

/** The PIN of a number, where somebody changed it in WhatsApp Manager. */
export const security = defineWebhook({
  field: 'security',
  events: {
    PIN_CHANGED: {
      cause: 'Somebody set the PIN of a number in WhatsApp Manager',
      entry: 'account',
      value: told('PIN_CHANGED', {}),
      sources: ['security-webhook: PIN_CHANGED'],
    },
    PIN_RESET_REQUEST: {
      cause: 'Somebody asked in WhatsApp Manager to turn two-step verification off',
      entry: 'account',
      value: told('PIN_RESET_REQUEST', { requester: nodeId }),
      sources: ['security-webhook: PIN_RESET_REQUEST'],
    },
    PIN_REQUEST_SUCCESS: {
      cause: 'Somebody followed the letter that turns two-step verification off',
      entry: 'account',
      value: told('PIN_REQUEST_SUCCESS', {}),
      sources: ['security-webhook: PIN_REQUEST_SUCCESS'],
    },
  },
  basis: 'documented',
  sources: ['security-webhook'],
})
