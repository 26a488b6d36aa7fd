import { amount, analyticsOf, count, pointsOf, rangeErrors, rangeParams, someOf } from '../analytics-params.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../shapes.ts'
import { caseless } from '../template-params.ts'

const pricingTypes = ['FREE_CUSTOMER_SERVICE', 'FREE_ENTRY_POINT', 'FREE_GROUP_CUSTOMER_SERVICE', 'REGULAR'] as const

/** What messages that arrived cost an account, and how many they were. That it is left out where it is empty is assumed. */
export const getPricingAnalytics = defineOperation({
  ...analyticsOf,
  name: 'getPricingAnalytics',
  edge: 'pricing_analytics',
  inFields: 'left-out-when-empty',
  params: {
    type: 'object',
    properties: {
      ...rangeParams,
      granularity: caseless(['DAILY', 'HALF_HOUR', 'MONTHLY'] as const),
      metric_types: someOf(['COST', 'VOLUME']),
      pricing_types: someOf(pricingTypes),
      pricing_categories: someOf([
        'AI_BOT',
        'AUTHENTICATION',
        'AUTHENTICATION_INTERNATIONAL',
        'GROUP_MARKETING',
        'GROUP_MARKETING_LITE',
        'GROUP_SERVICE',
        'GROUP_UTILITY',
        'MARKETING',
        'MARKETING_LITE',
        'MARKETING_LITE_DYNAMIC',
        'REFERRAL_CONVERSION',
        'SERVICE',
        'UTILITY',
      ]),
      tiers: { type: 'array', items: text },
      dimensions: someOf(['COUNTRY', 'PHONE', 'PRICING_CATEGORY', 'PRICING_TYPE', 'TIER']),
    },
    required: ['start', 'end', 'granularity'],
  },
  reply: pointsOf({
    phone_number: text,
    country: text,
    tier: { type: 'string', pattern: '^\\d+:(\\d+|MAX)$' },
    pricing_type: { enum: pricingTypes },
    pricing_category: text,
    volume: count,
    cost: amount,
  }),
  errors: rangeErrors,
  sources: ['waba-analytics: pricing_analytics', 'capture-pricing-analytics', 'codegen: pricing_analytics'],
})
