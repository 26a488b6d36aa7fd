import { syncTypes } from '../app-data.ts'
import { defineOperation } from '../operation.ts'
import { nodeId } from '../shapes.ts'

/** Asks for the contacts or the chats of a number that is in the WhatsApp Business app: once each, within 24 hours. */
export const syncAppData = defineOperation({
  name: 'syncAppData',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'smb_app_data',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: { messaging_product: { enum: ['whatsapp'] }, sync_type: { enum: syncTypes } },
    required: ['messaging_product', 'sync_type'],
  },
  reply: {
    type: 'object',
    properties: { messaging_product: { const: 'whatsapp' }, request_id: nodeId },
    required: ['messaging_product', 'request_id'],
    additionalProperties: false,
  },
  errors: ['sync_limit_exceeded', 'sync_number_not_in_app', 'sync_window_closed'],
  basis: 'documented',
  sources: ['coexistence: Synchronizing WhatsApp Business app data', 'error-codes: 2593107, 2593108'],
})
