import { defineNode } from '../node.ts'
import { nodeId, notBuilt, text } from '../shapes.ts'

export const application = defineNode({
  type: 'Application',
  read: 'getApplication',
  permissions: [],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    link: { schema: text, default: true },
    app_type: notBuilt,
    category: notBuilt,
    namespace: notBuilt,
  },
  basis: 'documented',
  sources: ['codegen: Application'],
})
