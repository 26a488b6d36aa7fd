import { defineOperation } from '../operation.ts'
import { flag, text } from '../shapes.ts'

/** Subscribes the app's callback to the fields of an object. */
export const createApplicationSubscription = defineOperation({
  name: 'createApplicationSubscription',
  method: 'POST',
  on: 'Application',
  edge: 'subscriptions',
  auth: { tokens: ['app'], permissions: [], otherwise: { token: 'app_token_required' } },
  params: {
    type: 'object',
    properties: {
      object: { enum: ['whatsapp_business_account'] },
      callback_url: text,
      verify_token: text,
      fields: { type: 'array', items: text },
      include_values: flag,
    },
    required: ['object', 'callback_url', 'verify_token'],
  },
  reply: {
    type: 'object',
    properties: { success: { enum: [true, 'true'] } },
    required: ['success'],
    additionalProperties: false,
  },
  handshake: { callback: 'callback_url', token: 'verify_token' },
  errors: [
    'app_token_required',
    'callback_uri_invalid',
    'callback_host_refused',
    'callback_verification_failed',
    'callback_challenge_mismatch',
    'parameter_value',
  ],
  rulings: ['subscription-reply'],
  basis: 'documented',
  sources: ['subscriptions', 'subscriptions-guide', 'codegen: Application'],
})
