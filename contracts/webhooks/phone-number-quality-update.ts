import { limitTiers } from '../nodes/phone-number.ts'
import { text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const tier = { enum: [...limitTiers, 'TIER_50', 'TIER_NOT_SET'] } as const

/** The limit stands under one of two keys. @see ruling quality-update-limit */
const about = (event: string) =>
  ({
    type: 'object',
    properties: {
      display_phone_number: text,
      event: { const: event },
      current_limit: tier,
      max_daily_conversations_per_business: tier,
    },
    required: ['display_phone_number', 'event'],
    additionalProperties: false,
  }) as const

/** Quality and throughput of a number. */
export const phoneNumberQualityUpdate = defineWebhook({
  field: 'phone_number_quality_update',
  events: {
    FLAGGED: {
      cause: 'The quality of a number fell to RED',
      entry: 'account',
      value: about('FLAGGED'),
      sources: ['manage-webhooks: phone_number_quality_update'],
    },
    UNFLAGGED: {
      cause: 'The quality of a flagged number is better again',
      entry: 'account',
      value: about('UNFLAGGED'),
      sources: ['manage-webhooks: phone_number_quality_update'],
    },
    THROUGHPUT_UPGRADE: {
      cause: 'A number can send 1,000 messages a second from now on',
      entry: 'account',
      value: about('THROUGHPUT_UPGRADE'),
      sources: ['quality-update', 'throughput'],
    },
  },
  basis: 'documented',
  sources: ['quality-update'],
})
