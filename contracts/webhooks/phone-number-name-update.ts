import { rejectionReasons } from '../nodes/phone-number.ts'
import { text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const decided = (decision: string, rejection_reason: object) =>
  ({
    type: 'object',
    properties: {
      display_phone_number: text,
      decision: { const: decision },
      requested_verified_name: text,
      rejection_reason,
    },
    required: ['display_phone_number', 'decision', 'requested_verified_name', 'rejection_reason'],
    additionalProperties: false,
  }) as const

const reviewed = (decision: string, rejection: object = { type: 'null' }) =>
  ({
    cause: `Meta looked at a display name: ${decision}`,
    entry: 'account',
    value: decided(decision, rejection),
    sources: ['name-update'],
  }) as const

/** What came of the review of a display name; the key of an event is its `decision`. */
export const phoneNumberNameUpdate = defineWebhook({
  field: 'phone_number_name_update',
  events: {
    APPROVED: reviewed('APPROVED'),
    DEFERRED: reviewed('DEFERRED'),
    PENDING: reviewed('PENDING'),
    REJECTED: reviewed('REJECTED', { enum: rejectionReasons }),
  },
  basis: 'documented',
  sources: ['name-update', 'display-names'],
})
