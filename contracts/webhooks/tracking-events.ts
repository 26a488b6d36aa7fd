import { text } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'
import { about, one } from './message-shapes.ts'

/** Tracking of marketing messages; only the sample of the App Dashboard is known of it. */
export const trackingEvents = defineWebhook({
  field: 'tracking_events',
  events: {
    events: {
      cause:
        'Not documented: the sample that the App Dashboard sends. Here a happening sends it, and nothing else does',
      entry: 'account',
      value: about(
        {
          events: one({
            type: 'object',
            properties: {
              event_name: text,
              timestamp: { type: 'integer' },
              tracking_data: {
                type: 'object',
                properties: { click_id: text, tracking_token: text },
                additionalProperties: false,
              },
            },
            required: ['event_name', 'timestamp'],
            additionalProperties: false,
          }),
        },
        ['events'],
      ),
      sources: ['track-clicks: tracking_events sample'],
    },
  },
  basis: 'observed',
  sources: ['track-clicks'],
})
