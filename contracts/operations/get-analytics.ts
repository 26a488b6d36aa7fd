import { analyticsOf, count, rangeErrors, rangeParams } from '../analytics-params.ts'
import { defineOperation } from '../operation.ts'
import { integer, text } from '../shapes.ts'
import { caseless } from '../template-params.ts'

/** How many messages an account sent, and how many arrived. Documented as a field; that it is an edge as well is assumed. */
export const getAnalytics = defineOperation({
  ...analyticsOf,
  name: 'getAnalytics',
  edge: 'analytics',
  inFields: 'first',
  params: {
    type: 'object',
    properties: {
      ...rangeParams,
      granularity: caseless(['HALF_HOUR', 'DAY', 'MONTH'] as const),
      /** 0 templates, 2 other messages, 100 what customers send; from 101 on the same of groups, of which there are none. */
      product_types: { type: 'array', items: { type: 'integer', enum: [0, 2, 100, 101, 102, 103] } },
    },
    required: ['start', 'end', 'granularity'],
  },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            phone_numbers: { type: 'array', items: text },
            country_codes: { type: 'array', items: text },
            granularity: { enum: ['HALF_HOUR', 'DAY', 'MONTH'] },
            data_points: {
              type: 'array',
              items: {
                type: 'object',
                properties: { start: integer, end: integer, sent: count, delivered: count },
                required: ['start', 'end', 'sent', 'delivered'],
                additionalProperties: false,
              },
            },
          },
          required: ['phone_numbers', 'country_codes', 'granularity', 'data_points'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: [...rangeErrors, 'insights_product_combination_invalid'],
  rulings: ['analytics-incoming'],
  sources: ['waba-analytics: analytics', 'group-analytics', 'codegen: WhatsAppBusinessAccount, analytics'],
})
