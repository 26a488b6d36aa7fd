import { defineNode } from '../node.ts'
import { nodeId, notBuilt, text } from '../shapes.ts'

export const user = defineNode({
  type: 'User',
  read: 'getUser',
  permissions: [],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    client_business_id: notBuilt,
    email: notBuilt,
    first_name: notBuilt,
    last_name: notBuilt,
    picture: notBuilt,
    token_for_business: notBuilt,
  },
  basis: 'documented',
  sources: ['codegen: User'],
})
