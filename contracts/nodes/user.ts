import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

export const user = defineNode({
  type: 'User',
  read: 'getUser',
  permissions: [],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
  },
  basis: 'documented',
  sources: ['codegen: User'],
})
