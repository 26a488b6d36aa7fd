import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { nodeId, pageParams, text } from '../shapes.ts'

const shared = {
  on: 'WhatsAppBusinessAccount',
  edge: 'dataset',
  auth: { permissions: ['whatsapp_business_management', 'whatsapp_business_manage_events'] },
} as const

/** Makes the one dataset of an account, or answers the one that there is. */
export const createWhatsAppBusinessAccountDataset = defineOperation({
  ...shared,
  name: 'createWhatsAppBusinessAccountDataset',
  method: 'POST',
  params: { type: 'object', properties: { dataset_name: text } },
  reply: { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
  errors: [],
  basis: 'assumed',
  assumes: 'The reply: captures show the id of a dataset alone, and Graph answers what it makes with its id.',
  sources: ['codegen: WhatsAppBusinessAccount', 'capture-dataset-permissions', 'capture-dataset-single'],
})

/** The dataset of an account, in a list: empty where none was made. */
export const getWhatsAppBusinessAccountDatasets = defineOperation({
  ...shared,
  name: 'getWhatsAppBusinessAccountDatasets',
  method: 'GET',
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'Dataset',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'observed',
  sources: ['capture-dataset-list', 'codegen: WhatsAppBusinessAccount', 'capture-dataset-permissions'],
})
