import { insightsCallErrors } from '../insights/errors.ts'
import { insightsParams } from '../insights/params.ts'
import { defineOperation } from '../operation.ts'
import { nodeId, paging, text } from '../shapes.ts'

const row = {
  type: 'object',
  properties: { date_start: text, date_stop: text },
  required: ['date_start', 'date_stop'],
  additionalProperties: text,
} as const

/** Rows of strings; a summary where one was asked for. */
const page = {
  type: 'object',
  properties: { data: { type: 'array', items: row }, paging, summary: row },
  required: ['data'],
  additionalProperties: false,
} as const

const run = {
  type: 'object',
  properties: { report_run_id: nodeId },
  required: ['report_run_id'],
  additionalProperties: false,
} as const

const auth = { permissions: ['ads_read'], otherwise: { permission: 'ad_account_not_granted' } } as const

const shared = {
  edge: 'insights',
  auth,
  marketing: true,
  limit: 'insights',
  params: insightsParams,
  rulings: ['insights-regions'],
  live: 'safe',
  basis: 'documented',
} as const

/** Rows of metrics, at once. With `export_format` it is a report run all the same. */
const reading = {
  ...shared,
  method: 'GET',
  reply: { anyOf: [page, run] },
  slices: true,
  errors: [...insightsCallErrors, 'insights_too_much_data', 'cursor_invalid'],
  sources: ['insights-reference', 'insights-guide', 'view-metrics'],
} as const

/** The same as a report run, whose rows are read when it is complete. */
const running = {
  ...shared,
  method: 'POST',
  reply: run,
  errors: insightsCallErrors,
  sources: ['insights-async', 'insights-reference'],
} as const

export const getAdAccountInsights = defineOperation({ ...reading, name: 'getAdAccountInsights', on: 'AdAccount' })
export const getCampaignInsights = defineOperation({ ...reading, name: 'getCampaignInsights', on: 'Campaign' })
export const getAdSetInsights = defineOperation({ ...reading, name: 'getAdSetInsights', on: 'AdSet' })
export const getAdInsights = defineOperation({ ...reading, name: 'getAdInsights', on: 'Ad' })

export const createAdAccountReportRun = defineOperation({
  ...running,
  name: 'createAdAccountReportRun',
  on: 'AdAccount',
})
export const createCampaignReportRun = defineOperation({ ...running, name: 'createCampaignReportRun', on: 'Campaign' })
export const createAdSetReportRun = defineOperation({ ...running, name: 'createAdSetReportRun', on: 'AdSet' })
export const createAdReportRun = defineOperation({ ...running, name: 'createAdReportRun', on: 'Ad' })

/** The rows of a report run. What it is about was said when it was made; `fields` may ask for fewer. */
export const getReportRunInsights = defineOperation({
  name: 'getReportRunInsights',
  method: 'GET',
  on: 'AdReportRun',
  edge: 'insights',
  auth,
  marketing: true,
  limit: 'insights',
  params: {
    type: 'object',
    properties: {
      fields: insightsParams.properties.fields,
      summary: insightsParams.properties.summary,
      default_summary: insightsParams.properties.default_summary,
      limit: insightsParams.properties.limit,
      after: text,
      before: text,
    },
  },
  reply: page,
  slices: true,
  errors: [
    'insights_field_unknown',
    'insights_run_fields_missing',
    'insights_summary_missing',
    'report_run_not_ready',
    'cursor_invalid',
  ],
  live: 'safe',
  basis: 'documented',
  sources: ['insights-async', 'published-clients: 30'],
})

/** The file of a report run. It has an address of its own beside Graph. */
export const exportReport = defineOperation({
  name: 'exportReport',
  method: 'GET',
  on: 'Graph',
  edge: 'ads/ads_insights/export_report',
  auth: { permissions: ['ads_read'] },
  params: {
    type: 'object',
    properties: { report_run_id: text, name: text, format: { enum: ['csv', 'xls'] }, locale: text },
    required: ['report_run_id', 'format'],
  },
  reply: {},
  answers: 'file',
  slices: true,
  errors: ['report_run_not_ready', 'object_missing_on_get'],
  live: 'safe',
  basis: 'documented',
  sources: ['insights-export'],
})
