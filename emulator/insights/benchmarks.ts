import { marketOf } from '../../contracts/markets.ts'
import { accountsOwnedBy } from '../model/accounts.ts'
import { adsOf } from '../model/ads.ts'
import type { AdAccount, Business } from '../world/entities.ts'
import { addTo, type Tally } from '../world/tally.ts'
import type { World } from '../world/world.ts'

/** What similar businesses come to, as rows tell it. Absent where there are too few of them. */
export interface Benchmarks {
  readonly marketing_messages_read_rate_benchmark?: string
  readonly marketing_messages_click_rate_benchmark?: string
}

/** Days that they are made of, and how late they are. @see sources view-metrics */
const DAYS = 30
const DELAY = 2
/** Fewer would tell of each other. Assumed: no page says how many it takes. */
const FEWEST = 3

/**
 * The 75th percentile of the read rates and click rates of businesses in the same country or region and industry, of the
 * marketing templates that they sent in 30 days, which ended two days ago. A world file may say them instead.
 * @param today the number of the day that it is for the account
 */
export function benchmarksOf(world: World, account: AdAccount, today: number): Benchmarks {
  const business = world.need('Business', account.businessId)
  const told = world.benchmarks.find(
    ({ country, vertical }) => country === business.country && (vertical ?? business.vertical) === business.vertical,
  )
  if (told) return benchmarks(told.readRate, told.clickRate)
  const sums = world
    .list('Business')
    .filter((other) => isSimilar(business, other))
    .map((other) => sumOf(world, other, today - DELAY))
    .filter(({ delivered = 0 }) => delivered > 0)
  if (sums.length < FEWEST) return {}
  return benchmarks(percentile(sums, 'read'), percentile(sums, 'linkClicks'))
}

function benchmarks(read: number, click: number): Benchmarks {
  return {
    marketing_messages_read_rate_benchmark: String(Number(read.toFixed(2))),
    marketing_messages_click_rate_benchmark: String(Number(click.toFixed(2))),
  }
}

/** A country with a market of its own, or the region of the others. */
function isSimilar(one: Business, other: Business): boolean {
  return marketOf(one.country) === marketOf(other.country) && one.vertical === other.vertical
}

/** What a business came to on its days up to one. */
function sumOf(world: World, business: Business, last: number): Tally {
  const sum: Tally = {}
  for (const { adAccountId } of accountsOwnedBy(world, business.id)) {
    for (const { id } of adAccountId ? adsOf(world, adAccountId) : []) {
      const { local } = world.metrics.daysOf(id, 'mm')
      for (let day = last - DAYS + 1; day <= last; day += 1) addTo(sum, local.get(day) ?? {})
    }
  }
  return sum
}

/** The rate that a quarter of the businesses reach or pass, in percent. */
function percentile(sums: readonly Tally[], counter: 'read' | 'linkClicks'): number {
  const rates = sums.map((sum) => ((sum[counter] ?? 0) / (sum.delivered ?? 1)) * 100).sort((a, b) => a - b)
  return rates[Math.ceil(rates.length * 0.75) - 1] ?? 0
}
