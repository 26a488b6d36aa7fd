import { amount, count } from './analytics-params.ts'
import { flag, pageParams, paging, text } from './shapes.ts'
import { caseless } from './template-params.ts'

// What the analytics of templates and of their groups share.

/** A range of days, and a page of points. */
export const dailyParams = {
  start: text,
  end: text,
  granularity: caseless(['DAILY'] as const),
  use_waba_timezone: flag,
  limit: pageParams.limit,
  after: text,
  before: text,
} as const

/** Seconds since 1970 as an integer, or `2026-03-02`: a day of the account's own time zone where that is asked for. */
const moment = { type: ['integer', 'string'] } as const

/** A day, and what came of its messages. */
const day = {
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
} as const

/** `{"data":[{"granularity":"DAILY","product_type":…,"data_points":[…]}],"paging":{…}}`, of points with this id of theirs. */
export const dailyPoints = <
  const Id extends object,
  const Names extends readonly string[],
  const Product extends object,
  const Required extends readonly string[],
>(
  id: Id,
  names: Names,
  product_type: Product,
  required: Required,
) =>
  ({
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
            product_type,
            data_points: {
              type: 'array',
              items: {
                type: 'object',
                properties: { ...id, ...day },
                patternProperties: { '^(app|website)_[a-z_]+$': amount },
                required: ['start', 'end', ...names],
                additionalProperties: false,
              },
            },
          },
          required: ['granularity', 'data_points', ...required],
          additionalProperties: false,
        },
      },
      paging,
    },
    required: ['data'],
    additionalProperties: false,
  }) as const

/** What both can be refused with. */
export const dailyErrors = [
  'template_insights_unavailable',
  'template_insights_not_enabled',
  'analytics_lookback_exceeded',
  'analytics_range_invalid',
  'analytics_date_invalid',
  'cursor_invalid',
] as const
