import { limitTiers } from '../nodes/phone-number.ts'
import { integer } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

/** How much a business may do. -1 is unlimited. @see ruling capability-limit-type */
export const businessCapabilityUpdate = defineWebhook({
  field: 'business_capability_update',
  events: {
    MESSAGING_LIMIT: {
      cause: 'The messaging limit of a portfolio changed; each of its accounts is told',
      entry: 'account',
      value: {
        type: 'object',
        properties: {
          max_daily_conversation_per_phone: integer,
          max_daily_conversations_per_business: { anyOf: [integer, { enum: limitTiers }] },
          max_phone_numbers_per_business: integer,
          max_phone_numbers_per_waba: integer,
        },
        additionalProperties: false,
      },
      sources: ['capability-update', 'messaging-limits'],
    },
  },
  basis: 'documented',
  sources: ['capability-update'],
})
