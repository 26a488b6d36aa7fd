import { getTemplateGroupAnalytics as contract } from '../../contracts/operations/get-template-group-analytics.ts'
import type { Static } from '../../contracts/schema.ts'
import { firstConversionMetrics, messageMetrics } from '../../contracts/template-metrics.ts'
import { implement } from '../implement.ts'
import { dayRangeOf } from '../model/analytics-range.ts'
import { groupsOf, templatesIn } from '../model/template-group.ts'
import { checkTemplateInsights } from '../model/template-insights.ts'
import { dailyPointsOf, elementOf } from '../model/template-points.ts'
import { subjectOfGroup } from '../model/template-subjects.ts'
import type { Carrier } from '../world/metrics.ts'

/** By the ruling template-group-product. */
const carriersOf: Readonly<Record<string, readonly Carrier[]>> = { both: ['mm', 'cloud'], cloud_api: ['cloud'] }

export const getTemplateGroupAnalytics = implement(contract, ({ node, params, world, page, fail }) => {
  checkTemplateInsights(world, node, fail)
  const { template_group_ids, metric_types: asked = [], use_waba_timezone: isLocal = false } = params
  const range = dayRangeOf(world, { ...params, isLocal }, fail)
  const wanted = [...new Set(asked.length > 0 ? asked : [...messageMetrics, ...firstConversionMetrics])]
  const side = world.rulings['template-group-product']
  const carriers = carriersOf[side] ?? []
  const subjects = groupsOf(world, node.id)
    .filter(({ id }) => template_group_ids.includes(id))
    .map((group) => subjectOfGroup(group, templatesIn(world, group)))
  const points = dailyPointsOf(world, subjects, { ...range, isLocal }, { carriers, wanted }).reverse()
  const product = side === 'both' ? undefined : side
  // What points hold depends on the metrics: the contract has the schema, which TypeScript cannot follow.
  return elementOf(page(points), node, isLocal, product) as Static<(typeof contract)['reply']>
})
