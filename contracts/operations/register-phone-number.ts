import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Countries in which the content of messages can rest. @see sources number-registration */
export const storageRegions = [
  'AE',
  'AU',
  'BH',
  'BR',
  'CA',
  'CH',
  'DE',
  'GB',
  'ID',
  'IN',
  'JP',
  'KR',
  'SG',
  'ZA',
] as const

export type StorageRegion = (typeof storageRegions)[number]

const both = ['whatsapp_business_management', 'whatsapp_business_messaging'] as const

/** Registers a number for the Cloud API and turns on two-step verification. */
export const registerWhatsAppBusinessPhoneNumber = defineOperation({
  name: 'registerWhatsAppBusinessPhoneNumber',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'register',
  auth: { permissions: both },
  params: {
    type: 'object',
    properties: {
      messaging_product: { enum: ['whatsapp'] },
      pin: text,
      data_localization_region: { enum: storageRegions },
    },
    required: ['messaging_product', 'pin'],
  },
  reply: success,
  errors: [
    'account_locked',
    'display_name_unprocessed',
    'number_recently_deleted',
    'number_unverified',
    'phone_number_deleted',
    'pin_format_invalid',
    'pin_guessed_too_fast',
    'pin_guesses_exceeded',
    'pin_mismatch',
    'register_coexistence',
    'registration_limit_reached',
  ],
  basis: 'documented',
  sources: ['number-registration', 'register-reference', 'openapi: registerWhatsAppBusinessPhoneNumber'],
})

/** Takes a number off the Cloud API. It stays with its account. */
export const deregisterPhoneNumber = defineOperation({
  name: 'deregisterPhoneNumber',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'deregister',
  auth: { permissions: both },
  params: { type: 'object', properties: {} },
  reply: success,
  errors: ['deregister_coexistence', 'deregister_unregistered', 'registration_limit_reached'],
  basis: 'documented',
  sources: ['number-registration', 'openapi: deregisterPhoneNumber'],
})
