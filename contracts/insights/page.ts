import { paging, text } from '../shapes.ts'

const row = {
  type: 'object',
  properties: { date_start: text, date_stop: text },
  required: ['date_start', 'date_stop'],
  additionalProperties: text,
} as const

/** Rows of strings; a summary where one was asked for. */
export const insightsPage = {
  type: 'object',
  properties: { data: { type: 'array', items: row }, paging, summary: row },
  required: ['data'],
  additionalProperties: false,
} as const

/** Who may ask for metrics. */
export const insightsAuth = { permissions: ['ads_read'], otherwise: { permission: 'ad_account_not_granted' } } as const
