import type { Response } from 'supertest'
import { describe, expect, test } from 'vitest'
import { datePresets } from '../../contracts/insights/params.ts'
import * as contracts from '../../contracts/operations/insights.ts'
import { PLAIN } from '../ads.ts'
import type { Kit } from '../kit.ts'
import { rows, total, withHistory } from '../metrics.ts'
import { proves } from '../operation.ts'
import { market, message, ruled } from '../sends.ts'

const ACCOUNT = '/{ad_account}/insights'
const AD = '/{ad}/insights'
const JANUARY = JSON.stringify({ since: '2026-01-01', until: '2026-01-31' })
const filter = (field: string, operator: string, value: unknown) => JSON.stringify([{ field, operator, value }])

/** A call as the client makes it. */
const ask = (kit: Kit, path: string, query: Record<string, string> = {}): Promise<Response> =>
  kit.graph('GET', path, { as: 'client_business', query })
const begin = (kit: Kit, path: string, body: object = {}): Promise<Response> =>
  kit.graph('POST', path, { as: 'client_business', body })

/** What each error takes, by its parameters. */
const wrong = {
  insights_field_unknown: { fields: 'impressions_gross' },
  insights_param_invalid: { level: 'adgroup' },
  insights_value_invalid: { date_preset: 'last_year_but_one' },
  insights_breakdowns_invalid: { breakdowns: 'platform_position' },
  insights_without_data: { breakdowns: 'marketing_messages_btn_name', fields: 'marketing_messages_sent' },
  insights_date_invalid: { time_range: '{"since":"2026-02-30","until":"2026-03-01"}' },
  insights_range_missing: { time_range: '{}' },
  insights_range_reversed: { time_range: '{"since":"2026-03-01","until":"2026-02-01"}' },
  insights_range_too_old: { time_range: '{"since":"2023-02-01","until":"2026-03-01"}' },
  insights_increment_invalid: { time_increment: '91' },
  insights_filtering_invalid: { filtering: 'ad.name' },
  insights_filter_field_invalid: { filtering: filter('effective_status', 'IN', ['ACTIVE']) },
  insights_sort_invalid: { sort: '["spend_upwards"]' },
  insights_summary_missing: { fields: 'impressions', summary: 'spend,reach' },
} as const

const asked = (path: string) =>
  Object.fromEntries(Object.entries(wrong).map(([name, query]) => [name, () => ask(withHistory(), path, query)])) as {
    [N in keyof typeof wrong]: () => Promise<Response>
  }
const begun = (path: string) =>
  Object.fromEntries(Object.entries(wrong).map(([name, body]) => [name, () => begin(withHistory(), path, body)])) as {
    [N in keyof typeof wrong]: () => Promise<Response>
  }

const tooMuch = (path: string) => () =>
  ask(
    withHistory((file) => {
      file.limits = { ...file.limits, insightsRows: 30 }
    }),
    path,
    { time_increment: '1', date_preset: 'last_90d' },
  )

test('an answer says that its days end yesterday, where nothing says which are meant', async () => {
  const kit = withHistory()
  const note = async (query: Record<string, string>) => (await ask(kit, ACCOUNT, query)).headers['x-mmgraph-note']
  expect(await note({})).toMatch(/^the days end yesterday/)
  const said = { date_preset: 'last_7d', time_range: JANUARY, time_ranges: `[${JANUARY}]` }
  for (const [name, value] of Object.entries(said)) expect(await note({ [name]: value })).toBeUndefined()
})

test('as many rows as are given at once are given', async () => {
  const kit = withHistory((file) => {
    file.limits = { ...file.limits, insightsRows: 31 }
  })
  const status = async (until: string) =>
    (await ask(kit, ACCOUNT, { time_increment: '1', time_range: JSON.stringify({ since: '2026-01-01', until }) }))
      .status
  expect([await status('2026-01-31'), await status('2026-02-01')]).toEqual([200, 400])
})

