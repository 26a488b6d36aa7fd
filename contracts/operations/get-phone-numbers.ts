import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { pageParams, text } from '../shapes.ts'

/** The phone numbers of an account, the one that was onboarded last first. */
export const getWhatsAppBusinessAccountPhoneNumbers = defineOperation({
  name: 'getWhatsAppBusinessAccountPhoneNumbers',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'phone_numbers',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      ...pageParams,
      sort: { type: 'array', items: { enum: ['last_onboarded_time_ascending', 'last_onboarded_time_descending'] } },
      filtering: {
        type: 'array',
        items: {
          type: 'object',
          properties: { field: { enum: ['account_mode'] }, operator: { enum: ['EQUAL'] }, value: text },
          required: ['field', 'operator', 'value'],
          additionalProperties: false,
        },
      },
    },
  },
  reply: pageOf,
  lists: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['phone-numbers', 'openapi: getWhatsAppBusinessAccountPhoneNumbers'],
})
