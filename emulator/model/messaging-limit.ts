import type { Rulings } from '../../contracts/rulings.ts'
import { CAPABILITY_RENAMED, isIn, today, type Version } from '../../contracts/versions.ts'
import type { Business } from '../world/entities.ts'
import type { MessagingLimit } from '../world/number.ts'

/** People that a portfolio may write to first in 24 hours. UNTIERED is taken for a new portfolio: assumed. */
const LIMITS: Readonly<Record<MessagingLimit, number>> = {
  UNTIERED: 250,
  TIER_250: 250,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
}

const LADDER: readonly MessagingLimit[] = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']

/** How many people a day a tier allows; Infinity where there is no limit. @see sources messaging-limits */
export function limitOf(tier: MessagingLimit): number {
  return LIMITS[tier]
}

/** The next higher tier; undefined where there is none. */
export function nextTier(tier: MessagingLimit): MessagingLimit | undefined {
  return LADDER[LADDER.indexOf(tier === 'UNTIERED' ? 'TIER_250' : tier) + 1]
}

/** As it was called before limits were those of a portfolio. @see sources messaging-limits */
export function numberTier(tier: MessagingLimit): string {
  if (tier === 'UNTIERED') return 'TIER_NOT_SET'
  return tier === 'TIER_2K' ? 'TIER_1K' : tier
}

/** How many numbers a portfolio may have: 2, or 20 once it is verified or may write to 2,000. @see sources phone-numbers */
export function numberCapOf(business: Business): number {
  return business.verification_status === 'verified' || limitOf(business.messagingLimit) >= 2000 ? 20 : 2
}

const PER_WABA = 25
const PER_BUSINESS = 2

/**
 * The value of business_capability_update.
 * @see sources capability-update, messaging-limits; ruling capability-limit-type
 */
export function capabilityOf(tier: MessagingLimit, rulings: Rulings, now: number, version: Version): object {
  const limit = limitOf(tier)
  const number = Number.isFinite(limit) ? limit : -1
  const value = rulings['capability-limit-type'] === 'tier' ? tier : number
  const isNew = isIn({ since: CAPABILITY_RENAMED.version }, version) || today(now) >= CAPABILITY_RENAMED.day
  return {
    ...(isNew ? { max_daily_conversations_per_business: value } : { max_daily_conversation_per_phone: number }),
    ...(limit === 250 ? { max_phone_numbers_per_business: PER_BUSINESS } : { max_phone_numbers_per_waba: PER_WABA }),
  }
}
