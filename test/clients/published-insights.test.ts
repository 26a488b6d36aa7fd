import { describe, expect, test } from 'vitest'
import { need } from '../kit.ts'
import { type Row, rows, withHistory } from '../metrics.ts'
import { nodeSdk, type Served, servedBy, type Untyped } from './served.ts'

const FEBRUARY = { since: '2026-02-01', until: '2026-02-28' }
const FIELDS = ['ad_id', 'spend', 'marketing_messages_sent', 'marketing_messages_link_btn_click']
const STATUS = ['async_status', 'async_percent_completion']

/** Objects and lists as they are: the SDK makes JSON of them. Made anew, as the SDK writes into what it is given. */
const byDay = (more: object = {}): object => ({
  level: 'ad',
  time_range: FEBRUARY,
  time_increment: 1,
  filtering: [{ field: 'ad.effective_status', operator: 'IN', value: ['ACTIVE', 'PAUSED'] }],
  ...more,
})

interface Place extends Served {
  readonly sdk: Untyped
  readonly account: Untyped
}

/** The SDK with a token of a world that has a past, and the ad account as it knows it. */
async function place(token = 'client_business'): Promise<Place> {
  const { url, kit } = await servedBy(withHistory())
  const sdk = nodeSdk(url, need(kit.tokens[token]))
  return { url, kit, sdk, account: new sdk.AdAccount(need(kit.names.ad_account)) }
}

/** The rows that `byDay` asks for, as one plain call gets them. */
const plainRows = ({ kit }: Served): Promise<Row[]> =>
  rows(kit, '/{ad_account}/insights', {
    level: 'ad',
    fields: FIELDS.join(),
    time_increment: '1',
    time_range: JSON.stringify(FEBRUARY),
  })

const dataOf = (page: Iterable<Untyped>): Untyped[] => [...page].map(({ _data }) => _data)

/** Goes on as long as the SDK says that there is more. */
async function toTheEnd(first: Untyped): Promise<{ readonly pages: number[]; readonly seen: Untyped[] }> {
  let page = first
  const pages = [page.length]
  const seen = dataOf(page)
  while (page.hasNext()) {
    page = await page.next()
    pages.push(page.length)
    seen.push(...dataOf(page))
  }
  return { pages, seen }
}

/** Asks a run how far it is, a second of the world's time apart, until its job is over. */
async function poll({ kit }: Served, run: Untyped): Promise<{ statuses: string[]; percents: number[] }> {
  const statuses: string[] = []
  const percents: number[] = []
  while (statuses.at(-1) !== 'Job Completed' && statuses.length < 100) {
    if (statuses.length > 0) await kit.advance('1s')
    const { async_status, async_percent_completion } = (await run.get(STATUS))._data
    statuses.push(async_status)
    percents.push(async_percent_completion)
  }
  return { statuses, percents }
}

