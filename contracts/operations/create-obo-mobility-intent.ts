import { handoverTypes } from '../lifecycles/obo.ts'
import { defineOperation } from '../operation.ts'
import { flag, nodeId, text } from '../shapes.ts'

/** The same with more words, which only the OpenAPI description has: the guides and SDK specs know of no such edge. */
export const createOboMobilityIntent = defineOperation({
  on: 'WhatsAppBusinessAccount',
  auth: { permissions: ['whatsapp_business_management'] },
  name: 'createOBOMobilityIntent',
  method: 'POST',
  edge: 'obo_mobility_intent',
  params: {
    type: 'object',
    properties: {
      solution_id: text,
      intent_type: { enum: Object.keys(handoverTypes) as (keyof typeof handoverTypes)[] },
      target_solution_id: text,
      mobility_reason: { type: 'string', maxLength: 500 },
      scheduled_execution_time: text,
      metadata: { type: 'object' },
    },
    required: ['solution_id', 'intent_type'],
  },
  reply: {
    type: 'object',
    properties: {
      success: { const: true },
      mobility_intent_id: nodeId,
      status: { enum: ['PENDING', 'APPROVED', 'REJECTED', 'SCHEDULED', 'IN_PROGRESS', 'COMPLETED', 'FAILED'] },
      estimated_completion_time: text,
      approval_required: flag,
      next_steps: { type: 'array', items: text },
    },
    required: ['success', 'mobility_intent_id', 'status', 'approval_required', 'next_steps'],
    additionalProperties: false,
  },
  errors: ['account_or_solution_missing', 'obo_handover_forbidden', 'obo_handover_state', 'parameter_not_numeric'],
  rulings: ['openapi-status'],
  volatile: ['/mobility_intent_id'],
  basis: 'documented',
  sources: ['openapi: createOBOMobilityIntent'],
})
