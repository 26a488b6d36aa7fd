import { insightsCallErrors } from '../insights/errors.ts'
import { insightsAuth, insightsPage } from '../insights/page.ts'
import { insightsParams } from '../insights/params.ts'
import { defineOperation } from '../operation.ts'
import { nodeId } from '../shapes.ts'

const run = {
  type: 'object',
  properties: { report_run_id: nodeId },
  required: ['report_run_id'],
  additionalProperties: false,
} as const

const shared = {
  edge: 'insights',
  auth: insightsAuth,
  marketing: true,
  limit: 'insights',
  params: insightsParams,
  rulings: ['insights-regions', 'insights-conversions'],
  live: 'safe',
  basis: 'documented',
} as const

/** Rows of metrics, at once. With `export_format` it is a report run all the same. */
const reading = {
  ...shared,
  method: 'GET',
  reply: { anyOf: [insightsPage, run] },
  slices: true,
  errors: [...insightsCallErrors, 'ad_account_not_granted', 'insights_too_much_data', 'cursor_invalid'],
  sources: ['insights-reference', 'insights-guide', 'view-metrics'],
} as const

/** The same as a report run, whose rows are read when it is complete. */
const running = {
  ...shared,
  method: 'POST',
  reply: run,
  errors: [...insightsCallErrors, 'ad_account_not_granted'],
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
