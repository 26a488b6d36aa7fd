import { limitOf } from '../model/messaging-limit.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { isOpen } from './fate.ts'
import type { RefuseSend } from './refusals.ts'

/**
 * Whether the portfolio may write to one more person in these 24 hours. Within a customer service window nobody counts.
 * No page names the error of this limit: 131048 is assumed.
 * @throws Failure spam_limit_reached
 * @see sources messaging-limits
 */
export function checkPortfolio(
  account: WhatsAppBusinessAccount,
  phoneId: string,
  to: string,
  world: World,
  fail: RefuseSend,
): void {
  const { id, messagingLimit } = world.need('Business', account.ownerId)
  const most = limitOf(messagingLimit)
  if (most === Number.POSITIVE_INFINITY || isOpen(world.traffic.chat(phoneId, to), world.now)) return
  if (!world.traffic.reached.isFull(id, to, most, world.now)) return
  const why = `the portfolio reached ${most} people in 24 hours, which its messaging limit ${messagingLimit} allows`
  fail('spam_limit_reached', why)
}

/** A delivered message counts, where there is a limit. */
export function countReached(world: World, { accountId, phoneId, to, waId = to }: Message): void {
  const { id, messagingLimit } = world.need('Business', world.need('WhatsAppBusinessAccount', accountId).ownerId)
  if (limitOf(messagingLimit) === Number.POSITIVE_INFINITY) return
  if (!isOpen(world.traffic.chat(phoneId, waId), world.now)) world.traffic.reached.add(id, waId, world.now)
}