const reading = (path: string) => ({
  ...asked(path),
  ad_account_not_granted: () => withHistory().graph('GET', path, { as: 'without_ads' }),
  insights_too_much_data: tooMuch(path),
  cursor_invalid: () => ask(withHistory(), path, { after: '???' }),
})

const DEFAULT_ROW = {
  impressions: expect.any(String),
  spend: expect.any(String),
  date_start: '2026-01-31',
  date_stop: '2026-03-01',
}
const readsAs = (path: string, ids: readonly string[]) => ({
  'tells of the last 30 days with the ids down to its level': async () => {
    const { body } = await ask(withHistory(), path)
    const { length, 0: row } = body.data
    expect([length, Object.keys(row).sort()]).toEqual([1, [...ids, ...Object.keys(DEFAULT_ROW)].sort()])
    expect(row).toMatchObject(DEFAULT_ROW)
    expect(body.paging).toEqual({ cursors: { before: 'MAZDZD', after: 'MAZDZD' } })
  },
})
const running = (path: string) => ({
  ...begun(path),
  ad_account_not_granted: () => withHistory().graph('POST', path, { as: 'without_ads' }),
})

const runsAs = (path: string) => ({
  'answers the id of a report run': async () => {
    expect((await begin(withHistory(), path)).body).toEqual({ report_run_id: expect.stringMatching(/^\d{16}$/) })
  },
})

proves(contracts.getAdAccountInsights, readsAs(ACCOUNT, ['account_id']), reading(ACCOUNT))
proves(
  contracts.getCampaignInsights,
  readsAs('/{campaign}/insights', ['account_id', 'campaign_id']),
  reading('/{campaign}/insights'),
)
proves(
  contracts.getAdSetInsights,
  readsAs('/{ad_set}/insights', ['account_id', 'campaign_id', 'adset_id']),
  reading('/{ad_set}/insights'),
)
proves(contracts.getAdInsights, readsAs(AD, ['account_id', 'campaign_id', 'adset_id', 'ad_id']), reading(AD))
proves(contracts.createAdAccountReportRun, runsAs(ACCOUNT), running(ACCOUNT))
proves(contracts.createCampaignReportRun, runsAs('/{campaign}/insights'), running('/{campaign}/insights'))
proves(contracts.createAdSetReportRun, runsAs('/{ad_set}/insights'), running('/{ad_set}/insights'))
proves(contracts.createAdReportRun, runsAs(AD), running(AD))

