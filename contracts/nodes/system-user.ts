import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

export const systemUser = defineNode({
  type: 'SystemUser',
  read: 'getSystemUser',
  permissions: [],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    role: { schema: { enum: ['ADMIN', 'EMPLOYEE'] } },
  },
  basis: 'documented',
  sources: ['codegen: SystemUser'],
})
