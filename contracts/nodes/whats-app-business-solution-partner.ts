import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

/** The invited side of a solution: `partners{partner_permissions,partner_app}`. Its type has no name in any document. */
export const whatsAppBusinessSolutionPartner = defineNode({
  type: 'WhatsAppBusinessSolutionPartner',
  read: 'getSolutionPartner',
  permissions: ['whatsapp_business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    partner_app: { schema: { type: 'object' }, node: 'Application' },
    partner_permissions: { schema: { type: 'array', items: text } },
    status: {
      schema: { enum: ['DRAFT', 'INITIATED', 'NOTIFICATION_SENT', 'ACCEPTED', 'REJECTED', 'DEACTIVATED'] },
    },
  },
  basis: 'documented',
  sources: ['multi-partner-solutions: partners', 'openapi: WhatsAppBusinessSolutionPartnerStatus'],
})
