import { insightsAuth, insightsPage } from '../insights/page.ts'
import { insightsParams } from '../insights/params.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../shapes.ts'

/** The rows of a report run. What it is about was said when it was made; `fields` may ask for fewer. */
export const getReportRunInsights = defineOperation({
  name: 'getReportRunInsights',
  method: 'GET',
  on: 'AdReportRun',
  edge: 'insights',
  auth: insightsAuth,
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
  reply: insightsPage,
  slices: true,
  errors: [
    'ad_account_not_granted',
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
