import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

/** Templates whose metrics are told together. Its templates are an edge, of which reading gives the first page. */
export const templateGroup = defineNode({
  type: 'BusinessMessagingTemplateGroup',
  read: 'getTemplateGroup',
  permissions: ['whatsapp_business_management'],
  fields: {
    name: { schema: text, default: true },
    description: { schema: text, default: true },
    creation_time: { schema: text, default: true },
    update_time: { schema: text, default: true },
    whatsapp_business_account: { schema: { type: 'object' }, default: true, node: 'WhatsAppBusinessAccount' },
    whatsapp_business_templates: {
      schema: { type: 'object', required: ['data'] },
      default: true,
      edge: true,
    },
    id: { schema: nodeId, default: true },
  },
  basis: 'documented',
  sources: ['template-groups: Get a template group', 'whatsapp-changelog', 'codegen: BusinessMessagingTemplateGroup'],
})
