import { defineOperation } from '../operation.ts'
import { cloudRefusals, sendRefusals } from '../send-errors.ts'
import { sendParams, sendReply } from '../send-shapes.ts'

/** Sends a message of any kind through the Cloud API, or marks one as read. */
export const sendMessage = defineOperation({
  name: 'sendMessage',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'messages',
  auth: { permissions: ['whatsapp_business_messaging'] },
  limit: 'throughput',
  sends: true,
  params: {
    type: 'object',
    properties: sendParams,
    required: ['messaging_product'],
  },
  reply: sendReply,
  errors: [...sendRefusals, ...cloudRefusals],
  rulings: ['order-of-send-checks', 'number-without-plus', 'brazil-mexico-digit', 'message-status-presence'],
  volatile: ['/messages/0/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['openapi: sendMessage', 'send-marketing-messages: Cloud API', 'published-clients: 18'],
})
