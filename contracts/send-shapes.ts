import { flag, text } from './shapes.ts'
import { sentTemplate } from './template-parameters.ts'

/** What a reply to a send says. */
export const sendReply = {
  type: 'object',
  properties: {
    messaging_product: { const: 'whatsapp' },
    contacts: {
      type: 'array',
      items: {
        type: 'object',
        properties: { input: text, wa_id: text, user_id: text },
        required: ['input'],
        additionalProperties: false,
      },
    },
    messages: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', pattern: '^wamid\\.' },
          message_status: { enum: ['accepted', 'held_for_quality_assessment', 'paused'] },
        },
        required: ['id'],
        additionalProperties: false,
      },
    },
  },
  required: ['messaging_product', 'contacts', 'messages'],
  additionalProperties: false,
} as const

/** What both ways to send understand. */
export const sendParams = {
  messaging_product: { const: 'whatsapp' },
  recipient_type: { enum: ['individual'] },
  to: text,
  recipient: text,
  type: text,
  template: sentTemplate,
  /** @see sources phone-numbers: Identity change check */
  recipient_identity_key_hash: text,
  biz_opaque_callback_data: { type: 'string', maxLength: 512 },
  message_activity_sharing: flag,
  bid_spec: {
    type: 'object',
    properties: { per_message_bid_multiplier: { type: 'number', exclusiveMinimum: 0 } },
    additionalProperties: false,
  },
} as const
