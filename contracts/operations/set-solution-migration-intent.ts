import { defineOperation } from '../operation.ts'
import { nodeId, text } from '../shapes.ts'

/** Asks a client to let an account go into, to another, or out of a Multi-Partner Solution. */
export const setSolutionMigrationIntent = defineOperation({
  name: 'setSolutionMigrationIntent',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'set_solution_migration_intent',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      solution_id: text,
      app_id: text,
      migration_intent: {
        enum: ['INITIATE_MIGRATION', 'CANCEL_MIGRATION', 'CONFIRM_MIGRATION', 'SCHEDULE_MIGRATION'],
      },
      target_solution_id: text,
      migration_reason: { type: 'string', maxLength: 500 },
      scheduled_migration_time: text,
    },
  },
  reply: {
    anyOf: [
      { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
      {
        type: 'object',
        properties: {
          success: { const: true },
          migration_intent_id: nodeId,
          status: { enum: ['PENDING', 'APPROVED', 'REJECTED', 'SCHEDULED'] },
          estimated_completion_time: text,
        },
        required: ['success', 'migration_intent_id', 'status'],
        additionalProperties: false,
      },
    ],
  },
  errors: [
    'account_or_solution_missing',
    'migration_forbidden',
    'migration_state_invalid',
    'parameter_not_numeric',
    'parameter_required',
  ],
  rulings: ['migration-intent-shape', 'openapi-status'],
  volatile: ['/id'],
  basis: 'documented',
  sources: [
    'adding-waba-to-mps',
    'migrating-among-solutions',
    'migrating-off-solutions',
    'openapi: setSolutionMigrationIntent',
    'codegen: WhatsAppBusinessAccount',
  ],
})
