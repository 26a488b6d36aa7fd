import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Deletes media before their time. */
export const deleteMedia = defineOperation({
  name: 'deleteMedia',
  method: 'DELETE',
  on: 'WhatsAppBusinessMedia',
  auth: { permissions: ['whatsapp_business_messaging'] },
  params: { type: 'object', properties: { phone_number_id: text } },
  reply: success,
  errors: ['object_missing_on_delete'],
  live: 'test-account',
  basis: 'documented',
  sources: ['media: Delete media', 'openapi: deleteMedia', 'capture-media'],
})
