import { analyticsOf, someOf } from '../analytics-params.ts'
import { defineOperation } from '../operation.ts'
import { nodeId, text } from '../shapes.ts'
import { conversionMetrics, messageMetrics } from '../template-metrics.ts'
import { caseless } from '../template-params.ts'
import { dailyErrors, dailyParams, dailyPoints } from '../template-points.ts'

const products = ['CLOUD_API', 'MARKETING_MESSAGES_LITE_API', 'MARKETING_MESSAGES_API_FOR_WHATSAPP'] as const
const product = { enum: ['cloud_api', 'MARKETING_MESSAGES_LITE_API', 'marketing_messages_api_for_whatsapp'] } as const

/**
 * What became of the messages of templates, by day. A page has 25 points of all templates together. That conversions are
 * called by the small letters of their metric is assumed, and that those which there were not are left out; so is that
 * more than 10 ids are refused by the general error, and ids of others passed over.
 */
export const getTemplateAnalytics = defineOperation({
  ...analyticsOf,
  name: 'getTemplateAnalytics',
  edge: 'template_analytics',
  inFields: 'left-out-when-empty',
  params: {
    type: 'object',
    properties: {
      ...dailyParams,
      template_ids: { type: 'array', items: text, minItems: 1, maxItems: 10 },
      metric_types: someOf([...messageMetrics, ...conversionMetrics]),
      product_type: caseless(products),
    },
    required: ['start', 'end', 'granularity', 'template_ids'],
  },
  reply: dailyPoints({ template_id: nodeId }, ['template_id'], product, ['product_type']),
  errors: [...dailyErrors, 'parameter_value'],
  rulings: ['template-insights-disabled', 'analytics-product-type', 'conversions-of-cloud-api'],
  sources: [
    'waba-analytics: template_analytics',
    'enroll-max-price',
    'capture-template-analytics',
    'capture-template-cost',
    'codegen: template_analytics',
  ],
})
