import { defineOperation } from '../operation.ts'
import { nodeId, success, text } from '../shapes.ts'

const shared = {
  method: 'POST',
  on: 'WhatsAppBusinessSolution',
  auth: { permissions: ['whatsapp_business_management'] },
  basis: 'documented',
} as const

const object = <P extends object, R extends keyof P & string>(properties: P, required: readonly R[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const

/** The invited partner accepts a solution. */
export const acceptSolution = defineOperation({
  ...shared,
  name: 'acceptWhatsAppBusinessSolution',
  edge: 'accept',
  params: { type: 'object', properties: { partner_app_id: text, log_session_id: text } },
  reply: {
    anyOf: [
      success,
      object(
        {
          solution_id: nodeId,
          partner_status: { const: 'ACCEPTED' },
          success: { const: true },
          message: text,
          update_time: text,
        },
        ['solution_id', 'partner_status', 'success'],
      ),
    ],
  },
  errors: ['parameter_required', 'solution_not_invited', 'solution_not_initiated'],
  rulings: ['solution-replies', 'openapi-status'],
  sources: ['multi-partner-solutions', 'openapi: acceptWhatsAppBusinessSolution'],
})

/** The invited partner declines a solution. */
export const rejectSolution = defineOperation({
  ...shared,
  name: 'rejectSolutionRequest',
  edge: 'reject',
  params: {
    type: 'object',
    properties: { request_type: text, partner_app_id: text, rejection_reason: text },
  },
  reply: {
    anyOf: [
      success,
      object(
        {
          success: { const: true },
          solution_id: nodeId,
          rejected_request_type: text,
          rejection_timestamp: text,
          partner_app_id: nodeId,
        },
        ['success', 'solution_id', 'rejected_request_type', 'rejection_timestamp'],
      ),
    ],
  },
  errors: [
    'solution_not_invited',
    'solution_reject_forbidden',
    'solution_reject_partner_missing',
    'solution_reject_state',
    'solution_reject_type_invalid',
    'solution_request_missing',
    'solution_request_processed',
  ],
  rulings: ['solution-replies', 'openapi-status'],
  sources: ['multi-partner-solutions', 'openapi: rejectSolutionRequest'],
})
