import { expect, test } from 'vitest'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { emulate, type Kit, kitFor, need } from '../kit.ts'
import { type Row, rows, total } from '../metrics.ts'

const NAME = 'a-year-of-campaigns'
const INSIGHTS = '/{ad_account}/insights'
const TEMPLATES = ['newsletter', 'monthly_sale', 'abandoned_cart', 'birthday', 'season_launch', 'win_back'] as const
const COUNTS = ['sent', 'delivered', 'read', 'link_btn_click', 'quick_reply_btn_click', 'website_purchase']
const counts = COUNTS.map((count) => `marketing_messages_${count}`)
/** All days of the history, as time_range. */
const ALL = JSON.stringify({ since: '2025-02-01', until: '2026-03-01' })
const secondsOf = (date: string): string => String(Date.parse(date) / 1000)
const rounded = (amount: number): number => Math.round(amount * 100_000) / 100_000

type Point = Readonly<Record<string, unknown>>

async function points(kit: Kit, edge: string, query: Record<string, string>): Promise<Point[]> {
  const { status, body } = await kit.graph('GET', `/{waba}/${edge}`, { as: 'client_business', query })
  expect({ status, error: body.error?.message }).toEqual({ status: 200 })
  return body.data[0]?.data_points ?? []
}

/** What the Marketing Messages API delivered and what it cost, by month and country. Days begin at midnight in Toronto. */
const priced = (kit: Kit): Promise<Point[]> =>
  points(kit, 'pricing_analytics', {
    start: secondsOf('2025-03-01T05:00Z'),
    end: secondsOf('2026-03-01T05:00Z'),
    granularity: 'MONTHLY',
    dimensions: 'COUNTRY',
    pricing_categories: 'MARKETING_LITE',
  })

/** The last 90 days of the templates, as WhatsApp Manager shows them. */
const told = (kit: Kit, product_type = 'MARKETING_MESSAGES_LITE_API'): Promise<Point[]> =>
  points(kit, 'template_analytics', {
    start: '2025-12-02',
    end: '2026-03-01',
    granularity: 'DAILY',
    template_ids: TEMPLATES.map((name) => need(kit.names[name])).join(),
    product_type,
    limit: '100000',
  })

/** A number of all points of a template together. */
const sumOf = (of: readonly Point[], id: string | undefined, number: (point: Point) => unknown): number =>
  rounded(
    of.filter(({ template_id }) => template_id === id).reduce((sum, point) => sum + Number(number(point) ?? 0), 0),
  )

const spentIn = ({ cost }: Point): unknown => (cost as { type: string; value?: number }[])[0]?.value

test('a dashboard has thirteen months to show, of every campaign', async () => {
  const kit = emulate(NAME)
  const time_range = JSON.stringify({ since: '2025-02-01', until: '2026-02-28' })
  const query = { time_range, time_increment: 'monthly', fields: [...counts, 'spend'].join() }
  const months = await rows(kit, INSIGHTS, query)
  expect(months).toHaveLength(13)
  for (const month of months) {
    for (const field of [...counts, 'spend']) expect(Number(month[field])).toBeGreaterThan(0)
  }
  const november = months.find(({ date_start }) => date_start === '2025-11-01')
  const most = Math.max(...months.map((month) => Number(month.marketing_messages_sent)))
  expect(Number(november?.marketing_messages_sent)).toBe(most)
  expect(await rows(kit, '/{newsletter_ad}/insights', query)).toHaveLength(13)
  expect(await rows(kit, '/{birthday_campaign}/insights', query)).toHaveLength(13)
  const launches = { time_range: ALL, time_increment: '1', fields: 'marketing_messages_sent' }
  expect((await rows(kit, '/{season_launch_ad_set}/insights', launches)).map(({ date_start }) => date_start)).toEqual([
    '2025-03-20',
    '2025-06-20',
    '2025-09-22',
    '2025-12-01',
    '2026-02-27',
  ])
})

