import { defineNode } from '../node.ts'
import { nodeId, notBuilt, text } from '../shapes.ts'

export const systemUser = defineNode({
  type: 'SystemUser',
  read: 'getSystemUser',
  permissions: [],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    role: { schema: { enum: ['ADMIN', 'EMPLOYEE'] } },
    created_by: notBuilt,
    created_time: notBuilt,
    finance_permission: notBuilt,
    ip_permission: notBuilt,
  },
  basis: 'documented',
  sources: ['codegen: SystemUser'],
})
