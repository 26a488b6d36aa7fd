import { INSIGHTS_CONVERSIONS_END, today } from '../../contracts/versions.ts'
import type { World } from '../world/world.ts'

/** Whether the Ads Insights API gives conversions. @see sources view-metrics; ruling insights-conversions */
export function givesConversions(world: World): boolean {
  const side = world.rulings['insights-conversions']
  return side === 'until-april-2026' ? today(world.graphNow) < INSIGHTS_CONVERSIONS_END : side === 'given'
}
