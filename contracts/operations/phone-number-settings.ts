import { defineOperation } from '../operation.ts'
import { flag, noParams, success } from '../shapes.ts'
import { storageRegions } from './register-phone-number.ts'

const shared = {
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'settings',
  auth: { permissions: ['whatsapp_business_management'] },
  basis: 'documented',
} as const

/** Local storage and the identity check of a number. Calling and the encryption of payloads are not kept. */
export const getPhoneNumberSettings = defineOperation({
  ...shared,
  name: 'getPhoneNumberSettings',
  method: 'GET',
  params: noParams,
  reply: {
    type: 'object',
    properties: {
      storage_configuration: {
        type: 'object',
        properties: {
          status: { enum: ['DEFAULT', 'IN_COUNTRY_STORAGE_ENABLED'] },
          data_localization_region: { enum: storageRegions },
        },
        required: ['status'],
        additionalProperties: false,
      },
      user_identity_change: {
        type: 'object',
        properties: { enable_identity_key_check: flag },
        required: ['enable_identity_key_check'],
        additionalProperties: false,
      },
    },
    required: ['storage_configuration'],
    additionalProperties: false,
  },
  errors: [],
  live: 'safe',
  sources: ['local-storage', 'openapi: getPhoneNumberSettings'],
})

/** One feature at a time. Where page and OpenAPI description name a key differently, both are taken. */
export const updatePhoneNumberSettings = defineOperation({
  ...shared,
  name: 'updatePhoneNumberSettings',
  method: 'POST',
  params: {
    type: 'object',
    properties: {
      calling: { type: 'object' },
      payload_encryption: { type: 'object' },
      storage_configuration: {
        type: 'object',
        properties: {
          status: { enum: ['IN_COUNTRY_STORAGE_ENABLED', 'IN_COUNTRY_STORAGE_DISABLED'] },
          data_localization_region: { enum: storageRegions },
          enabled: flag,
          region: { enum: storageRegions },
        },
        additionalProperties: false,
      },
      user_identity_change: {
        type: 'object',
        properties: { enable_identity_key_check: flag, enabled: flag },
        additionalProperties: false,
      },
    },
  },
  reply: success,
  errors: ['parameter_invalid', 'parameter_required', 'storage_of_registered_number'],
  sources: ['phone-numbers: Identity change check', 'local-storage', 'openapi: updatePhoneNumberSettings'],
})
