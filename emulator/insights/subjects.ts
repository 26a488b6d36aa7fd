import type { InsightsAttribute } from '../../contracts/insights/fields.ts'
import type { InsightsLevel } from '../../contracts/insights/params.ts'
import { adsOf, templateOfAd } from '../model/ads.ts'
import { graphTime } from '../model/time.ts'
import type { Ad, AdAccount, AdSet, Campaign } from '../world/entities.ts'
import type { Tally } from '../world/tally.ts'
import type { World } from '../world/world.ts'

/** What a row is about: one ad, or all that have something in common. */
export interface Subject {
  readonly attributes: Readonly<Partial<Record<InsightsAttribute, string>>>
  readonly series: readonly Series[]
}

/** The days of an ad by the time zone of the account, as they were at one moment. */
export type Series = ReadonlyMap<number, Tally>

/** What insights can be asked of. */
export type InsightsNode = AdAccount | Campaign | AdSet | Ad

/** The ads of a node, oldest first. */
export function adsIn(world: World, node: InsightsNode): readonly Ad[] {
  if (node.nodeType === 'Ad') return [node]
  if (node.nodeType === 'AdAccount') return adsOf(world, node.id)
  const key = node.nodeType === 'Campaign' ? 'campaign_id' : 'adset_id'
  return adsOf(world, node.adAccountId).filter((ad) => ad[key] === node.id)
}

/** The ad account of a node. */
export function accountOfAds(world: World, node: InsightsNode): AdAccount {
  return node.nodeType === 'AdAccount' ? node : world.need('AdAccount', node.adAccountId)
}

/** The ads as rows of a level tell of them. A campaign of a template has one ad set and one ad. */
export function subjectsOf(world: World, account: AdAccount, ads: readonly Ad[], level: InsightsLevel): Subject[] {
  const ofAccount = {
    account_currency: account.currency,
    account_id: account.account_id,
    account_name: account.name,
    marketing_messages_spend_currency: account.currency,
  }
  if (level === 'account') return [{ attributes: ofAccount, series: ads.map((ad) => seriesOf(world, ad)) }]
  return ads.map((ad) => ({
    attributes: { ...ofAccount, ...attributesOf(world, ad, level) },
    series: [seriesOf(world, ad)],
  }))
}

function seriesOf(world: World, ad: Ad): Series {
  return world.metrics.daysAsTheyAre(ad.id)
}

function attributesOf(world: World, ad: Ad, level: Exclude<InsightsLevel, 'account'>): Subject['attributes'] {
  const campaign = world.need('Campaign', ad.campaign_id)
  const adSet = world.need('AdSet', ad.adset_id)
  const { name, last_updated_time } = templateOfAd(world, ad)
  return {
    campaign_id: campaign.id,
    campaign_name: name,
    objective: campaign.objective,
    buying_type: 'AUCTION',
    created_time: graphTime(ad.createdAt),
    updated_time: last_updated_time,
    ...(level !== 'campaign' && {
      adset_id: adSet.id,
      adset_name: name,
      optimization_goal: adSet.optimization_goal,
    }),
    ...(level === 'ad' && { ad_id: ad.id, ad_name: name }),
  }
}
