import { nodeId, text } from '../shapes.ts'

/** Digits of the number as it is shown, and the id of its node. */
const metadata = {
  type: 'object',
  properties: { display_phone_number: { type: 'string', pattern: '^[0-9]{7,15}$' }, phone_number_id: nodeId },
  required: ['display_phone_number', 'phone_number_id'],
  additionalProperties: false,
} as const

/** Seconds since 1970, as a string. */
export const timestamp = { type: 'string', pattern: '^[0-9]{10}$' } as const

export const number = { type: 'string', pattern: '^[0-9]{7,15}$', description: 'a number in digits' } as const

/** `US.13491208655302741918`, or `US.ENT.118…` for a parent id. @see sources bsuid-webhooks */
export const userId = { type: 'string', pattern: '^[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}$' } as const

export const contact = {
  type: 'object',
  properties: {
    profile: {
      type: 'object',
      properties: { name: text, username: { type: 'string', pattern: '^@' } },
      required: ['name'],
      additionalProperties: false,
    },
    wa_id: number,
    user_id: userId,
    parent_user_id: userId,
    identity_key_hash: text,
  },
  required: ['profile'],
  additionalProperties: false,
} as const

/** An error as webhooks tell it. @see sources status-webhook, errors-webhook */
export const webhookError = {
  type: 'object',
  properties: {
    code: { type: 'integer' },
    title: text,
    message: text,
    error_data: {
      type: 'object',
      properties: { details: text },
      required: ['details'],
      additionalProperties: false,
    },
    href: text,
  },
  required: ['code', 'title'],
  additionalProperties: false,
} as const

/** A value about one phone number. */
export const about = <const P extends object, const R extends string>(properties: P, required: readonly R[]) =>
  ({
    type: 'object',
    properties: { messaging_product: { const: 'whatsapp' }, metadata, ...properties },
    required: ['messaging_product', 'metadata', ...required],
    additionalProperties: false,
  }) as const

/** A list of one: one POST tells one thing. @see sources published-clients: 35 */
export const one = <const S extends object>(items: S) => ({ type: 'array', items, minItems: 1, maxItems: 1 }) as const
