import type { Dataset } from '../world/dataset.ts'
import type { World } from '../world/world.ts'

/** The one dataset of an account. @see sources capture-dataset-single */
export function datasetOf(world: World, accountId: string): Dataset | undefined {
  return world.list('Dataset').find((dataset) => dataset.accountId === accountId)
}

/** The business whose messages a dataset measures: that of an account goes with the account. */
export function ownerOfDataset(world: World, { accountId, businessId }: Dataset): string {
  return accountId === undefined ? businessId : world.need('WhatsAppBusinessAccount', accountId).ownerId
}
