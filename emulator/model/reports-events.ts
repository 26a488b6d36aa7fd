import type { World } from '../world/world.ts'
import { ownerOfDataset } from './dataset.ts'

/** Whether the website or the app of a business tells of conversions: a dataset of it has had events. */
export function reportsEvents(world: World, businessId: string): boolean {
  return world.list('Dataset').some((dataset) => dataset.hasEvents && ownerOfDataset(world, dataset) === businessId)
}
