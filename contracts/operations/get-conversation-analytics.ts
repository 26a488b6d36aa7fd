import { amount, analyticsOf, count, pointsOf, rangeErrors, rangeParams, someOf } from '../analytics-params.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../shapes.ts'
import { caseless } from '../template-params.ts'

/** The conversations of an account and their cost: one for each message, since prices are per message. */
export const getConversationAnalytics = defineOperation({
  ...analyticsOf,
  name: 'getConversationAnalytics',
  edge: 'conversation_analytics',
  inFields: 'left-out-when-empty',
  params: {
    type: 'object',
    properties: {
      ...rangeParams,
      granularity: caseless(['HALF_HOUR', 'DAILY', 'MONTHLY'] as const),
      metric_types: someOf(['CONVERSATION', 'COST', 'UNKNOWN']),
      /** `MARKETING_MESSAGES` is what the page on metrics calls MARKETING_LITE in its text. */
      conversation_categories: someOf([
        'AUTHENTICATION',
        'AUTHENTICATION_INTERNATIONAL',
        'MARKETING',
        'MARKETING_LITE',
        'MARKETING_MESSAGES',
        'SERVICE',
        'UTILITY',
      ]),
      /** `FREE_ENTRY` is what the table of the page calls FREE_ENTRY_POINT. */
      conversation_types: someOf(['FREE_ENTRY', 'FREE_ENTRY_POINT', 'FREE_TIER', 'REGULAR', 'UNKNOWN']),
      conversation_directions: someOf(['BUSINESS_INITIATED', 'UNKNOWN', 'USER_INITIATED']),
      dimensions: someOf([
        'CONVERSATION_CATEGORY',
        'CONVERSATION_DIRECTION',
        'CONVERSATION_TYPE',
        'COUNTRY',
        'PHONE',
        'UNKNOWN',
      ]),
    },
    required: ['start', 'end', 'granularity'],
  },
  reply: pointsOf({
    conversation: count,
    phone_number: text,
    country: text,
    conversation_type: { enum: ['FREE_ENTRY_POINT', 'FREE_TIER', 'REGULAR'] },
    conversation_direction: { const: 'UNKNOWN' },
    conversation_category: text,
    cost: amount,
  }),
  errors: rangeErrors,
  rulings: ['conversation-analytics-data'],
  sources: [
    'waba-analytics: conversation_analytics',
    'capture-no-conversations',
    'view-metrics: conversation_analytics',
    'codegen: conversation_analytics',
  ],
})
