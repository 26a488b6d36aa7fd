import { inboundContext, inboundObjects, referral } from '../inbound-messages.ts'
import { text } from '../shapes.ts'
import { about, contact, number, one, timestamp, userId, webhookError } from './message-shapes.ts'

const sender = {
  from: number,
  from_user_id: userId,
  from_parent_user_id: userId,
  group_id: text,
  id: { type: 'string', pattern: '^wamid\\.' },
  timestamp,
} as const

const message = <const T extends string, const P extends object, const R extends string>(
  type: T,
  properties: P,
  required: readonly R[],
) =>
  ({
    type: 'object',
    properties: { ...sender, type: { const: type }, ...properties },
    required: ['id', 'timestamp', 'type', ...required],
    additionalProperties: false,
  }) as const

const received = (type: keyof typeof inboundObjects) =>
  message(type, { [type]: inboundObjects[type], context: inboundContext, referral }, [type])

const unsupported = (type: 'unsupported' | 'unknown') => message(type, { errors: one(webhookError) }, ['errors'])

/** A message of any type but `system`. */
export const inboundValue = about(
  {
    contacts: one(contact),
    messages: one({
      anyOf: [
        received('text'),
        received('image'),
        received('video'),
        received('audio'),
        received('document'),
        received('sticker'),
        received('location'),
        received('contacts'),
        received('reaction'),
        received('button'),
        received('interactive'),
        received('order'),
        unsupported('unsupported'),
        unsupported('unknown'),
      ],
    }),
  },
  ['contacts', 'messages'],
)

/** News of the customer's own number. It has no `contacts`. @see sources openapi: SystemMessage; ruling number-change-message */
export const systemValue = about(
  {
    messages: one(
      message(
        'system',
        {
          system: {
            type: 'object',
            properties: {
              body: text,
              wa_id: number,
              user_id: userId,
              parent_user_id: userId,
              type: { enum: ['user_changed_number', 'user_changed_user_id'] },
            },
            required: ['body', 'type'],
            additionalProperties: false,
          },
        },
        ['system'],
      ),
    ),
  },
  ['messages'],
)
