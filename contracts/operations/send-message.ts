import { freeFormErrors, freeFormParams } from '../message-types.ts'
import { defineOperation } from '../operation.ts'
import { cloudRefusals, sendRefusals } from '../send-errors.ts'
import { sendParams, sendReply } from '../send-shapes.ts'
import { success } from '../shapes.ts'

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
    properties: { ...sendParams, ...freeFormParams },
    required: ['messaging_product'],
  },
  reply: { anyOf: [sendReply, success] },
  errors: [...sendRefusals, ...cloudRefusals, ...freeFormErrors],
  rulings: [
    'order-of-send-checks',
    'number-without-plus',
    'brazil-mexico-digit',
    'message-status-presence',
    'list-body-length',
  ],
  volatile: ['/messages/0/id'],
  live: 'test-account',
  basis: 'documented',
  sources: ['openapi: sendMessage', 'send-marketing-messages: Cloud API', 'published-clients: 18'],
})
