import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Subscribes the app to the webhooks of one WABA, with or without a callback of its own. */
export const subscribeToWabaWebhooks = defineOperation({
  name: 'subscribeToWabaWebhooks',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'subscribed_apps',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: { override_callback_uri: { type: 'string', maxLength: 200 }, verify_token: text },
  },
  reply: success,
  handshake: { callback: 'override_callback_uri', token: 'verify_token' },
  errors: [
    'callback_override_before_subscription',
    'callback_uri_invalid',
    'callback_host_refused',
    'callback_verification_failed',
    'callback_challenge_mismatch',
  ],
  basis: 'documented',
  sources: ['webhooks-override', 'manage-webhooks', 'codegen: WhatsAppBusinessAccount'],
})
