import {
  createWhatsAppBusinessAccountDataset as creating,
  getWhatsAppBusinessAccountDatasets as listing,
} from '../../contracts/operations/whats-app-business-account-dataset.ts'
import { implement } from '../implement.ts'
import { datasetOf } from '../model/dataset.ts'

export const createWhatsAppBusinessAccountDataset = implement(creating, ({ node, params, world }) => {
  const known = datasetOf(world, node.id)
  if (known) return { id: known.id }
  const { dataset_name: name = node.name } = params
  const { id } = world.put({
    nodeType: 'Dataset',
    id: world.ids.next(),
    name,
    businessId: node.ownerId,
    accountId: node.id,
  })
  return { id }
})

export const getWhatsAppBusinessAccountDatasets = implement(listing, ({ node, world }) => {
  const known = datasetOf(world, node.id)
  return known ? [known] : []
})
