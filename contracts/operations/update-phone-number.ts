import { defineOperation } from '../operation.ts'
import { flag, success, text } from '../shapes.ts'

/**
 * Sets the PIN, a display name to be reviewed, a callback of its own, and what people see of a number. The status of a
 * connection cannot be set: that parameter stands in the OpenAPI description only, and is ignored as unknown ones are.
 */
export const updatePhoneNumberStatus = defineOperation({
  name: 'updatePhoneNumberStatus',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      pin: text,
      new_display_name: { type: 'string', minLength: 2, maxLength: 75 },
      search_visibility: { enum: ['VISIBLE', 'HIDDEN'] },
      username: text,
      webhook_configuration: {
        type: 'object',
        properties: { override_callback_uri: { type: 'string', maxLength: 200 }, verify_token: text },
        required: ['override_callback_uri'],
        additionalProperties: false,
      },
      whatsapp_business_api_data: {
        type: 'object',
        properties: { pin: text, notify_user_change_number: flag, show_security_notifications: flag },
        additionalProperties: false,
      },
    },
  },
  reply: success,
  handshake: { callback: 'webhook_configuration.override_callback_uri', token: 'webhook_configuration.verify_token' },
  errors: [
    'callback_challenge_mismatch',
    'callback_host_refused',
    'callback_override_before_subscription',
    'callback_uri_invalid',
    'callback_verification_failed',
    'pin_format_invalid',
  ],
  basis: 'documented',
  sources: [
    'two-step-verification',
    'webhooks-override',
    'display-names: Updating display name via API',
    'openapi: updatePhoneNumberStatus',
  ],
})
