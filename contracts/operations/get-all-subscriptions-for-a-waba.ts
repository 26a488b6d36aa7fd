import { defineOperation } from '../operation.ts'
import { nodeId, noParams, text } from '../shapes.ts'

/** The apps that are subscribed to one WABA. */
export const getAllSubscriptionsForAWaba = defineOperation({
  name: 'getAllSubscriptionsForAWaba',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'subscribed_apps',
  auth: { permissions: ['whatsapp_business_management'] },
  params: noParams,
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            whatsapp_business_api_data: {
              type: 'object',
              properties: { id: nodeId, link: text, name: text },
              required: ['id', 'link', 'name'],
              additionalProperties: false,
            },
            override_callback_uri: text,
          },
          required: ['whatsapp_business_api_data'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: [],
  live: 'safe',
  basis: 'documented',
  sources: ['webhooks-override', 'manage-webhooks', 'published-clients: 45'],
})
