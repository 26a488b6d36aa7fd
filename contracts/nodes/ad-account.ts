import { defineNode } from '../node.ts'
import { integer, nodeId, text } from '../shapes.ts'

export const adAccount = defineNode({
  type: 'AdAccount',
  read: 'getAdAccount',
  permissions: ['ads_read'],
  marketing: true,
  fields: {
    id: { schema: { type: 'string', pattern: '^act_[0-9]+$' }, default: true },
    account_id: { schema: nodeId, default: true },
    account_status: { schema: integer },
    balance: { schema: text },
    business: { schema: { type: 'object' }, node: 'Business' },
    currency: { schema: text },
    name: { schema: text },
    timezone_name: { schema: text },
  },
  basis: 'documented',
  sources: ['codegen: AdAccount'],
})
