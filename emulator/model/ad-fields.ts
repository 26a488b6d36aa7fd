import { fail } from '../failure.ts'
import type { Session } from '../session.ts'
import type { Ad, AdAccount, AdSet, Campaign } from '../world/entities.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { isEnabled, spentOf } from './ad-account.ts'
import { adOf, templateOfAd } from './ads.ts'
import { offsetIn } from './calendar.ts'
import { graphTime } from './time.ts'

type AdEntity = Ad | AdSet | Campaign

/**
 * What is left of the status of a template is up to its ads: an ad of one that cannot be sent stands still (assumed, as no
 * page tells how the two go together).
 */
const STATUS_OF: Readonly<Partial<Record<MessageTemplate['status'], string>>> = {
  APPROVED: 'ACTIVE',
  ARCHIVED: 'ARCHIVED',
  DELETED: 'DELETED',
}

/** ACTIVE, PAUSED, ARCHIVED or DELETED. */
export function statusOf(entity: AdEntity, world: World): string {
  const template = templateOfAd(world, entity)
  const status = STATUS_OF[template.status] ?? 'PAUSED'
  if (status !== 'ACTIVE') return status
  const runs = isEnabled(world.need('AdAccount', entity.adAccountId)) && adOf(world, template) !== undefined
  return runs ? status : 'PAUSED'
}

/** Nobody sets a status by hand on a read-only ad account, so the three of them say the same. */
const shared = {
  status: statusOf,
  configured_status: statusOf,
  effective_status: statusOf,
  created_time: ({ createdAt }: AdEntity) => graphTime(createdAt),
  updated_time: (entity: AdEntity, world: World) => {
    const made = graphTime(entity.createdAt)
    const edited = templateOfAd(world, entity).last_updated_time
    return edited > made ? edited : made
  },
} as const

/** What an ad entity was copied from. @see sources capture-listing-filters */
const NO_SOURCE = '0'

const startTime = ({ createdAt }: AdEntity): string => graphTime(createdAt)

export const campaignFields = {
  ...shared,
  buying_type: () => 'AUCTION',
  start_time: startTime,
  source_campaign_id: () => NO_SOURCE,
}

export const adSetFields = {
  ...shared,
  campaign: (node: AdSet) => node.campaign_id,
  start_time: startTime,
  source_adset_id: () => NO_SOURCE,
}

export const adFields = {
  ...shared,
  campaign: (node: Ad) => node.campaign_id,
  adset: (node: Ad) => node.adset_id,
  source_ad_id: () => NO_SOURCE,
}

/** @throws Failure business_management_missing. @see sources capture-ads-errors */
function ownerOf({ businessId }: AdAccount, _: World, { token }: Session): string {
  if (token.scopes.includes('business_management')) return businessId
  return fail('business_management_missing', 'the owner of an ad account is read with business_management')
}

export const adAccountFields = {
  amount_spent: (node: AdAccount, world: World) => String(spentOf(world, node)),
  business: (node: AdAccount) => node.businessId,
  business_name: (node: AdAccount, world: World) => world.need('Business', node.businessId).name,
  created_time: (node: AdAccount) => graphTime(node.createdAt),
  owner: ownerOf,
  timezone_offset_hours_utc: (node: AdAccount, world: World) => offsetIn(node.timezone_name, world.now),
}

/** The ads of a template; nothing before it is synced, and once its account has left. @see sources view-metrics */
export const adFieldsOfTemplate = {
  ad_id: (node: MessageTemplate, world: World) => adOf(world, node)?.id,
  ad_adset_id: (node: MessageTemplate, world: World) => adOf(world, node)?.adset_id,
  ad_campaign_id: (node: MessageTemplate, world: World) => adOf(world, node)?.campaign_id,
  ad_account_id: (node: MessageTemplate, world: World) => {
    const ad = adOf(world, node)
    return world.rulings['template-ad-account-id'] === 'act' ? ad?.adAccountId : ad?.account_id
  },
}
