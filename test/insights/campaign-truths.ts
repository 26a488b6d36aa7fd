import { expect } from 'vitest'
import { need } from '../kit.ts'
import { FIELDS, grouped, inOrder, ofInsights, pointOf, rowOf, SUMMABLE, volumeDay } from './campaign-expectations.ts'
import { clicksTold, clicksToTell, dateIn, type Fact, sum } from './campaign-oracle.ts'
import type { CampaignPlay } from './campaign-play.ts'
import { insights, report, reportRows, templatePoints, told, volumePoints } from './campaign-reads.ts'
import { TEMPLATES, type TemplateName } from './campaign-world.ts'

const fields = FIELDS.join()

type Truth = (play: CampaignPlay, facts: readonly Fact[]) => Promise<void>
type Row = Readonly<Record<string, string>>

const rounded = (amount: number): number => Math.round(amount * 100_000) / 100_000
const total = (rows: readonly Row[], field: string): number =>
  rounded(rows.reduce((all, row) => all + Number(row[field] ?? 0), 0))
const totals = (rows: readonly Row[]): object =>
  Object.fromEntries(SUMMABLE.map((field) => [field, total(rows, field)]))

/** What is told of each group, by its name. */
const byName = <T, R>(list: readonly T[], nameOf: (item: T) => string, told: (item: T) => R): Record<string, R> =>
  Object.fromEntries(list.map((item) => [nameOf(item), told(item)]))

/** The template of each ad, by the id of the ad. */
const templatesOfAds = ({ names }: CampaignPlay): Map<string, string> =>
  new Map(Object.keys(TEMPLATES).map((name) => [need(names[`${name}_ad`]), name]))

