import { defineOperation } from '../operation.ts'
import { flag, nodeId, text } from '../shapes.ts'

/** Adds a number to an account. It is to be verified with a code and then registered. */
export const createWhatsAppBusinessAccountPhoneNumber = defineOperation({
  name: 'createWhatsAppBusinessAccountPhoneNumber',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'phone_numbers',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      cc: text,
      phone_number: text,
      verified_name: { type: 'string', minLength: 2, maxLength: 75 },
      migrate_phone_number: flag,
      preverified_id: text,
    },
    required: ['phone_number'],
  },
  reply: { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
  errors: [
    'account_blocked_for_policy',
    'number_format_invalid',
    'number_limit_reached',
    'number_listed_already',
    'number_taken',
    'number_two_step_on',
    'parameter_required',
  ],
  rulings: ['openapi-status'],
  volatile: ['/id'],
  basis: 'documented',
  sources: [
    'openapi: createWhatsAppBusinessAccountPhoneNumber',
    'codegen: WhatsAppBusinessAccount',
    'phone-numbers: Registered number cap',
    'migrating-among-solutions: migrate_phone_number',
  ],
})
