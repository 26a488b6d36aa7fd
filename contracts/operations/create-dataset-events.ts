import { actionSources, eventErrors } from '../conversion-events.ts'
import { defineOperation } from '../operation.ts'
import { integer, text } from '../shapes.ts'

/** Hashed customer information: one or several of a kind. */
const hashes = { anyOf: [text, { type: 'array', items: text }] } as const

/** One event. What is not named here is taken and not looked at. */
const event = {
  type: 'object',
  properties: {
    event_name: text,
    /** Seconds since 1970. */
    event_time: integer,
    event_id: text,
    action_source: { enum: actionSources },
    messaging_channel: { enum: ['whatsapp', 'messenger', 'instagram'] },
    user_data: {
      type: 'object',
      properties: {
        em: hashes,
        ph: hashes,
        fbc: text,
        client_user_agent: text,
        whatsapp_business_account_id: text,
        page_id: text,
        ctwa_clid: text,
      },
    },
    custom_data: {
      type: 'object',
      properties: {
        // Beyond this no sum is exact any more: the limit is ours.
        value: { type: 'number', minimum: -1e9, maximum: 1e9 },
        currency: text,
        contents: {},
      },
    },
    app_data: { type: 'object', properties: { campaign_ids: hashes } },
  },
  required: ['event_time', 'user_data'],
} as const

/**
 * Tells of conversions: up to 1000 events, of which one that is wrong refuses all. Assumed: that it needs no permission but,
 * of a chat, whatsapp_business_manage_events; that no limit counts the calls; the error for more than 1000; and that
 * action_source may be missing, as in an example of the page.
 */
export const createDatasetEvents = defineOperation({
  name: 'createDatasetEvents',
  method: 'POST',
  on: 'Dataset',
  edge: 'events',
  auth: { permissions: [] },
  limit: 'none',
  params: {
    type: 'object',
    properties: {
      data: { type: 'array', items: event, maxItems: 1000 },
      test_event_code: text,
      partner_agent: text,
    },
    required: ['data'],
  },
  reply: {
    type: 'object',
    properties: { events_received: integer, messages: { type: 'array', items: text }, fbtrace_id: text },
    required: ['events_received', 'messages', 'fbtrace_id'],
    additionalProperties: false,
  },
  errors: [...eventErrors, 'parameter_required', 'permission_missing'],
  volatile: ['/fbtrace_id'],
  basis: 'documented',
  sources: [
    'events-guide',
    'server-event',
    'capture-events-received',
    'business-messaging-events',
    'capture-events-token',
  ],
})
