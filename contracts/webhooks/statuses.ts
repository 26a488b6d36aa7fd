import { flag, text } from '../shapes.ts'
import { about, contact, number, one, timestamp, userId, webhookError } from './message-shapes.ts'

const categories = [
  'authentication',
  'marketing',
  'marketing_lite',
  'referral_conversion',
  'service',
  'utility',
] as const

/** Hyphen in pricing, underscore in conversations: so they are documented. @see sources status-webhook */
const pricing = {
  type: 'object',
  properties: {
    billable: flag,
    pricing_model: { enum: ['PMP', 'CBP'] },
    type: { enum: ['regular', 'free_customer_service', 'free_entry_point'] },
    subtype: { enum: ['paid_exempt'] },
    category: { enum: [...categories, 'authentication-international'] },
    cost: {
      type: 'object',
      properties: { amount: { type: 'number' }, currency: text },
      required: ['amount', 'currency'],
      additionalProperties: false,
    },
  },
  required: ['billable', 'pricing_model', 'category'],
  additionalProperties: false,
} as const

const conversation = {
  type: 'object',
  properties: {
    id: text,
    expiration_timestamp: timestamp,
    origin: {
      type: 'object',
      properties: { type: { enum: [...categories, 'authentication_international'] } },
      required: ['type'],
      additionalProperties: false,
    },
  },
  required: ['id', 'origin'],
  additionalProperties: false,
} as const

const status = <const N extends string, const P extends object, const R extends string = never>(
  name: N,
  more: P,
  required: readonly R[] = [],
) =>
  ({
    type: 'object',
    properties: {
      id: { type: 'string', pattern: '^wamid\\.' },
      status: { const: name },
      timestamp,
      recipient_id: { anyOf: [number, { type: 'string', pattern: '^[A-Za-z0-9+/=_-]{16,}$' }] },
      recipient_type: { const: 'group' },
      recipient_participant_id: number,
      recipient_user_id: userId,
      recipient_parent_user_id: userId,
      parent_recipient_user_id: userId,
      recipient_identity_key_hash: text,
      biz_opaque_callback_data: text,
      ...more,
    },
    required: ['id', 'status', 'timestamp', ...required],
    additionalProperties: false,
  }) as const

const arrived = <const N extends string>(name: N) =>
  about({ contacts: one(contact), statuses: one(status(name, { conversation, pricing })) }, ['statuses'])

/** `statuses` of a message: the value of each. @see sources status-webhook */
export const statusValues = {
  sent: arrived('sent'),
  delivered: arrived('delivered'),
  read: arrived('read'),
  played: arrived('played'),
  failed: about({ statuses: one(status('failed', { errors: one(webhookError) }, ['errors'])) }, ['statuses']),
} as const
