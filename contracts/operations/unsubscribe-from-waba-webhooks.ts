import { defineOperation } from '../operation.ts'
import { noParams, success } from '../shapes.ts'

/** Ends the app's subscription of one WABA. */
export const unsubscribeFromWabaWebhooks = defineOperation({
  name: 'unsubscribeFromWabaWebhooks',
  method: 'DELETE',
  on: 'WhatsAppBusinessAccount',
  edge: 'subscribed_apps',
  auth: { permissions: ['whatsapp_business_management'] },
  params: noParams,
  reply: success,
  errors: [],
  basis: 'documented',
  sources: ['webhooks-override', 'manage-webhooks', 'codegen: WhatsAppBusinessAccount'],
})