test('benchmarks and ads are there from the beginning', async () => {
  const kit = emulate(NAME)
  const fields = 'marketing_messages_read_rate_benchmark,marketing_messages_click_rate_benchmark,created_time'
  const ads = await rows(kit, INSIGHTS, { level: 'ad', time_range: ALL, fields })
  expect(ads).toHaveLength(5)
  for (const ad of ads) {
    expect(ad).toMatchObject({
      marketing_messages_read_rate_benchmark: '68.5',
      marketing_messages_click_rate_benchmark: '9.25',
      created_time: expect.stringMatching(/^2025-01-2\d/),
    })
  }
})

test('Insights and pricing_analytics agree by month, but for Germany, which Insights does not count', async () => {
  const kit = emulate(NAME)
  const time_range = JSON.stringify({ since: '2025-03-01', until: '2026-02-28' })
  const months = await rows(kit, INSIGHTS, { time_range, time_increment: 'monthly', fields: 'impressions,spend' })
  const prices = await priced(kit)
  expect(months).toHaveLength(12)
  for (const { date_start, impressions, spend } of months) {
    const own = prices.filter(({ start }) => new Date(Number(start) * 1000).toISOString().slice(0, 10) === date_start)
    const elsewhere = own.filter(({ country }) => country !== 'DE')
    expect(elsewhere.reduce((sum, { volume }) => sum + Number(volume), 0)).toBe(Number(impressions))
    expect(rounded(own.reduce((sum, { cost }) => sum + Number(cost), 0))).toBe(Number(spend))
  }
})

test('Insights and template_analytics agree on the last 90 days', async () => {
  const kit = emulate(NAME)
  const fields = 'ad_id,spend,marketing_messages_website_purchase,marketing_messages_quick_reply_btn_click'
  const ads = await rows(kit, INSIGHTS, { level: 'ad', date_preset: 'last_90d', fields })
  const all = await told(kit)
  expect(ads).toHaveLength(5)
  for (const name of TEMPLATES.filter((one) => one !== 'win_back')) {
    const ad = need(ads.find(({ ad_id }) => ad_id === kit.names[`${name}_ad`]))
    const id = kit.names[name]
    expect([name, sumOf(all, id, spentIn)]).toEqual([name, Number(ad.spend)])
    expect(sumOf(all, id, ({ website_purchases }) => website_purchases)).toBe(
      Number(ad.marketing_messages_website_purchase ?? 0),
    )
    expect(sumOf(all, id, ({ replied }) => replied)).toBe(Number(ad.marketing_messages_quick_reply_btn_click ?? 0))
  }
})

test('what Cloud API carried is in template_analytics alone', async () => {
  const kit = emulate(NAME)
  const days = await told(kit, 'CLOUD_API')
  expect(days).toMatchObject([{ template_id: kit.names.win_back, start: Date.parse('2026-02-16') / 1000 }])
  expect(
    await rows(kit, '/{ad_account}/insights', { level: 'ad', time_range: ALL, fields: 'ad_name' }),
  ).not.toContainEqual(expect.objectContaining({ ad_name: 'we_miss_you' }))
})

/** What the ads of a world of some id came to: COUNTS, and what was spent. */
async function sumsOf(id: string): Promise<object> {
  const emulator = createEmulator()
  const kit = kitFor(emulator, viewOf(emulator.worlds.create(NAME, readWorld(NAME).file, id).world))
  const all = await rows(kit, INSIGHTS, {
    level: 'ad',
    time_range: ALL,
    fields: ['ad_name', ...counts, 'spend'].join(),
  })
  const own = (row: Row) => [...counts, 'spend'].map((field) => total([row], field))
  return Object.fromEntries(all.map((row) => [row.ad_name, own(row)]))
}

test('the numbers are the same in every run, whatever the id of the world', async () => {
  const sums = await sumsOf('one')
  expect(sums).toEqual({
    weekly_newsletter: [81287, 77812, 44605, 4466, 660, 135, 3162.5938],
    monthly_sale: [84609, 80879, 53935, 9512, 1251, 941, 3470.9924],
    abandoned_cart: [22092, 21275, 16597, 5133, 0, 1022, 691.475],
    birthday_gift: [11269, 10702, 9008, 321, 2378, 0, 348.2875],
    season_launch: [34676, 32582, 23855, 4386, 1374, 414, 1406.5196],
  })
  expect(await sumsOf('other')).toEqual(sums)
})
