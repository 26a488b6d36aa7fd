import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

export const whatsAppBusinessSolution = defineNode({
  type: 'WhatsAppBusinessSolution',
  read: 'getSolutionDetails',
  permissions: ['whatsapp_business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    status: { schema: { enum: ['DRAFT', 'INITIATED', 'ACTIVE', 'REJECTED', 'DEACTIVATED'] }, default: true },
    status_for_pending_request: {
      schema: { enum: ['PENDING_ACTIVATION', 'PENDING_DEACTIVATION', 'NONE'] },
      default: true,
    },
    owner_app: { schema: { type: 'object' }, node: 'Application' },
    owner_permissions: { schema: { type: 'array', items: text } },
  },
  basis: 'documented',
  sources: ['openapi: getSolutionDetails'],
})
