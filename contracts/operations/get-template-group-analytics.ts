import { analyticsOf, someOf } from '../analytics-params.ts'
import { defineOperation } from '../operation.ts'
import { nodeId, text } from '../shapes.ts'
import { firstConversionMetrics, messageMetrics } from '../template-metrics.ts'
import { dailyErrors, dailyParams, dailyPoints } from '../template-points.ts'

/**
 * What became of the messages of groups of templates, by day, the newest first as in the sample of the page. A message
 * counts for the group in which its template is at that moment. The page has five metrics, the SDK specs replies and
 * conversions as well: all are told. Ids of others, and of groups that were deleted, are passed over: assumed.
 */
export const getTemplateGroupAnalytics = defineOperation({
  ...analyticsOf,
  name: 'getTemplateGroupAnalytics',
  edge: 'template_group_analytics',
  inFields: 'left-out-when-empty',
  params: {
    type: 'object',
    properties: {
      ...dailyParams,
      template_group_ids: { type: 'array', items: text, minItems: 1, maxItems: 10 },
      metric_types: someOf([...messageMetrics, ...firstConversionMetrics]),
    },
    required: ['start', 'end', 'granularity', 'template_group_ids'],
  },
  reply: dailyPoints({ template_group_id: nodeId }, ['template_group_id'], { const: 'cloud_api' }, []),
  errors: dailyErrors,
  rulings: ['template-insights-disabled', 'template-group-product'],
  sources: [
    'waba-analytics: Template group analytics',
    'template-groups: Limitations',
    'codegen: template_group_analytics',
    'client-template-group-analytics',
  ],
})