/** What holds at the end of every campaign. */
export const truths: Readonly<Record<string, Truth>> = {
  'per ad and day, Insights tells what the receiver was told': async (play, facts) => {
    const { timezone } = play.campaign
    const ads = templatesOfAds(play)
    const rows = await insights(play, { level: 'ad', time_increment: 1, fields: `ad_id,${fields}` })
    const expected = grouped(ofInsights(facts), ({ template, at }) => `${template} ${dateIn(timezone, at)}`)
    const found = byName(
      rows,
      ({ ad_id, date_start }) => `${ads.get(need(ad_id))} ${date_start}`,
      ({ ad_id: _, date_start: __, date_stop: ___, ...numbers }) => numbers,
    )
    expect(found).toEqual(
      byName(
        [...expected],
        ([name]) => name,
        ([, group]) => rowOf(play, group),
      ),
    )
  },
  'days, months, ads and the account come to the same, and so does the summary': async (play, facts) => {
    const { increment } = play.campaign
    const expected = totals([rowOf(play, ofInsights(facts)) as Row])
    for (const [level, time_increment] of [
      ...['ad', 'adset', 'campaign', 'account'].map((level) => [level, 'all_days'] as const),
      ...[1, increment, 'monthly'].map((days) => ['ad', days] as const),
    ]) {
      const rows = await insights(play, { level, time_increment, fields })
      expect({ level, time_increment, ...totals(rows) }).toEqual({ level, time_increment, ...expected })
    }
    const { body } = await told(play, '/{ad_account}/insights', {
      date_preset: 'maximum',
      fields,
      default_summary: 'true',
    })
    expect(body.summary).toMatchObject(rowOf(play, ofInsights(facts)))
  },
  'no more is delivered than sent, nor read than delivered, up to any day': async (play) => {
    const rows = await insights(play, { level: 'ad', time_increment: 1, fields: `ad_id,${fields}` })
    for (const { ad_id, date_start: last } of rows) {
      const before = rows.filter((row) => row.ad_id === ad_id && need(row.date_start) <= need(last))
      const [sent = 0, delivered = 0, read = 0] = ['sent', 'delivered', 'read'].map((of) =>
        total(before, `marketing_messages_${of}`),
      )
      expect([sent >= delivered, delivered >= read]).toEqual([true, true])
    }
  },
  'template_analytics tells the same by day, of both products, with no region left out': async (play, facts) => {
    const { names, now, campaign: on } = play
    const { body } = await told(play, '/{waba}/message_templates', { fields: 'id', limit: 100 })
    const kept = new Set(body.data.map(({ id }: { id: string }) => id))
    const templates = (Object.keys(TEMPLATES) as TemplateName[]).filter((name) => kept.has(names[name]))
    for (const [product_type, carrier] of PRODUCTS) {
      for (const [use_waba_timezone, zone] of [
        ['false', 'UTC'],
        ['true', on.timezone],
      ] as const) {
        const [start, end] = [dateIn(zone, Date.parse(on.clock)), dateIn(zone, now)]
        const points = await templatePoints(play, { product_type, use_waba_timezone, start, end, limit: on.limit })
        const own = facts.filter((fact) => fact.carrier === carrier && templates.includes(fact.template))
        const days = grouped(own, ({ template, at }) => `${names[template]} ${dateIn(zone, at)}`)
        const dateOf = (at: string | number): string => (typeof at === 'string' ? at : dateIn('UTC', at * 1000))
        const found = byName(
          points,
          ({ template_id, start }) => `${template_id} ${dateOf(start)}`,
          ({ template_id: _, start: __, end: ___, clicked, ...rest }) => ({
            ...rest,
            ...(clicked && { clicked: inOrder(clicked) }),
          }),
        )
        expect(found).toEqual(
          byName(
            [...days],
            ([name]) => name,
            ([, group]) => pointOf(need(group[0]).template, group),
          ),
        )
      }
    }
  },
  'pricing_analytics and analytics tell what was billed and what was sent': async (play, facts) => {
    const { timezone } = play.campaign
    const asked = { granularity: 'DAILY', dimensions: 'COUNTRY,PRICING_CATEGORY,PRICING_TYPE' }
    const priced = await volumePoints(play, 'pricing_analytics', asked)
    const dayOf = ({ start }: { readonly [name: string]: string | number }): string =>
      dateIn(timezone, Number(start) * 1000)
    const arrived = facts.filter(({ what }) => what === 'delivered' || what === 'cost')
    const categories = { mm: 'MARKETING_LITE', cloud: 'MARKETING' }
    const billed = grouped(
      arrived,
      ({ at, to, carrier }) => `${volumeDay(timezone, at)} ${to} ${categories[carrier]} REGULAR`,
    )
    expect(
      byName(
        priced,
        (point) => `${dayOf(point)} ${point.country} ${point.pricing_category} ${point.pricing_type}`,
        ({ volume, cost }) => ({ volume, cost }),
      ),
    ).toEqual(
      byName(
        [...billed],
        ([name]) => name,
        ([, own]) => ({ volume: sum(own, 'delivered'), cost: sum(own, 'cost') }),
      ),
    )
    const moved = grouped(
      facts.filter(({ what }) => what === 'sent' || what === 'delivered'),
      ({ at }) => volumeDay(timezone, at),
    )
    const points = await volumePoints(play, 'analytics', { granularity: 'DAY', product_types: '[0]' })
    expect(byName(points, dayOf, ({ sent, delivered }) => ({ sent, delivered }))).toEqual(
      byName(
        [...moved],
        ([day]) => day,
        ([, own]) => ({ sent: sum(own, 'sent'), delivered: sum(own, 'delivered') }),
      ),
    )
  },
  'what was spent is the same in every place, and taps are those that were told': async (play, facts) => {
    const [spent = {}] = await insights(play, { fields: 'spend' })
    const prices = await volumePoints(play, 'pricing_analytics', {
      granularity: 'HALF_HOUR',
      pricing_categories: 'MARKETING_LITE',
    })
    const cost = rounded(prices.reduce((all, point) => all + Number(point.cost), 0))
    expect(Number(spent.spend ?? 0)).toBe(cost)
    expect(cost).toBe(sum(ofInsights(facts), 'cost'))
    expect(clicksTold(play)).toBe(clicksToTell(play))
  },
  'pages of any length and report runs have the same rows, and a report stays as it was': async (play) => {
    const query = { level: 'ad', time_increment: 1, fields: `ad_id,${fields}` }
    const all = await insights(play, query)
    expect(await insights(play, { ...query, limit: play.campaign.limit })).toEqual(all)
    const { id, rows } = await report(play, query)
    expect(rows).toEqual(await insights(play, query))
    const template = 'template'
    await play.sends({ sends: template, by: 'marketing_messages', to: 'BR', habit: 'clicks' })
    await play.waits('1m')
    expect(await reportRows(play, id)).toEqual(rows)
  },
}

/** What each product is called, and who carried its messages. */
const PRODUCTS = [
  ['MARKETING_MESSAGES_LITE_API', 'mm'],
  ['CLOUD_API', 'cloud'],
] as const
