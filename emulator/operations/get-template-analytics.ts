import { getTemplateAnalytics as contract } from '../../contracts/operations/get-template-analytics.ts'
import type { Static } from '../../contracts/schema.ts'
import { conversionMetrics, messageMetrics } from '../../contracts/template-metrics.ts'
import type { Fail } from '../failure.ts'
import { implement } from '../implement.ts'
import { dayRangeOf } from '../model/analytics-range.ts'
import { templatesOf } from '../model/template.ts'
import { checkTemplateInsights } from '../model/template-insights.ts'
import { dailyPointsOf, elementOf } from '../model/template-points.ts'
import { subjectOfTemplate } from '../model/template-subjects.ts'
import type { Carrier } from '../world/metrics.ts'
import type { World } from '../world/world.ts'

type Params = Static<(typeof contract)['params']>
type Reply = Static<(typeof contract)['reply']>

const isConversion = (metric: string): boolean => conversionMetrics.some((one) => one === metric)

export const getTemplateAnalytics = implement(contract, ({ node, params, world, page, note, fail }) => {
  checkTemplateInsights(world, node, fail)
  const { template_ids, use_waba_timezone: isLocal = false } = params
  const range = dayRangeOf(world, { ...params, isLocal }, fail)
  const carrier = (params.product_type ?? 'CLOUD_API') === 'CLOUD_API' ? 'cloud' : 'mm'
  const wanted = metricsOf(world, params, carrier, fail)
  const subjects = templatesOf(world, node.id)
    .filter(({ id }) => template_ids.includes(id))
    .map(subjectOfTemplate)
  const points = page(dailyPointsOf(world, subjects, { ...range, isLocal }, { carriers: [carrier], wanted }))
  const product = carrier === 'cloud' ? 'cloud_api' : world.rulings['analytics-product-type']
  const isSilent = points.data.length === 0 && params.product_type === undefined
  if (isSilent)
    note('without product_type only messages of Cloud API count; MARKETING_MESSAGES_LITE_API asks for the others')
  // What points hold depends on the metrics: the contract has the schema, which TypeScript cannot follow.
  return elementOf(points, node, isLocal, product) as Reply
})

/** None, or an empty list, means all that the product has. */
function metricsOf(
  world: World,
  { metric_types: asked = [] }: Params,
  carrier: Carrier,
  fail: Fail<'parameter_value'>,
): readonly string[] {
  const metrics = [...new Set(asked.length > 0 ? asked : [...messageMetrics, ...conversionMetrics])]
  if (carrier === 'mm') return metrics
  const wrong = asked.find(isConversion)
  if (wrong && world.rulings['conversions-of-cloud-api'] === 'refused') {
    const given = { param: 'metric_types', allowed: messageMetrics.join(', '), value: wrong }
    fail('parameter_value', `${wrong} is for the Marketing Messages API only`, given)
  }
  return metrics.filter((metric) => !isConversion(metric))
}
