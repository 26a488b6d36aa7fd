import type { InsightsLevel } from '../../contracts/insights/params.ts'
import { adFields } from '../model/ad-fields.ts'
import { dayIn } from '../model/calendar.ts'
import { givesConversions } from '../model/insights-conversions.ts'
import type { Ad } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { type Ask, type Asked, askOf, type InsightsFail, type InsightsParams } from './ask.ts'
import { benchmarksOf } from './benchmarks.ts'
import type { Filter } from './filters.ts'
import { operators, type Value } from './operators.ts'
import type { DayRange } from './ranges.ts'
import type { Report } from './report.ts'
import { accountOfAds, adsIn, type InsightsNode, subjectsOf } from './subjects.ts'

const levels: Readonly<Record<InsightsNode['nodeType'], InsightsLevel>> = {
  AdAccount: 'account',
  Campaign: 'campaign',
  AdSet: 'adset',
  Ad: 'ad',
}

/** What a call asks of a node, by the day that it is for its account. @throws Failure insights_* */
export function askFor(world: World, node: InsightsNode, params: InsightsParams, fail: InsightsFail): Ask {
  const asked: Asked = {
    level: levels[node.nodeType],
    today: todayOf(world, node),
    spans: () => spanOf(world, adsIn(world, node)),
  }
  return askOf(params, asked, fail)
}

/** The report of a node as things stand now: it refers to what never changes, and its cells are made when they are read. */
export function makeReport(world: World, node: InsightsNode, ask: Ask): Report {
  const account = accountOfAds(world, node)
  const ads = adsIn(world, node).filter((ad) => passes(world, ad, ask.filters))
  return {
    ask,
    subjects: subjectsOf(world, account, ads, ask.level),
    reckoning: {
      leavesOutRegions: world.rulings['insights-regions'] === 'left-out',
      givesConversions: givesConversions(world),
    },
    benchmarks: benchmarksOf(world, account, todayOf(world, node)),
  }
}

function todayOf(world: World, node: InsightsNode): number {
  return dayIn(accountOfAds(world, node).timezone_name, world.now)
}

/** From the first day with data to the last. */
function spanOf(world: World, ads: readonly Ad[]): DayRange | undefined {
  const days = ads.flatMap(({ id }) => [...world.metrics.daysOf(id, 'mm').local.keys()])
  if (days.length === 0) return undefined
  return { from: days.reduce((a, b) => Math.min(a, b)), to: days.reduce((a, b) => Math.max(a, b)) }
}

/** Where something is filtered, only active ads are told of, unless the filters are about their status. */
const ACTIVE: Filter = { operator: 'EQUAL', value: 'ACTIVE', of: { object: 'ad', field: 'effective_status' } }

function passes(world: World, ad: Ad, filters: readonly Filter[]): boolean {
  const isAboutStatus = filters.some(({ of }) => of?.field === 'effective_status')
  const all = filters.length === 0 || isAboutStatus ? filters : [...filters, ACTIVE]
  return all.every(({ of, operator, value }) => {
    const has = of && operator !== 'TOP' ? fieldOf(world, ad, of) : undefined
    return !of || operator === 'TOP' || (has !== undefined && operators[operator](has, value))
  })
}

/** What an ad, or what it belongs to, has of a field. */
function fieldOf(world: World, ad: Ad, { object, field }: NonNullable<Filter['of']>): Value | undefined {
  const adSet = world.need('AdSet', ad.adset_id)
  const campaign = world.need('Campaign', ad.campaign_id)
  const ids: Readonly<Record<string, string>> = { ad: ad.id, adset: adSet.id, campaign: campaign.id }
  const values: Readonly<Record<string, string | undefined>> = {
    id: ids[object] ?? ad.account_id,
    name: object === 'account' ? world.need('AdAccount', ad.adAccountId).name : ad.name,
    effective_status: adFields.effective_status(ad, world),
    objective: campaign.objective,
    optimization_goal: adSet.optimization_goal,
    created_time: adFields.created_time(ad),
    updated_time: adFields.updated_time(ad, world),
  }
  return values[field]
}
