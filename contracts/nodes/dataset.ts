import { defineNode } from '../node.ts'
import { nodeId, text } from '../shapes.ts'

/**
 * What conversions are sent to: the dataset of an account, or a pixel that a business has. That only the id comes unasked is
 * read off one published reply; which permission reading takes is assumed.
 */
export const dataset = defineNode({
  type: 'Dataset',
  read: 'getDataset',
  permissions: ['whatsapp_business_management'],
  fields: { id: { schema: nodeId, default: true }, name: { schema: text } },
  basis: 'documented',
  sources: ['codegen: Dataset', 'capture-dataset-list'],
})
