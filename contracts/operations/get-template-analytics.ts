import { amount, analyticsOf, count, someOf } from '../analytics-params.ts'
import { defineOperation } from '../operation.ts'
import { flag, nodeId, pageParams, paging, text } from '../shapes.ts'
import { conversionMetrics, messageMetrics } from '../template-metrics.ts'
import { caseless } from '../template-params.ts'

const products = ['CLOUD_API', 'MARKETING_MESSAGES_LITE_API', 'MARKETING_MESSAGES_API_FOR_WHATSAPP'] as const
/** Seconds since 1970 as an integer, or `2026-03-02`: a day of the account's own time zone where that is asked for. */
const moment = { type: ['integer', 'string'] } as const

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
      start: text,
      end: text,
      granularity: caseless(['DAILY'] as const),
      template_ids: { type: 'array', items: text, minItems: 1, maxItems: 10 },
      metric_types: someOf([...messageMetrics, ...conversionMetrics]),
      product_type: caseless(products),
      use_waba_timezone: flag,
      limit: pageParams.limit,
      after: text,
      before: text,
    },
    required: ['start', 'end', 'granularity', 'template_ids'],
  },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        maxItems: 1,
        items: {
          type: 'object',
          properties: {
            waba_timezone: text,
            granularity: { const: 'DAILY' },
            product_type: {
              enum: ['cloud_api', 'MARKETING_MESSAGES_LITE_API', 'marketing_messages_api_for_whatsapp'],
            },
            data_points: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  template_id: nodeId,
                  start: moment,
                  end: moment,
                  sent: count,
                  delivered: count,
                  read: count,
                  replied: count,
                  clicked: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        type: { enum: ['url_button', 'unique_url_button', 'quick_reply_button'] },
                        button_content: text,
                        count,
                      },
                      required: ['type', 'button_content', 'count'],
                      additionalProperties: false,
                    },
                  },
                  cost: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        type: { enum: ['amount_spent', 'cost_per_delivered', 'cost_per_url_button_click'] },
                        value: amount,
                      },
                      required: ['type'],
                      additionalProperties: false,
                    },
                  },
                },
                patternProperties: { '^(app|website)_[a-z_]+$': amount },
                required: ['template_id', 'start', 'end'],
                additionalProperties: false,
              },
            },
          },
          required: ['granularity', 'product_type', 'data_points'],
          additionalProperties: false,
        },
      },
      paging,
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: [
    'template_insights_unavailable',
    'template_insights_not_enabled',
    'analytics_lookback_exceeded',
    'analytics_range_invalid',
    'analytics_date_invalid',
    'parameter_value',
    'cursor_invalid',
  ],
  rulings: ['template-insights-disabled', 'analytics-product-type', 'conversions-of-cloud-api'],
  sources: [
    'waba-analytics: template_analytics',
    'enroll-max-price',
    'capture-template-analytics',
    'capture-template-cost',
    'codegen: template_analytics',
  ],
})
