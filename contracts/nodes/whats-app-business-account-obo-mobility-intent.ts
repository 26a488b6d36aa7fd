import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

export const oboMobilityIntent = defineNode({
  type: 'WhatsAppBusinessAccountOBOMobilityIntent',
  read: 'getOBOMobilityIntent',
  permissions: ['whatsapp_business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    waba: { schema: { type: 'object' }, node: 'WhatsAppBusinessAccount', default: true },
    solution: { schema: { type: 'object' }, node: 'WhatsAppBusinessSolution', default: true },
    status: { schema: { enum: ['PENDING', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'FAILED'] } },
    created_time: { schema: text },
    updated_time: { schema: text },
  },
  basis: 'documented',
  sources: ['openapi: getOBOMobilityIntent', 'codegen: WhatsAppBusinessAccountOBOMobilityIntent'],
})