describe('facebook-nodejs-business-sdk', () => {
  test('reads an ad account, and lists its campaigns, ad sets and ads', async () => {
    const { kit, account } = await place()
    const { ad_account, ad, ad_set, campaign } = kit.names
    const node = await account.read(['name', 'account_id', 'account_status', 'currency', 'timezone_name'])
    expect(node._data).toEqual({
      id: ad_account,
      account_id: need(ad_account).replace('act_', ''),
      account_status: 1,
      name: 'Juniper shop (marketing messages)',
      currency: 'USD',
      timezone_name: 'America/Los_Angeles',
    })
    const campaigns = dataOf(await account.getCampaigns(['name', 'objective']))
    expect(campaigns).toContainEqual({ id: campaign, name: 'spring_sale', objective: 'LINK_CLICKS' })
    const adSets = dataOf(await account.getAdSets(['name', 'optimization_goal', 'campaign_id']))
    const goal = { optimization_goal: 'LINK_CLICKS', campaign_id: campaign }
    expect(adSets).toContainEqual({ id: ad_set, name: 'spring_sale', ...goal })
    const ads = dataOf(await account.getAds(['name', 'adset_id', 'effective_status']))
    expect(ads).toContainEqual({ id: ad, name: 'spring_sale', adset_id: ad_set, effective_status: 'ACTIVE' })
    expect([campaigns, adSets, ads].map(({ length }) => length)).toEqual([3, 3, 3])
  })

  test('gets insights with objects as parameters, page by page to the end and back', async () => {
    const here = await place()
    const first = await here.account.getInsights(FIELDS, byDay({ limit: 10 }))
    const { pages, seen } = await toTheEnd(first)
    expect(pages).toEqual([10, 10, 10, 2])
    expect(seen).toEqual(await plainRows(here))
    expect(first.hasPrevious()).toBe(true)
    expect(dataOf(await first.previous())).toEqual(seen.slice(20, 30))
  })

  test('gets rows of strings with what was asked for, and impressions and spend where nothing was', async () => {
    const { kit, account } = await place()
    const [row] = dataOf(await account.getInsights(FIELDS, { level: 'ad', date_preset: 'last_7d' }))
    expect(Object.keys(row)).toEqual([...FIELDS, 'date_start', 'date_stop'])
    for (const value of Object.values(row)) expect(value).toBeTypeOf('string')
    const [plain] = dataOf(await account.getInsights())
    expect(plain).toEqual({
      account_id: need(kit.names.ad_account).replace('act_', ''),
      impressions: expect.stringMatching(/^\d+$/),
      spend: expect.stringMatching(/^\d+(\.\d+)?$/),
      date_start: '2026-01-31',
      date_stop: '2026-03-01',
    })
  })

  test('gets the insights of a campaign, an ad set and an ad, which say the same', async () => {
    const { kit, sdk } = await place()
    const { campaign, ad_set, ad } = kit.names
    const nodes = [new sdk.Campaign(campaign), new sdk.AdSet(ad_set), new sdk.Ad(ad)]
    const told: Untyped[] = []
    for (const node of nodes) {
      told.push(dataOf(await node.getInsights(['marketing_messages_sent', 'spend'], { time_range: FEBRUARY })))
    }
    expect(Number(told[0][0].marketing_messages_sent)).toBeGreaterThan(20_000)
    expect(told).toEqual([told[0], told[0], told[0]])
  })

  test('asks for the summary, and keeps it', async () => {
    const { account } = await place()
    const page = await account.getInsights(['spend'], byDay({ summary: ['spend'], limit: 3 }))
    const { seen } = await toTheEnd(page)
    const spend = seen.reduce((sum, { spend }) => sum + Number(spend), 0)
    expect(Number(page.summary.spend)).toBeCloseTo(spend)
    expect(page.summary).toMatchObject({ date_start: FEBRUARY.since, date_stop: FEBRUARY.until })
  })

  test('asks for a report, waits for Job Completed, and gets the fields of the POST to the end', async () => {
    const here = await place()
    const run = await here.account.getInsightsAsync(FIELDS, byDay())
    expect(run.id).toMatch(/^\d{16}$/)
    const { statuses, percents } = await poll(here, run)
    expect([...new Set(statuses)]).toEqual(['Job Not Started', 'Job Started', 'Job Running', 'Job Completed'])
    expect(percents).toEqual([...percents].sort((a, b) => a - b))
    expect([percents[0], percents.at(-1)]).toEqual([0, 100])
    const { pages, seen } = await toTheEnd(await run.getInsights([], { limit: 12 }))
    expect(pages).toEqual([12, 12, 8])
    expect(seen).toEqual(await plainRows(here))
  })

  test('asks for a report of an ad, and reads all that its class knows of it and we do', async () => {
    const { kit, sdk } = await place()
    const run = await new sdk.Ad(kit.names.ad).getInsightsAsync([], { date_preset: 'yesterday' })
    await kit.advance('10s')
    const { emails: _, schedule_id: __, ...known } = sdk.AdReportRun.Fields
    expect((await run.get(Object.values(known)))._data).toMatchObject({
      id: run.id,
      async_status: 'Job Completed',
      date_start: '2026-03-01',
      date_stop: '2026-03-01',
      is_running: false,
      time_ref: Math.floor(kit.world().now / 1000) - 10,
    })
    const [only] = dataOf(await run.getInsights())
    expect(only).toMatchObject({ ad_id: kit.names.ad, impressions: expect.any(String), spend: expect.any(String) })
  })

  test('sends a batch of insights, and gets each part to its own callback', async () => {
    const { kit, sdk } = await place()
    const heard: Untyped[] = []
    const batch = new sdk.FacebookAdsApiBatch(sdk.api)
    const hear = (name: string) => (reply: Untyped) =>
      heard.push([name, reply.body?.data?.length ?? reply.error?.response])
    const params = { fields: 'spend', time_range: FEBRUARY, time_increment: 7 }
    for (const ad of ['ad', 'plain_ad', 'nobody']) {
      batch.add('GET', [kit.names[ad] ?? '123456789', 'insights'], params, undefined, hear(ad), hear(`no ${ad}`))
    }
    await batch.execute()
    expect(heard).toMatchObject([
      ['ad', 4],
      ['plain_ad', 4],
      ['no nobody', { error: { code: 100, error_subcode: 33 } }],
    ])
  })
})

describe('the errors of facebook-nodejs-business-sdk', () => {
  const cases: readonly [what: string, token: string, call: (place: Place) => Promise<unknown>, says: object][] = [
    [
      'a field that Insights has not',
      'client_business',
      ({ account }) => account.getInsights(['spend', 'nonsense']),
      { status: 400, code: 100, message: expect.stringContaining('(#100) nonsense is not valid for fields param.') },
    ],
    [
      'a range of long ago',
      'client_business',
      ({ account }) => account.getInsightsAsync([], { time_range: { since: '2020-01-01', until: '2020-01-31' } }),
      { status: 400, code: 3018 },
    ],
    [
      'a token without ads_read',
      'without_ads',
      ({ account }) => account.getInsights(FIELDS),
      { status: 403, code: 200 },
    ],
    [
      'an ad that is not there',
      'client_business',
      ({ sdk }) => new sdk.Ad('123456789').getInsights(FIELDS),
      { status: 400, code: 100, error_subcode: 33, type: 'GraphMethodException' },
    ],
    [
      'a report that is under way',
      'client_business',
      async ({ account }) => (await account.getInsightsAsync(FIELDS)).getInsights(),
      { status: 400, code: 2601, error_subcode: 1815107 },
    ],
    [
      'a campaign made on an account that is read-only',
      'client_business',
      ({ account }) => account.createCampaign([], { name: 'mine', objective: 'OUTCOME_SALES' }),
      { status: 403, code: 200 },
    ],
  ]

  test.each(cases)('%s', async (_, token, call, { status, ...response }: Untyped) => {
    const thrown = await call(await place(token)).catch((error: unknown) => error)
    expect(thrown).toMatchObject({
      name: 'FacebookRequestError',
      status,
      response: { type: 'OAuthException', fbtrace_id: expect.any(String), ...response },
    })
  })
})
