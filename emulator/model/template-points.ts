import { renamedConversions } from '../../contracts/template-metrics.ts'
import type { Page } from '../paging.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Carrier, Metrics } from '../world/metrics.ts'
import { type Counter, plus, type Tally } from '../world/tally.ts'
import type { World } from '../world/world.ts'
import { dateOf } from './calendar.ts'
import { rounded } from './price.ts'
import type { Subject } from './template-subjects.ts'

/** Days by their numbers; those of UTC, or of the account's own time zone. */
export interface Days {
  readonly first: number
  readonly last: number
  readonly isLocal: boolean
}

/** Whose messages count, and which metrics are told of them. */
export interface Wish {
  readonly carriers: readonly Carrier[]
  readonly wanted: readonly string[]
}

const DAY = 86_400

const CLICK = /^((?:unique_)?url_button|quick_reply_button)\/(.*)$/s

/** A point for each day and subject of which something was counted that was asked for, the oldest first. */
export function dailyPointsOf(
  world: World,
  subjects: readonly Subject[],
  { first, last, isLocal }: Days,
  { carriers, wanted }: Wish,
): object[] {
  const keyed = subjects.map((subject) => ({ subject, keys: keysOf(world, subject.id, isLocal) }))
  const zone = isLocal ? 'local' : 'utc'
  const points: object[] = []
  for (let day = first; day <= last; day += 1) {
    for (const { subject, keys } of keyed) {
      const tally = tallyOf(world.metrics, keys, carriers, zone, day)
      const values = tally && valuesOf(subject, tally, wanted)
      if (values) points.push({ [subject.idName]: subject.id, ...spanOf(day, isLocal), ...values })
    }
  }
  return points
}

/** A page of points as an edge answers it; no data where there are none. */
export function elementOf(
  { data: data_points, paging }: Page<object>,
  { zone }: WhatsAppBusinessAccount,
  isLocal: boolean,
  product_type: string | undefined,
): object {
  if (!paging) return { data: [] }
  const element = {
    ...(isLocal && { waba_timezone: zone }),
    granularity: 'DAILY',
    ...(product_type !== undefined && { product_type }),
    data_points,
  }
  return { data: [element], paging }
}

function tallyOf(
  metrics: Metrics,
  keys: readonly string[],
  carriers: readonly Carrier[],
  zone: 'local' | 'utc',
  day: number,
): Tally | undefined {
  let sum: Tally | undefined
  for (const carrier of carriers) {
    for (const key of keys) {
      const tally = metrics.daysOf(key, carrier)[zone].get(day)
      if (tally) sum = plus(sum, tally)
    }
  }
  return sum
}

/** Days of the account's own zone are counted by ad, of which a template may have had several. */
function keysOf(world: World, id: string, isLocal: boolean): readonly string[] {
  const ads = isLocal ? world.list('Ad').filter(({ templateId }) => templateId === id) : []
  return [id, ...ads.map((ad) => ad.id)]
}

/** A day as moments, in seconds; of the account's own time zone as dates. */
function spanOf(day: number, isLocal: boolean): object {
  return isLocal ? { start: dateOf(day), end: dateOf(day + 1) } : { start: day * DAY, end: (day + 1) * DAY }
}

function valuesOf(subject: Subject, tally: Tally, metrics: readonly string[]): object | undefined {
  const found = metrics.flatMap((metric) => {
    const value = special[metric]?.(subject, tally) ?? plain(metric, tally)
    return value === undefined ? [] : [[metric.toLowerCase(), value] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

const counts: Readonly<Record<string, Counter>> = {
  SENT: 'sent',
  DELIVERED: 'delivered',
  READ: 'read',
  REPLIED: 'replied',
}

/** Counts of messages are always there; conversions where there were any. */
function plain(metric: string, tally: Tally): number | undefined {
  const counter = counts[metric]
  if (counter) return tally[counter] ?? 0
  const [, place = '', name = ''] = /^(APP|WEBSITE)_(.+)$/.exec(metric) ?? []
  const of = renamedConversions[name] ?? name.toLowerCase()
  return tally[`${place.toLowerCase() as 'app' | 'website'}_${of}`]
}

const special: Readonly<Record<string, (subject: Subject, tally: Tally) => readonly object[] | undefined>> = {
  CLICKED: clicks,
  COST: costs,
}

function clicks({ hasClicks }: Subject, tally: Tally): object[] | undefined {
  if (!hasClicks) return undefined
  const found = Object.entries(tally).flatMap(([counter, count]) => {
    const [, type, button_content] = CLICK.exec(counter) ?? []
    return type === undefined ? [] : [{ type, button_content, count }]
  })
  return found.length > 0 ? found : undefined
}

/** Where there is no amount, an entry has no value. @see sources capture-template-cost */
function costs({ hasLink }: Subject, tally: Tally): object[] {
  const { cost = 0, delivered = 0, linkClicks = 0 } = tally
  return [
    costEntry('amount_spent', cost, 1),
    costEntry('cost_per_delivered', cost, delivered),
    ...(hasLink(tally) ? [costEntry('cost_per_url_button_click', cost, linkClicks)] : []),
  ]
}

function costEntry(type: string, cost: number, per: number): object {
  return cost > 0 && per > 0 ? { type, value: rounded(cost / per) } : { type }
}
