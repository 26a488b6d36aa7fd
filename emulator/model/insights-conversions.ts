import { today } from '../../contracts/versions.ts'
import type { World } from '../world/world.ts'

/** The first day on which the Ads Insights API gives no conversions: they end with the first quarter of 2026. */
const ENDED = '2026-04-01'

/** Whether the Ads Insights API gives conversions. @see sources view-metrics; ruling insights-conversions */
export function givesConversions(world: World): boolean {
  const side = world.rulings['insights-conversions']
  return side === 'until-april-2026' ? today(world.graphNow) < ENDED : side === 'given'
}