describe('words of Graph', () => {
  const cases: readonly [query: Record<string, string>, message: string][] = [
    [
      { fields: 'impressions_gross' },
      '(#100) impressions_gross is not valid for fields param. please check https://developers.facebook.com/docs/marketing-api/reference/ads-insights/ for all valid values',
    ],
    [
      { fields: 'test,test2' },
      '(#100) test, test2 are not valid for fields param. please check https://developers.facebook.com/docs/marketing-api/reference/ads-insights/ for all valid values',
    ],
    [{ level: 'x' }, '(#100) Param level must be one of {delivery_ad, politicalad, ad, adset, campaign, account}'],
    [
      { breakdowns: 'platform_position' },
      '(#100) Current combination of data breakdown columns (action_type, platform_position) is invalid',
    ],
    [
      wrong.insights_range_too_old,
      '(#3018) The start date of the time range cannot be beyond 37 months from the current date',
    ],
    [{ time_range: 'soon' }, '(#100) param time_range must be non-empty.'],
    [wrong.insights_date_invalid, '(#100) Must be a date representation in the format YYYY-MM-DD'],
    [{ filtering: '7' }, '(#100) param filtering must be an array.'],
    [
      { fields: 'impressions', summary: 'spend' },
      "(#100) Cannot include spend in summary param because it wasn't there while creating the report run. All available values are: impressions",
    ],
    [
      { filtering: '[{"field":"ad.name","operator":"CONTAIN"}]' },
      "(#100) The parameter filtering[0]['value'] is required.",
    ],
  ]
  test.each(cases)('%j', async (query, words) => {
    const { status, body } = await ask(withHistory(), ACCOUNT, query)
    expect([status, body.error.type, body.error.message]).toEqual([400, 'OAuthException', words])
  })

  test('an operator that there is not is told before a field', async () => {
    const { body } = await ask(withHistory(), ACCOUNT, { filtering: filter('nothing', 'LIKE', 1) })
    expect(body.error.message).toMatch(/^\(#100\) Param filtering\[0\]\[operator\] must be one of \{EQUAL, NOT_EQUAL, /)
  })

  test('a breakdown that there is not', async () => {
    const { body } = await ask(withHistory(), ACCOUNT, { breakdowns: 'age,shoe_size' })
    expect(body.error.message).toMatch(
      /^\(#100\) breakdowns\[1\] must be one of the following values: .*marketing_messages_btn_name/,
    )
  })
})

describe('gaps say that they are gaps', () => {
  const gaps: readonly Record<string, string>[] = [
    { fields: 'reach' },
    { breakdowns: 'country' },
    { level: 'delivery_ad' },
    { sort: '["reach_descending"]' },
    { sort: '["actions:link_click_ascending"]' },
  ]
  test.each(gaps)('%j', async (query) => {
    const { status, headers } = await ask(withHistory(), ACCOUNT, query)
    expect([status, headers['x-mmgraph']]).toEqual([501, 'not-implemented'])
  })
})

describe('rows', () => {
  test('have the fields asked for and their days, as strings; what has no value is left out', async () => {
    const fields = 'ad_name,marketing_messages_sent,marketing_messages_link_btn_click,marketing_messages_website_lead'
    const found = await rows(withHistory(), '/{plain_ad}/insights', { fields, date_preset: 'last_7d' })
    expect(found).toEqual([
      {
        ad_name: 'plain_words',
        marketing_messages_sent: expect.stringMatching(/^\d+$/),
        date_start: '2026-02-23',
        date_stop: '2026-03-01',
      },
    ])
  })

  test('are absent where nothing was counted', async () => {
    const { body } = await ask(withHistory(), '/{plain_ad}/insights', { date_preset: 'yesterday' })
    expect(body).toEqual({ data: [] })
  })

  test('without messages there is nothing at all', async () => {
    const kit = withHistory((file) => {
      file.history = {}
    })
    for (const query of [{}, { date_preset: 'data_maximum' }, { date_preset: 'maximum', default_summary: 'true' }]) {
      expect((await ask(kit, ACCOUNT, query)).body).toMatchObject({ data: [] })
    }
  })

  test.each([
    ['account', 1],
    ['campaign', 2],
    ['adset', 2],
    ['ad', 2],
  ])('of level %s', async (level, count) => {
    const found = await rows(withHistory(), ACCOUNT, {
      level,
      fields: 'account_id,campaign_id,adset_id,ad_id,objective,optimization_goal',
    })
    expect(found).toHaveLength(count)
    const keys = { account: 1, campaign: 3, adset: 5, ad: 6 }[level]
    expect(Object.keys(found[0] ?? {})).toHaveLength((keys ?? 0) + 2)
  })

  test('rates are shares of what was delivered, in percent and with six decimals; delivery of what was sent', async () => {
    const fields =
      'marketing_messages_sent,marketing_messages_delivered,marketing_messages_read,marketing_messages_link_btn_click,marketing_messages_quick_reply_btn_click,marketing_messages_spend,marketing_messages_delivery_rate,marketing_messages_read_rate,marketing_messages_link_btn_click_rate,marketing_messages_quick_reply_btn_click_rate,marketing_messages_cost_per_delivered,marketing_messages_cost_per_link_btn_click,marketing_messages_spend_currency'
    const [row = {}] = await rows(withHistory(), AD, { fields })
    const of = (name: string) => Number(row[`marketing_messages_${name}`])
    const six = (number: number) => String(Number(number.toFixed(6)))
    expect(row).toMatchObject({
      marketing_messages_delivery_rate: six((of('delivered') / of('sent')) * 100),
      marketing_messages_read_rate: six((of('read') / of('delivered')) * 100),
      marketing_messages_link_btn_click_rate: six((of('link_btn_click') / of('delivered')) * 100),
      marketing_messages_quick_reply_btn_click_rate: six((of('quick_reply_btn_click') / of('delivered')) * 100),
      marketing_messages_cost_per_delivered: six(of('spend') / of('delivered')),
      marketing_messages_cost_per_link_btn_click: six(of('spend') / of('link_btn_click')),
      marketing_messages_spend_currency: 'USD',
    })
  })

  test('a rate may pass 100: what is read today may have been delivered yesterday', async () => {
    const kit = withHistory()
    const late = message({ to: '+14165550101' })
    const sent = [await market(kit, late), await market(kit, late), await market(kit, late)]
    await kit.advance('1d')
    await market(kit, late)
    await kit.advance('1m')
    for (const { body } of sent) await kit.happens('message_is_read', { message: body.messages[0].id })
    const [row] = await rows(kit, AD, { fields: 'marketing_messages_read_rate', date_preset: 'today' })
    expect(row?.marketing_messages_read_rate).toBe('300')
  })

  test('a medium in the header is seen when the message is read, and a button that calls can be tapped', async () => {
    const kit = withHistory((file) => {
      const components = [
        { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U='] } },
        { type: 'BODY', text: 'Our new shop is open.' },
        { type: 'BUTTONS', buttons: [{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+14165550190' }] },
      ]
      file.templates = {
        ...file.templates,
        shop: { account: 'waba', name: 'new_shop', category: 'MARKETING', components, ad: 'shop_ad' },
      }
    })
    const image = { type: 'image', image: { link: 'https://juniper.example/shop.jpg' } }
    const template = { name: 'new_shop', components: [{ type: 'header', parameters: [image] }] }
    const { body } = await market(kit, message({}, template))
    await market(kit, message({ to: '+14165550101' }, template))
    await kit.advance('1m')
    expect(
      (await kit.happens('customer_taps_phone_button', { message: body.messages[0].id, button: 'Call us' })).status,
    ).toBe(200)
    const fields = 'marketing_messages_media_view_rate,marketing_messages_phone_call_btn_click_rate'
    expect(await rows(kit, '/{shop_ad}/insights', { fields, date_preset: 'today' })).toMatchObject([
      { marketing_messages_media_view_rate: '50', marketing_messages_phone_call_btn_click_rate: '50' },
    ])
    const broken = await rows(kit, '/{shop_ad}/insights', {
      fields,
      date_preset: 'today',
      breakdowns: 'marketing_messages_btn_name',
    })
    expect(broken).toEqual([
      {
        marketing_messages_phone_call_btn_click_rate: '50',
        date_start: '2026-03-02',
        date_stop: '2026-03-02',
        marketing_messages_btn_name: 'Call us',
      },
    ])
  })

  test('by the names of buttons', async () => {
    const fields =
      'ad_id,marketing_messages_link_btn_click,marketing_messages_quick_reply_btn_click,marketing_messages_sent'
    const found = await rows(withHistory(), AD, { fields, breakdowns: 'marketing_messages_btn_name' })
    expect(
      found.map(({ marketing_messages_btn_name, marketing_messages_sent }) => [
        marketing_messages_btn_name,
        marketing_messages_sent,
      ]),
    ).toEqual([
      ['See the bread', undefined],
      ['No more of this', undefined],
    ])
    const [whole] = await rows(withHistory(), AD, { fields })
    expect(found[0]?.marketing_messages_link_btn_click).toBe(whole?.marketing_messages_link_btn_click)
  })
})

describe('days', () => {
  test.each(datePresets)('%s', async (date_preset) => {
    const kit = withHistory()
    const found = await rows(kit, AD, { date_preset, fields: 'marketing_messages_sent', time_increment: '1' })
    const once = await rows(kit, AD, { date_preset, fields: 'marketing_messages_sent' })
    expect(total(once, 'marketing_messages_sent')).toBe(total(found, 'marketing_messages_sent'))
    expect(found.every(({ date_start, date_stop }) => date_start === date_stop)).toBe(true)
  })

  test('data_maximum begins and ends with data', async () => {
    expect(
      await rows(withHistory(), '/{plain_ad}/insights', { date_preset: 'data_maximum', fields: 'ad_id' }),
    ).toMatchObject([{ date_start: '2026-01-01', date_stop: '2026-02-26' }])
  })

  test('a range in brackets, one in JSON and one in single quotes are the same', async () => {
    const kit = withHistory()
    const bracketed = await rows(kit, AD, { 'time_range[since]': '2026-01-01', 'time_range[until]': '2026-01-31' })
    expect(bracketed).toEqual(await rows(kit, AD, { time_range: JANUARY }))
    expect(bracketed).toEqual(await rows(kit, AD, { time_range: JANUARY.replaceAll('"', "'") }))
    expect(bracketed).toMatchObject([{ date_start: '2026-01-01', date_stop: '2026-01-31' }])
  })

  test('time_range comes before date_preset, and time_ranges before both and before time_increment', async () => {
    const kit = withHistory()
    expect(await rows(kit, AD, { time_range: JANUARY, date_preset: 'today' })).toHaveLength(1)
    const time_ranges = '[{"since":"2026-01-01","until":"2026-01-31"},{"since":"2026-01-15","until":"2026-02-14"}]'
    expect(
      await rows(kit, AD, { time_ranges, time_range: '{}', time_increment: '1', date_preset: 'never' }),
    ).toMatchObject([
      { date_start: '2026-01-01', date_stop: '2026-01-31' },
      { date_start: '2026-01-15', date_stop: '2026-02-14' },
    ])
  })

  test.each([
    ['monthly', 4],
    ['7', 13],
    ['1', 90],
    ['90', 1],
    ['all_days', 1],
  ])('in increments of %s', async (time_increment, count) => {
    const found = await rows(withHistory(), AD, { time_increment, date_preset: 'last_90d' })
    expect(found).toHaveLength(count)
    expect([found[0]?.date_start, found.at(-1)?.date_stop]).toEqual(['2025-12-02', '2026-03-01'])
  })

  test('are those of the ad account', async () => {
    const kit = withHistory((file) => {
      file.clock = '2026-03-02T23:00:00Z'
      Object.assign(file.accounts?.waba ?? {}, { timezone: 'Pacific/Auckland' })
    })
    await market(kit)
    await kit.advance('1m')
    const found = await rows(kit, AD, { date_preset: 'today', fields: 'marketing_messages_sent' })
    expect(found).toMatchObject([{ marketing_messages_sent: '1', date_start: '2026-03-03' }])
  })
})

describe('filtering', () => {
  const names = async (filtering: string, more: Record<string, string> = {}) =>
    (
      await rows(withHistory(), ACCOUNT, {
        level: 'ad',
        fields: 'ad_name',
        filtering,
        date_preset: 'last_90d',
        ...more,
      })
    ).map(({ ad_name }) => ad_name)
  const BOTH = ['spring_sale', 'plain_words']

  test.each([
    [filter('ad.name', 'CONTAIN', 'SALE'), ['spring_sale']],
    [filter('campaign.name', 'NOT_CONTAIN', 'sale'), ['plain_words']],
    [filter('adset.optimization_goal', 'EQUAL', 'IMPRESSIONS'), ['plain_words']],
    [filter('campaign.objective', 'IN', ['LINK_CLICKS']), ['spring_sale']],
    [filter('ad.impressions', 'GREATER_THAN', 0), BOTH],
    [filter('marketing_messages_sent', 'GREATER_THAN', 10_000), ['spring_sale']],
    [filter('marketing_messages_link_btn_click', 'EQUAL', 0), ['plain_words']],
    [filter('spend', 'TOP', 1), ['spring_sale']],
    [filter('ad.effective_status', 'IN', ['ACTIVE', 'PAUSED']), BOTH],
    [filter('ad.created_time', 'BEFORE', '2020-01-01'), []],
    ["[{field:'ad.name',operator:'STARTS_WITH',value:'plain'}]", ['plain_words']],
  ])('%s', async (filtering, expected) => {
    expect(await names(filtering)).toEqual(expected)
  })

  test('with any filter only active ads are told of, unless it is about their status', async () => {
    const kit = withHistory()
    await kit.graph('DELETE', '/{waba}/message_templates', { as: 'client_business', query: { name: 'plain_words' } })
    await kit.advance('31d')
    const found = async (filtering?: string) =>
      rows(kit, ACCOUNT, { level: 'ad', fields: 'ad_name', date_preset: 'last_90d', ...(filtering && { filtering }) })
    expect(await found()).toHaveLength(2)
    expect(await found(filter('spend', 'GREATER_THAN', 0))).toHaveLength(1)
    expect(await found(filter('ad.effective_status', 'IN', ['ACTIVE', 'DELETED', 'PAUSED']))).toHaveLength(2)
  })

  test('chooses ads before they are added up', async () => {
    const kit = withHistory()
    const query = { fields: 'marketing_messages_sent', date_preset: 'last_90d' }
    const one = await rows(kit, ACCOUNT, { ...query, filtering: filter('ad.name', 'EQUAL', 'plain_words') })
    expect(one).toEqual(await rows(kit, '/{plain_ad}/insights', query))
  })
})

describe('sort, limit and summary', () => {
  const query = { fields: 'spend', date_preset: 'last_7d', time_increment: '1' }
  const spends = (found: readonly Record<string, string>[]) => found.map(({ spend }) => Number(spend))

  test('sorts by a number in either direction; ascending where none is said', async () => {
    const kit = withHistory()
    const plain = spends(await rows(kit, AD, query))
    const ascending = plain.toSorted((a, b) => a - b)
    expect(spends(await rows(kit, AD, { ...query, sort: '["spend_ascending"]' }))).toEqual(ascending)
    expect(spends(await rows(kit, AD, { ...query, sort: 'spend' }))).toEqual(ascending)
    expect(spends(await rows(kit, AD, { ...query, sort: 'spend_descending' }))).toEqual(ascending.toReversed())
  })

  test('sorts by text, and what has no value comes last', async () => {
    const kit = withHistory()
    const by = async (sort: string) =>
      (await rows(kit, ACCOUNT, { level: 'ad', fields: 'ad_name', date_preset: 'last_90d', sort })).map(
        ({ ad_name }) => ad_name,
      )
    expect(await by('ad_name_ascending')).toEqual(['plain_words', 'spring_sale'])
    expect(await by('marketing_messages_link_btn_click_ascending')).toEqual(['spring_sale', 'plain_words'])
    expect(await by('marketing_messages_link_btn_click_descending')).toEqual(['spring_sale', 'plain_words'])
  })

  test('pages have 25 rows, links with every parameter, and nothing past the end', async () => {
    const kit = withHistory()
    const first = await ask(kit, AD, { time_increment: '1', fields: 'spend' })
    expect(first.body.data).toHaveLength(25)
    const next = new URL(first.body.paging.next)
    expect(next.pathname).toBe(`/v24.0/${kit.names.ad}/insights`)
    expect(Object.fromEntries(next.searchParams)).toMatchObject({
      time_increment: '1',
      fields: 'spend',
      limit: '25',
      after: 'MjQZD',
    })
    const second = await ask(kit, AD, { time_increment: '1', fields: 'spend', after: 'MjQZD' })
    expect(second.body.data).toHaveLength(5)
    expect(second.body.paging.next).toBeUndefined()
    expect((await ask(kit, AD, { time_increment: '1', after: second.body.paging.cursors.after })).body).toEqual({
      data: [],
    })
    const back = await ask(kit, AD, { time_increment: '1', fields: 'spend', before: second.body.paging.cursors.before })
    expect(back.body.data).toEqual(first.body.data)
  })

  test('no page has more than 5000 rows', async () => {
    const kit = withHistory()
    const { body } = await ask(kit, AD, { time_increment: '1', limit: '999999' })
    expect(body.data).toHaveLength(30)
  })

  test('a summary is of all rows, whatever the page', async () => {
    const kit = withHistory()
    const { body } = await ask(kit, AD, { ...query, limit: '2', summary: 'spend' })
    const all = await rows(kit, AD, query)
    expect(body.summary).toEqual({
      spend: String(Number(total(all, 'spend').toFixed(6))),
      date_start: '2026-02-23',
      date_stop: '2026-03-01',
    })
    expect((await ask(kit, AD, { ...query, default_summary: 'true' })).body.summary).toEqual(body.summary)
    expect((await ask(kit, AD, { ...query, summary: 'true' })).body).not.toHaveProperty('summary')
  })

  test('a summary of buttons counts what was delivered once', async () => {
    const kit = withHistory()
    const fields = 'marketing_messages_link_btn_click,marketing_messages_quick_reply_btn_click'
    const { body } = await ask(kit, AD, { fields, breakdowns: 'marketing_messages_btn_name', default_summary: 'true' })
    const [whole] = await rows(kit, AD, { fields })
    expect(body.summary).toEqual(whole)
  })
})

describe('rulings', () => {
  const germany = message({ to: '+4930901820' })
  const counted = async (side: string) => {
    const kit = withHistory(ruled('insights-regions', side))
    await market(kit, germany)
    await kit.advance('1m')
    const fields = 'marketing_messages_sent,impressions,spend'
    return (await rows(kit, AD, { fields, date_preset: 'today' }))[0]
  }

  test('insights-regions: left-out, and what was spent counts all the same', async () => {
    expect(await counted('left-out')).toEqual({ spend: '0.1365', date_start: '2026-03-02', date_stop: '2026-03-02' })
  })

  test('insights-regions: counted', async () => {
    expect(await counted('counted')).toMatchObject({ marketing_messages_sent: '1', impressions: '1', spend: '0.1365' })
  })

  test.each([
    ['given', true],
    ['left-out', false],
    ['until-april-2026', true],
  ])('insights-conversions: %s', async (side, given) => {
    const kit = withHistory(ruled('insights-conversions', side))
    const [row] = await rows(kit, AD, {
      fields: 'marketing_messages_website_purchase,marketing_messages_website_purchase_values',
    })
    expect(row !== undefined && 'marketing_messages_website_purchase' in row).toBe(given)
  })
})

test('an account that is onboarded anew has new ads, which begin from nothing', async () => {
  const kit = withHistory((file) => {
    Object.assign(file.phoneNumbers?.phone ?? {}, { is_on_biz_app: true })
  })
  const before = await rows(kit, ACCOUNT, { fields: 'spend', date_preset: 'last_90d' })
  await market(kit)
  await kit.advance('1m')
  await kit.happens('coexistence_ends', { phone: 'phone' })
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  await kit.advance('10m')
  const { ad_account_id } = (await ask(kit, '/{template}', { fields: 'ad_account_id' })).body
  expect(`act_${ad_account_id}`).not.toBe(kit.names.ad_account)
  const admin = (path: string, query: Record<string, string>) => kit.graph('GET', path, { as: 'client_admin', query })
  expect((await admin(`/act_${ad_account_id}/insights`, { date_preset: 'maximum' })).body.data).toEqual([])
  expect((await admin(`/act_${ad_account_id}`, { fields: 'amount_spent' })).body.amount_spent).toBe('0')
  const old = async (date_preset: string) => (await admin(ACCOUNT, { fields: 'spend', date_preset })).body.data
  expect(await old('last_90d')).toEqual(before)
  const [{ spend }] = await old('maximum')
  const { amount_spent } = (await admin('/{ad_account}', { fields: 'amount_spent' })).body
  expect(amount_spent).toBe(String(Math.round(Number(spend) * 100)))
})

describe('benchmarks', () => {
  const fields = 'marketing_messages_read_rate_benchmark,marketing_messages_click_rate_benchmark'

  test('are what the world says of the country and the vertical', async () => {
    const kit = withHistory((file) => {
      file.benchmarks = [
        { country: 'US', readRate: 1, clickRate: 1 },
        { country: 'CA', readRate: 70.27, clickRate: 18.74 },
      ]
    })
    expect(await rows(kit, AD, { fields })).toMatchObject([
      { marketing_messages_read_rate_benchmark: '70.27', marketing_messages_click_rate_benchmark: '18.74' },
    ])
  })

  test('are left out where there are too few like it', async () => {
    expect(await rows(withHistory(), AD, { fields })).toEqual([{ date_start: '2026-01-31', date_stop: '2026-03-01' }])
  })

  test('are the 75th percentile of businesses of the same market and vertical, of 30 days that ended two days ago', async () => {
    const kit = withHistory((file) => {
      for (const [at, readRate] of [20, 40, 60, 80].entries()) {
        const name = `other_${at}`
        Object.assign(file.businesses, { [name]: { name, country: 'US', termsSigned: '2026-01-01' } })
        Object.assign(file.accounts ?? {}, { [`${name}_waba`]: { name, owner: name } })
        Object.assign(file.phoneNumbers ?? {}, {
          [`${name}_phone`]: {
            account: `${name}_waba`,
            display_phone_number: `+1 416-555-021${at}`,
            verified_name: name,
          },
        })
        Object.assign(file.templates ?? {}, {
          [`${name}_template`]: { ...PLAIN, account: `${name}_waba` },
        })
        const past = {
          template: `${name}_template`,
          phone: `${name}_phone`,
          perDay: 100,
          countries: { US: 1 },
          spread: 0,
        }
        Object.assign(file.history ?? {}, {
          [name]: { ...past, from: '2026-02-01', until: '2026-02-20', readRate },
          // Yesterday is too late to count.
          [`${name}_late`]: { ...past, from: '2026-03-01', until: '2026-03-01', readRate: 1 },
        })
      }
      delete file.history?.sale
      delete file.history?.plain
      file.history = {
        ...file.history,
        own: {
          template: 'plain',
          phone: 'phone',
          perDay: 100,
          countries: { CA: 1 },
          from: '2026-03-01',
          until: '2026-03-01',
        },
      }
    })
    const [row] = await rows(kit, '/{plain_ad}/insights', { fields })
    expect(Number(row?.marketing_messages_read_rate_benchmark)).toBeGreaterThan(54)
    expect(Number(row?.marketing_messages_read_rate_benchmark)).toBeLessThan(66)
  })
})

describe('who may ask', () => {
  test('a token without ads_read hears it in words of Graph', async () => {
    const { status, body } = await withHistory().graph('GET', ACCOUNT, { as: 'without_ads' })
    expect([status, body.error.message]).toEqual([
      403,
      '(#200) Ad account owner has NOT grant ads_management or ads_read permission',
    ])
  })

  test('a business that has nothing to do with the account sees none', async () => {
    expect((await withHistory().graph('GET', ACCOUNT)).status).toBe(400)
  })
})

test('export_format makes a report run of a read', async () => {
  const { body } = await ask(withHistory(), ACCOUNT, { export_format: 'csv' })
  expect(body).toEqual({ report_run_id: expect.any(String) })
})
