import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/**
 * Answers a request of a partner. Only the parameters stand in a document: who may send which status, and the reply,
 * are assumed. An answer of the client does what its admin does in the browser.
 */
export const answerBusinessAgreement = defineOperation({
  name: 'answerBusinessAgreement',
  method: 'POST',
  on: 'BusinessAgreement',
  auth: { permissions: ['business_management'], otherwise: { permission: 'business_management_missing' } },
  params: {
    type: 'object',
    properties: { asset_id: text, request_status: { enum: ['APPROVE', 'DECLINE', 'CANCELED'] } },
    required: ['request_status'],
  },
  reply: success,
  errors: ['business_management_missing', 'parameter_invalid', 'permission_missing'],
  basis: 'assumed',
  sources: ['codegen: BusinessAgreement'],
})
