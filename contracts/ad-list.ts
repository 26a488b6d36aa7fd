import { filterOperators } from './filter-operators.ts'
import { pageParams, text } from './shapes.ts'

/** Parameters of the edges that list campaigns, ad sets or ads. */
export const adListParams = {
  type: 'object',
  properties: {
    ...pageParams,
    effective_status: { type: 'array', items: text },
    filtering: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: text, operator: { enum: filterOperators }, value: {} },
        required: ['field', 'operator', 'value'],
        additionalProperties: false,
      },
    },
  },
} as const

const MATCHES_VALUE = ['EQUAL', 'NOT_EQUAL', 'IN', 'NOT_IN']
const MATCHES_TEXT = ['EQUAL', 'CONTAIN', 'NOT_CONTAIN']
const MATCHES_TIME = ['GREATER_THAN', 'LESS_THAN', 'IN_RANGE', 'NOT_IN_RANGE']

const ofAll = {
  id: MATCHES_VALUE,
  name: MATCHES_TEXT,
  status: MATCHES_VALUE,
  effective_status: MATCHES_VALUE,
  created_time: MATCHES_TIME,
  updated_time: MATCHES_TIME,
}

/**
 * By what lists are filtered, and how. Campaigns were measured for some of it; that they have the rest as ad sets and ads
 * do is assumed.
 * @see sources capture-listing-filters
 */
export const adFilters: Readonly<Record<'Ad' | 'AdSet' | 'Campaign', Readonly<Record<string, readonly string[]>>>> = {
  Ad: ofAll,
  AdSet: { ...ofAll, optimization_goal: MATCHES_VALUE, start_time: MATCHES_TIME },
  Campaign: ofAll,
}

/** What Graph filters by, or may, and no ad entity of a world has: 501. */
export const adFiltersNotBuilt: readonly string[] = [
  'bid_amount',
  'bid_strategy',
  'billing_event',
  'buying_type',
  'daily_budget',
  'end_time',
  'lifetime_budget',
  'objective',
  'start_time',
  'stop_time',
]
