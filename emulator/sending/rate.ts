import { seconds } from '../model/time.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import type { RefuseSend } from './refusals.ts'

/**
 * Counts a send towards what its number may send in this second, of all types together. A send that is refused later has
 * counted, as the call was made.
 * @throws Failure throughput_reached
 * @see sources throughput
 */
export function countThroughput(phone: PhoneNumber, world: World, fail: RefuseSend): void {
  if (!world.limits) return
  const most = mostPerSecond(phone, world.limits)
  const count = countMessage(phone, world)
  if (count <= most) return
  fail('throughput_reached', `${count} messages in this second of the world's time; the number may send ${most}`)
}

/** Counts a message of a number, sent or received, and answers how many there were in this second. @see sources throughput */
export function countMessage({ id }: PhoneNumber, world: World): number {
  const second = Math.floor(world.now / 1000)
  const key = `throughput/${id}`
  const before = world.usage.get(key)
  const count = before?.since === second ? before.count + 1 : 1
  world.usage.set(key, { since: second, count })
  return count
}

function mostPerSecond(phone: PhoneNumber, limits: NonNullable<World['limits']>): number {
  if (phone.is_on_biz_app) return limits.coexistenceMessagesPerSecond
  return phone.throughput.level === 'HIGH' ? limits.highMessagesPerSecond : limits.messagesPerSecond
}

/**
 * One message per six seconds from a number to a person, of which some may be sent ahead of time. It is the last check of
 * a send, so that one that is refused takes no place.
 * @throws Failure pair_rate_reached
 * @see sources about-the-platform
 */
export function countPair(phoneId: string, waId: string, world: World, fail: RefuseSend): void {
  if (!world.limits) return
  const { pairSeconds, pairBurst } = world.limits
  const step = seconds(pairSeconds)
  const { pairs } = world.traffic
  const due = Math.max(pairs.get(`${phoneId}/${waId}`) ?? 0, world.now)
  if (due - world.now > step * (pairBurst - 1)) {
    const wait = Math.ceil((due - world.now - step * (pairBurst - 1)) / 1000)
    fail(
      'pair_rate_reached',
      `${pairBurst} messages were sent ahead of time; one more may be sent after ${wait} s, and then one every ${pairSeconds} s`,
    )
  }
  pairs.set(`${phoneId}/${waId}`, due + step)
}
