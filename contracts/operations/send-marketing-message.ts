import { defineOperation } from '../operation.ts'
import { marketingRefusals, sendRefusals } from '../send-errors.ts'
import { sendParams, sendReply } from '../send-shapes.ts'

/**
 * Sends a marketing template through the Marketing Messages API, or falls back to the Cloud API.
 * Meta's OpenAPI closes the object and wants `to` and `recipient_type`; its pages and published clients do not.
 */
export const sendMarketingMessage = defineOperation({
  name: 'sendMarketingMessage',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'marketing_messages',
  auth: { permissions: ['whatsapp_business_messaging'] },
  limit: 'throughput',
  sends: true,
  params: {
    type: 'object',
    properties: { ...sendParams, product_policy: { enum: ['CLOUD_API_FALLBACK', 'STRICT'] } },
    required: ['messaging_product', 'type'],
  },
  reply: sendReply,
  errors: [...sendRefusals, ...marketingRefusals],
  rulings: [
    'order-of-send-checks',
    'number-without-plus',
    'brazil-mexico-digit',
    'mm-strict-not-onboarded',
    'mm-template-syncing',
    'mm-wrong-category',
    'message-status-presence',
    'ecosystem-limit-timing',
  ],
  volatile: ['/messages/0/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['send-marketing-messages', 'openapi: sendMarketingMessage', 'published-clients: 18'],
})
