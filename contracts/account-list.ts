import { pageParams, paging, text } from './shapes.ts'

/** Parameters of the two edges that list WABAs. */
export const accountListParams = {
  type: 'object',
  properties: {
    ...pageParams,
    filtering: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { enum: ['marketing_messages_onboarding_status', 'creation_time', 'partners'] },
          operator: { enum: ['IN', 'ALL', 'GREATER_THAN', 'LESS_THAN'] },
          value: {},
        },
        required: ['field', 'operator', 'value'],
        additionalProperties: false,
      },
    },
    sort: { enum: ['creation_time_ascending', 'creation_time_descending'] },
  },
} as const

/** A page of nodes; which fields each has depends on `fields`. */
export const pageOf = {
  type: 'object',
  properties: {
    data: { type: 'array', items: { type: 'object', properties: { id: text }, required: ['id'] } },
    paging,
    summary: { type: 'object', properties: { total_count: { type: 'integer' } }, required: ['total_count'] },
  },
  required: ['data'],
  additionalProperties: false,
} as const
