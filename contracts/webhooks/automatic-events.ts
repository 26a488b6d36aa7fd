import { text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'
import { about, one } from './message-shapes.ts'

const detected = (names: readonly string[], required: readonly string[]) =>
  about(
    {
      automatic_events: one({
        type: 'object',
        properties: {
          id: { type: 'string', pattern: '^wamid\\.' },
          event_name: { enum: names },
          timestamp: { type: 'integer' },
          ctwa_clid: text,
          custom_data: {
            type: 'object',
            properties: { currency: text, value: { type: 'number' } },
            required: ['currency', 'value'],
            additionalProperties: false,
          },
        },
        required: ['id', 'event_name', 'timestamp', ...required],
        additionalProperties: false,
      }),
    },
    ['automatic_events'],
  )

/** What Meta believes to see in a chat that began with an ad. The reference writes names as here, the sample in small letters. */
export const automaticEvents = defineWebhook({
  field: 'automatic_events',
  events: {
    LeadSubmitted: {
      cause: 'Meta took what a customer wrote for an enquiry',
      entry: 'account',
      value: detected(['LeadSubmitted', 'lead_submitted'], []),
      sources: ['automatic-events'],
    },
    Purchase: {
      cause: 'Meta took what a customer wrote for a purchase',
      entry: 'account',
      value: detected(['Purchase', 'purchase'], ['custom_data']),
      sources: ['automatic-events'],
    },
  },
  basis: 'documented',
  sources: ['automatic-events'],
})
