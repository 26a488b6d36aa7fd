import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

const destination = {
  type: 'object',
  properties: {
    id: nodeId,
    name: text,
    currency: text,
    timezone_id: text,
    business_type: { const: 'ent' },
    message_template_namespace: text,
  },
  additionalProperties: false,
} as const

/** That an account is to go into, to another, or out of a solution: the client gets a new account. */
export const migrationIntent = defineNode({
  type: 'WhatsAppBusinessAccountMigrationIntent',
  read: 'getMigrationIntentDetails',
  permissions: ['whatsapp_business_management'],
  rulings: ['migration-intent-shape'],
  fields: {
    id: { schema: nodeId, default: true },
    status: { schema: { enum: ['INITIATED', 'ACCEPTED', 'COMPLETED', 'REJECTED'] }, default: true },
    solution: { schema: { type: 'object' }, node: 'WhatsAppBusinessSolution', default: true },
    destination_waba: { schema: destination, default: true },
  },
  basis: 'documented',
  sources: ['migrating-among-solutions: Get the status of the migration intent', 'openapi: getMigrationIntentDetails'],
})
