import { pageOf } from '../account-list.ts'
import { handoverTypes } from '../lifecycles/obo.ts'
import { defineOperation } from '../operation.ts'
import { flag, nodeId, pageParams, text } from '../shapes.ts'

const shared = {
  on: 'WhatsAppBusinessAccount',
  auth: { permissions: ['whatsapp_business_management'] },
} as const

const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] }) as const

/** Marks an account that a partner holds for a client: the client may claim it. */
export const setOboMobilityIntent = defineOperation({
  ...shared,
  name: 'setOBOMobilityIntent',
  method: 'POST',
  edge: 'set_obo_mobility_intent',
  params: {
    type: 'object',
    properties: {
      solution_id: text,
      waba_id: text,
      app_id: text,
      actor_id: text,
      client_mutation_id: { type: 'string', maxLength: 255 },
    },
  },
  reply: {
    anyOf: [
      { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
      {
        type: 'object',
        properties: {
          success: flag,
          intent_id: maybe(nodeId),
          client_mutation_id: maybe(text),
          error_msg: maybe(text),
        },
        required: ['success', 'intent_id', 'client_mutation_id', 'error_msg'],
        additionalProperties: false,
      },
    ],
  },
  errors: [
    'obo_intent_forbidden',
    'obo_mobility_intent_refused',
    'obo_mobility_refused',
    'obo_solution_invalid',
    'parameter_not_numeric',
  ],
  rulings: ['obo-intent-reply', 'obo-transfer-ended', 'openapi-status'],
  volatile: ['/id'],
  basis: 'documented',
  sources: ['obo-transfer', 'openapi: setOBOMobilityIntent', 'codegen: WhatsAppBusinessAccount'],
})

/** The same with more words, which only the OpenAPI description has: the guides and SDK specs know of no such edge. */
export const createOboMobilityIntent = defineOperation({
  ...shared,
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

/** The requests to hand an account over that nobody has answered yet. */
export const getInProgressOnBehalfRequests = defineOperation({
  ...shared,
  name: 'getInProgressOnBehalfRequests',
  method: 'GET',
  edge: 'in_progress_onbehalf_request',
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'BusinessOwnedObjectOnBehalfOfRequest',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['openapi: getInProgressOnBehalfRequests', 'codegen: BusinessOwnedObjectOnBehalfOfRequest'],
})
