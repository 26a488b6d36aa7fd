import { defineNode } from '../node.ts'
import { nodeId, notBuilt, text } from '../shapes.ts'

export const systemUser = defineNode({
  type: 'SystemUser',
  read: 'getSystemUser',
  permissions: [],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    // On /me of a business integration: which client the token is for.
    client_business_id: { schema: nodeId, basis: 'documented', sources: ['login-for-business: client_business_id'] },
    role: { schema: { enum: ['ADMIN', 'EMPLOYEE'] } },
    created_by: notBuilt,
    created_time: notBuilt,
    finance_permission: notBuilt,
    ip_permission: notBuilt,
  },
  basis: 'documented',
  sources: ['codegen: SystemUser'],
})
