import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/**
 * Answers a request of a partner. An answer of the client does what its admin does in the browser.
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
  assumes:
    'Who may send which status, and the reply: only the parameters stand in a document. The asked may approve and decline, the asking may cancel.',
  sources: ['codegen: BusinessAgreement'],
})
