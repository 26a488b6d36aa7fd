import { defineNode } from '../node.ts'
import { nodeId } from '../shapes.ts'

/** That an account which a partner holds is to be handed to its client. */
export const onBehalfRequest = defineNode({
  type: 'BusinessOwnedObjectOnBehalfOfRequest',
  read: 'getOnBehalfRequest',
  permissions: ['whatsapp_business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    status: {
      schema: { enum: ['APPROVE', 'DECLINE', 'IN_PROGRESS', 'EXPIRED', 'PENDING', 'CANCELED', 'INVALID'] },
      default: true,
    },
    business_owned_object: { schema: nodeId, default: true },
    receiving_business: { schema: { type: 'object' }, node: 'Business' },
    requesting_business: { schema: { type: 'object' }, node: 'Business' },
  },
  basis: 'documented',
  sources: ['openapi: getInProgressOnBehalfRequests', 'codegen: BusinessOwnedObjectOnBehalfOfRequest'],
})
