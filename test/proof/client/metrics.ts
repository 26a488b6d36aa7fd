import { call, rest } from './calls.ts'
import type { Answer, Client, Parts } from './parts.ts'
import { eachPage, listPage } from './templates.ts'

const second = 1000

export const METRICS = {
  level: 'ad',
  date_preset: 'last_7d',
  fields: 'ad_name,marketing_messages_sent,marketing_messages_delivered',
} as const

/** What came of the campaigns: read at once, as a report, and of the account. */
export async function readMetrics(client: Client): Promise<void> {
  await client.parts.findAds(client)
  await client.parts.readInsights(client)
  const { status, body } = await call(client, {
    method: 'POST',
    path: `/${client.memory.adAccount}/insights`,
    params: METRICS,
    as: 'client',
  })
  if (status === 200) await readReport(client, body.report_run_id)
  await client.parts.readAnalytics(client)
}

async function readReport(client: Client, run: string): Promise<void> {
  await client.parts.awaitReport(client, run)
  const path = `/${run}/insights`
  await eachPage((params) => call(client, { method: 'GET', path, params: { ...params }, as: 'client' }))
}

export function insightsPage(client: Client, params: object = {}): Promise<Answer> {
  const path = `/${client.memory.adAccount}/insights`
  return call(client, { method: 'GET', path, params: { ...METRICS, ...params }, as: 'client' })
}

export async function statusOf(client: Client, run: string): Promise<string> {
  const params = { fields: 'async_status' }
  const { body } = await call(client, { method: 'GET', path: `/${run}`, params, as: 'client' })
  return String(body.async_status)
}

export async function readTemplateAnalytics(client: Client): Promise<void> {
  const { setup } = client
  const listed = await listPage(client, { fields: 'id', name: 'spring_sale', limit: 1 })
  const template_ids = JSON.stringify([listed.body.data?.[0]?.id])
  const today = Math.floor(setup.now() / 86_400_000) * 86_400
  const range = { start: today - 7 * 86_400, end: today, granularity: 'DAILY', template_ids }
  const path = `/${setup.ids.account}/template_analytics`
  await eachPage((more) => call(client, { method: 'GET', path, params: { ...range, ...more }, as: 'client' }))
}

export const metricParts = {
  findAds: async (client) => {
    const { body } = await listPage(client, { fields: 'ad_account_id', name: 'spring_sale', limit: 1 })
    client.memory.adAccount = `act_${body.data?.[0]?.ad_account_id}`
  },
  readInsights: async (client) => {
    await eachPage((params) => insightsPage(client, { limit: 1, ...params }))
  },
  awaitReport: async (client, run) => {
    do await rest(client, 4 * second)
    while ((await statusOf(client, run)) !== 'Job Completed')
  },
  readAnalytics: async (client) => {
    const params = { is_enabled_for_insights: true }
    await call(client, { method: 'POST', path: `/${client.setup.ids.account}`, params, as: 'client' })
    await readTemplateAnalytics(client)
  },
} satisfies Partial<Parts>
