import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Asks for a code, which comes to the number by SMS or call. */
export const requestVerificationCode = defineOperation({
  name: 'requestVerificationCode',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'request_code',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: { code_method: { enum: ['SMS', 'VOICE'] }, language: text },
    required: ['code_method', 'language'],
  },
  reply: success,
  errors: ['code_limit_reached', 'number_verified_already'],
  basis: 'documented',
  sources: ['phone-numbers: Verify phone numbers', 'request-code-reference', 'openapi: requestVerificationCode'],
})

/** Shows that one has the number: with the code that came to it. */
export const verifyPhoneNumberCode = defineOperation({
  name: 'verifyPhoneNumberCode',
  method: 'POST',
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'verify_code',
  auth: { permissions: ['whatsapp_business_management'] },
  params: { type: 'object', properties: { code: text }, required: ['code'] },
  reply: success,
  errors: ['verification_code_malformed', 'verification_code_wrong'],
  rulings: ['openapi-status'],
  basis: 'documented',
  sources: ['phone-numbers: Verify phone numbers', 'verify-code-reference', 'openapi: verifyPhoneNumberCode'],
})
