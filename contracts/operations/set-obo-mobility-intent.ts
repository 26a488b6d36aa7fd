import { defineOperation } from '../operation.ts'
import { flag, nodeId, text } from '../shapes.ts'

/** Marks an account that a partner holds for a client: the client may claim it. */
export const setOboMobilityIntent = defineOperation({
  on: 'WhatsAppBusinessAccount',
  auth: { permissions: ['whatsapp_business_management'] },
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
          intent_id: { anyOf: [nodeId, { type: 'null' }] },
          client_mutation_id: { anyOf: [text, { type: 'null' }] },
          error_msg: { anyOf: [text, { type: 'null' }] },
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
