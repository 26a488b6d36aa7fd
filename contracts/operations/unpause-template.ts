import { defineOperation } from '../operation.ts'
import { flag, noParams, text } from '../shapes.ts'

/** Ends the pause of a template. When it cannot be ended, the answer says so: it is no error. */
export const unpauseTemplate = defineOperation({
  name: 'unpauseTemplate',
  method: 'POST',
  on: 'WhatsAppBusinessHSM',
  edge: 'unpause',
  auth: { permissions: ['whatsapp_business_management'] },
  params: noParams,
  reply: {
    type: 'object',
    properties: { success: flag, reason: text },
    required: ['success'],
    additionalProperties: false,
  },
  errors: [],
  live: 'test-account',
  basis: 'documented',
  sources: ['template-pausing: Unpausing', 'client-unpause: success and reason'],
})
