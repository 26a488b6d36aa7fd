import { insightsMetrics } from '../../contracts/insights/fields.ts'
import { insightsBreakdownsNotBuilt } from '../../contracts/insights/not-built.ts'
import { BUTTON_BREAKDOWN } from '../../contracts/insights/params.ts'
import { NotBuilt } from '../failure.ts'
import type { InsightsFail } from './ask.ts'
import { isOfButtons } from './numbers.ts'

/** Breakdowns that do not go alone, and what they go with. @see sources capture-insights-breakdowns, insights-reference */
const dependent: Readonly<Record<string, (others: readonly string[]) => boolean>> = {
  platform_position: (others) => others.includes('publisher_platform'),
  impression_device: (others) => others.length > 0,
}

/**
 * Whether the rows are broken down by the names of buttons: the one breakdown that is about messages.
 * @throws Failure insights_value_invalid, insights_breakdowns_invalid, insights_without_data; NotBuilt
 */
export function breakdownOf(breakdowns: readonly string[], fields: readonly string[], fail: InsightsFail): boolean {
  const known = [...insightsBreakdownsNotBuilt, BUTTON_BREAKDOWN]
  for (const [at, name] of breakdowns.entries()) {
    if (known.includes(name)) continue
    const param = `breakdowns[${at}]`
    fail('insights_value_invalid', `${param} is '${name}'`, { param, allowed: known.join(', ') })
  }
  const alone = breakdowns.find((name) => dependent[name]?.(breakdowns.filter((other) => other !== name)) === false)
  if (alone) {
    const columns = ['action_type', ...breakdowns].join(', ')
    fail('insights_breakdowns_invalid', `${alone} does not go without another breakdown`, { columns })
  }
  const unbuilt = breakdowns.find((name) => name !== BUTTON_BREAKDOWN)
  if (unbuilt) throw new NotBuilt(`the breakdown ${unbuilt} of insights`)
  if (breakdowns.length > 0) checkMetrics(fields, fail)
  return breakdowns.length > 0
}

function checkMetrics(fields: readonly string[], fail: InsightsFail): void {
  const metrics = fields.filter((field) => insightsMetrics.some((metric) => metric === field))
  if (metrics.length === 0 || metrics.some(isOfButtons)) return
  fail('insights_without_data', `none of ${metrics.join(', ')} is counted by button`)
}
