import { defineOperation } from '../operation.ts'
import { flag, nodeId, noParams, success } from '../shapes.ts'

const shared = {
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'whatsapp_commerce_settings',
  auth: { permissions: ['whatsapp_business_management'] },
  errors: [],
  basis: 'documented',
} as const

/** Whether people see a cart and a catalog. The id is that of the number: assumed, no page says what it names. */
export const getCommerceSettings = defineOperation({
  ...shared,
  name: 'getCommerceSettings',
  method: 'GET',
  params: noParams,
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: { is_cart_enabled: flag, is_catalog_visible: flag, id: nodeId },
          required: ['is_cart_enabled', 'is_catalog_visible', 'id'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  live: 'safe',
  sources: ['commerce-settings', 'openapi: getCommerceSettings'],
})

export const setOrUpdateCommerceSettings = defineOperation({
  ...shared,
  name: 'setOrUpdateCommerceSettings',
  method: 'POST',
  params: { type: 'object', properties: { is_cart_enabled: flag, is_catalog_visible: flag } },
  reply: success,
  sources: ['commerce-settings', 'openapi: setOrUpdateCommerceSettings'],
})
