import type { Version } from '../../contracts/versions.ts'
import type { Effects } from '../effects.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { costOf } from './cost.ts'
import { nextMoment, schedule } from './dispatch.ts'
import { countMarketing, isMarketing } from './fate.ts'
import { countReached } from './portfolio-limit.ts'
import { statusValue, type Told } from './status.ts'

/**
 * A message gets a status, and whoever subscribed hears of it. `pricing` stands on sent, and on the one of delivered and
 * read that comes first.
 * @see sources status-webhook; ruling status-order
 */
export function tell(world: World, notify: Effects['notify'], before: Message, status: Told['status']): undefined {
  const { sentLate, ...rest } = before
  const isFirstArrival = (status === 'delivered' || status === 'read') && !before.priced
  const arrived = isFirstArrival && ({ priced: true, cost: costOf(world, rest) } as const)
  const message = settled(world, { ...rest, status, ...arrived })
  world.traffic.keep(message)
  const told: Told = { status, at: world.now, priced: status === 'sent' || isFirstArrival }
  if (message.sentLate === undefined) post(world, notify, message, told)
  if (sentLate !== undefined) post(world, notify, message, { status: 'sent', at: sentLate, priced: true })
  if (isFirstArrival) count(world, message)
  if (!message.done) schedule(world, message)
  return undefined
}

/** What has arrived counts towards the limits of its sender and of its recipient. */
function count(world: World, message: Message): void {
  countReached(world, message)
  if (isMarketing(message.category)) countMarketing(world, message.to)
}

/** With the mark that nothing more becomes of it; or that `sent` is told late, under a ruling. */
function settled(world: World, message: Message): Message {
  if (message.status === 'failed' || nextMoment(message) === undefined) return { ...message, done: true }
  const isLate = message.status === 'sent' && world.rulings['status-order'] === 'disordered'
  return isLate ? { ...message, sentLate: world.now } : message
}

function post(world: World, notify: Effects['notify'], message: Message, told: Told): void {
  const { accountId: waba, phoneId: phone } = message
  const value = (version: Version) => statusValue(world, message, told, version)
  const notice = { waba, phone, field: 'messages', about: message.id, value }
  notify(notice)
  if (world.rulings['status-order'] === 'repeated') notify(notice)
}
