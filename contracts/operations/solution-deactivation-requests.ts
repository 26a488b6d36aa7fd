import { defineOperation } from '../operation.ts'
import { nodeId, noParams, success, text } from '../shapes.ts'

const shared = {
  method: 'POST',
  on: 'WhatsAppBusinessSolution',
  auth: { permissions: ['whatsapp_business_management'] },
  basis: 'documented',
} as const

const object = <P extends object, R extends keyof P & string>(properties: P, required: readonly R[]) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const

/** A solution with its default fields, which the description answers to both ends of a deactivation. */
const solution = object({ id: nodeId, name: text, status: text, status_for_pending_request: text }, [
  'id',
  'name',
  'status',
  'status_for_pending_request',
])

/** The owner asks for the end of a solution, which stays in use until the partner accepts. */
export const sendDeactivationRequest = defineOperation({
  ...shared,
  name: 'sendSolutionDeactivationRequest',
  edge: 'send_deactivation_request',
  params: { type: 'object', properties: { reason: text } },
  reply: {
    anyOf: [
      success,
      object({ success: { const: true }, message: text, request_id: text }, ['success', 'message', 'request_id']),
    ],
  },
  errors: ['solution_deactivation_forbidden', 'solution_not_deactivatable'],
  rulings: ['solution-replies', 'openapi-status'],
  sources: ['multi-partner-solutions', 'openapi: sendSolutionDeactivationRequest'],
})

/** The partner agrees that a solution ends. */
export const acceptDeactivationRequest = defineOperation({
  ...shared,
  name: 'acceptWhatsAppBusinessSolutionDeactivationRequest',
  edge: 'accept_deactivation_request',
  params: noParams,
  reply: { anyOf: [success, solution] },
  errors: ['deactivation_accept_forbidden', 'deactivation_not_pending'],
  rulings: ['solution-replies', 'openapi-status'],
  sources: ['multi-partner-solutions', 'openapi: acceptWhatsAppBusinessSolutionDeactivationRequest'],
})

/** The partner wants the solution to go on. */
export const rejectDeactivationRequest = defineOperation({
  ...shared,
  name: 'rejectSolutionDeactivationRequest',
  edge: 'reject_deactivation_request',
  params: { type: 'object', properties: { reject_deactivation_request: { type: 'boolean' } } },
  reply: { anyOf: [success, solution] },
  errors: [
    'deactivation_missing',
    'deactivation_needed',
    'deactivation_processed',
    'deactivation_reject_forbidden',
    'parameter_required',
  ],
  rulings: ['solution-replies', 'openapi-status'],
  sources: ['multi-partner-solutions', 'openapi: rejectSolutionDeactivationRequest'],
})
