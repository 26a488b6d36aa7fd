import { LAST_TRANSFER_DAY } from '../../contracts/lifecycles/obo.ts'
import { today } from '../../contracts/versions.ts'
import type { Effects } from '../effects.ts'
import type { OboMobilityIntent, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { changeIntent, openIntentOf } from './obo-intent.ts'
import { tellOfSharing } from './partner-news.ts'
import { businessesOf } from './solution.ts'
import { whyNoCustomer } from './solution-customers.ts'

/** Whether it is too late for a transfer that is no part of an onboarding. @see ruling obo-transfer-ended */
export function transfersHaveEnded(world: World): boolean {
  return world.rulings['obo-transfer-ended'] === 'since-october-2025' && today(world.now) > LAST_TRANSFER_DAY
}

/** Why a client cannot take an account over now. Undefined: it can. */
export function whyNotClaimed(world: World, account: WhatsAppBusinessAccount): string | undefined {
  if (!account.onBehalfOfId) return `${account.name} is held on behalf of nobody`
  const intent = openIntentOf(world, account)
  if (!intent) return `${account.name} has no OBO mobility intent; POST /{waba}/set_obo_mobility_intent sets one`
  if (transfersHaveEnded(world)) {
    return '2025-10-01 was the last day for transfers, by the ruling obo-transfer-ended'
  }
  return whyNoCustomer(world, intent.solutionId, account.onBehalfOfId)
}

/**
 * An account that a partner held becomes its client's own, shared with the partner, and with both partners of the
 * solution where the intent names one that is active. Its credit line stays.
 * @see sources obo-transfer, adding-waba-to-mps; ruling obo-transfer-webhook
 */
export function transferAccount(
  world: World,
  account: WhatsAppBusinessAccount,
  intent: OboMobilityIntent,
  notify: Effects['notify'],
): WhatsAppBusinessAccount {
  const { onBehalfOfId, ownerId: holder, ...rest } = account
  if (onBehalfOfId === undefined) throw new Error(`the account ${account.id} is held on behalf of nobody`)
  const solution = world.get('WhatsAppBusinessSolution', intent.solutionId)
  const joined = solution?.status === 'ACTIVE' ? solution : undefined
  const partners = [...account.sharedWith, holder, ...(joined ? businessesOf(world, joined) : [])]
  const own = world.put({
    ...rest,
    ownerId: onBehalfOfId,
    sharedWith: [...new Set(partners)],
    ...(joined && { solutionId: joined.id, solutionSince: world.now }),
  } satisfies WhatsAppBusinessAccount)
  changeIntent(world, intent, { status: 'COMPLETED' })
  const isTold = (id: string) => id !== holder || world.rulings['obo-transfer-webhook'] === 'partner-added'
  const gained = own.sharedWith.filter((id) => !account.sharedWith.includes(id) && isTold(id))
  if (gained.length > 0) tellOfSharing(world, notify, 'PARTNER_ADDED', own, gained)
  return own
}
