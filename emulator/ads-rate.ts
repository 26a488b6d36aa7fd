import { type AdsTier, type AdsUseCase, adsQuotas, type Limits } from '../contracts/limits.ts'
import type { OperationContract } from '../contracts/operation.ts'
import { fail } from './failure.ts'
import { addCall, minutesLeft, secondsLeft } from './hourly.ts'
import { statusOf } from './model/ad-fields.ts'
import { adsOf } from './model/ads.ts'
import type { Progress } from './run.ts'
import type { Session } from './session.ts'
import type { AdAccount } from './world/entities.ts'
import type { Usage } from './world/records.ts'
import type { World } from './world/world.ts'

/** How far an app has come with an ad account in this hour. */
interface Share {
  readonly useCase: AdsUseCase
  readonly tier: AdsTier
  /** Calls per hour. */
  readonly most: number
  readonly usage: Usage
}

const useCases = {
  ads_insights: { key: 'insights', limit: 'insightsCalls', error: 'insights_limit_reached' },
  ads_management: { key: 'ads', limit: 'adsCalls', error: 'ads_limit_reached' },
} as const satisfies Record<AdsUseCase, object>

/**
 * Counts a call on an ad account, or on what belongs to one, per app and business use case. An insights edge that `fields`
 * names is part of its call, and counts once with that (assumed).
 * @throws Failure insights_limit_reached, ads_limit_reached
 * @see sources ads-rate-limits, insights-limits
 */
export function countAds(
  { app }: Session,
  contract: OperationContract,
  adAccount: AdAccount,
  world: World,
  progress: Progress,
): void {
  const { limits } = world
  if (!limits) return
  const useCase = contract.limit === 'insights' ? 'ads_insights' : 'ads_management'
  const { error, key: name } = useCases[useCase]
  const key = `${name}/${app.id}/${adAccount.id}`
  const usage = addCall(world, key)
  if (adsQuotas[useCase].perError > 0) progress.hour = key
  // The feature that decides is not modelled: Advanced access to ads_read stands for it (assumed).
  const tier = app.access.ads_read === 'advanced' ? 'standard_access' : 'development_access'
  const share = { useCase, tier, usage, most: mostOf(useCase, tier, usage, limits, adAccount, world) } as const
  Object.assign(progress.headers, usageHeaders(share, adAccount, world.now))
  if (usage.count <= share.most) return
  const regain = `${minutesLeft(usage, world.now)} minutes`
  const why = `${usage.count} calls of ${useCase} on ${adAccount.id} in this hour of the world's time`
  fail(error, `${why}; ${share.most} are allowed, and again after ${regain}`)
}

/** What a world sets is all there is; else the quota of the tier, with what active ads give and errors take. */
function mostOf(
  useCase: AdsUseCase,
  tier: AdsTier,
  { errors = 0 }: Usage,
  limits: Limits,
  { id }: AdAccount,
  world: World,
): number {
  const { perAd, perError, [tier]: base } = adsQuotas[useCase]
  const set = limits[useCases[useCase].limit]
  if (set !== undefined) return set
  const active = adsOf(world, id).filter((ad) => statusOf(ad, world) === 'ACTIVE').length
  return base + perAd * active - Math.floor(perError * errors)
}

/**
 * Shares of the limit in percent. No page says what an app may do over all ad accounts, so its share is told as that of the
 * ad account (assumed), and so is what `x-ad-account-usage` is a share of.
 * @see sources ads-rate-limits, insights-limits, capture-ads-usage
 */
function usageHeaders({ useCase, tier, most, usage }: Share, { account_id }: AdAccount, now: number): object {
  const acc_id_util_pct = Math.round((usage.count * 10_000) / most) / 100
  const use = {
    type: useCase,
    call_count: Math.floor((usage.count * 100) / most),
    total_cputime: 0,
    total_time: 0,
    estimated_time_to_regain_access: usage.count > most ? minutesLeft(usage, now) : 0,
    ads_api_access_tier: tier,
  }
  const account = { acc_id_util_pct, reset_time_duration: secondsLeft(usage, now), ads_api_access_tier: tier }
  const throttle = { app_id_util_pct: acc_id_util_pct, acc_id_util_pct, ads_api_access_tier: tier }
  return {
    'x-business-use-case-usage': JSON.stringify({ [account_id]: [use] }),
    'x-ad-account-usage': JSON.stringify(account),
    ...(useCase === 'ads_insights' && { 'x-fb-ads-insights-throttle': JSON.stringify(throttle) }),
  }
}
