import type { Version } from '../../contracts/versions.ts'
import type { Effects } from '../effects.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { costOf } from './cost.ts'
import { nextMoment, schedule } from './dispatch.ts'
import { countMarketing, isMarketing } from './fate.ts'
import { measureArrival, measureRead, measureSent } from './measure.ts'
import { countReached } from './portfolio-limit.ts'
import { statusValue, type Told } from './status.ts'

type Changing = { -readonly [K in keyof Message]: Message[K] }

/**
 * A message gets a status, and whoever subscribed hears of it. `pricing` stands on sent, and on the one of delivered and
 * read that comes first.
 * @param step how many steps of the recipient's habit are done with it
 * @see sources status-webhook; ruling status-order
 */
export function tell(
  world: World,
  notify: Effects['notify'],
  before: Message,
  status: Told['status'],
  step = before.step,
): undefined {
  const isFirstArrival = (status === 'delivered' || status === 'read') && !before.priced
  // One copy, changed in place before anybody sees it: a world tells thousands of statuses a second.
  const message: Changing = { ...before, status, step }
  delete message.sentLate
  if (status === 'sent') measureSent(world, message)
  if (isFirstArrival) arrive(world, message)
  if (status === 'read') measureRead(world, message)
  settle(world, message)
  world.traffic.keep(message)
  const told: Told = { status, at: world.now, priced: status === 'sent' || isFirstArrival }
  if (message.sentLate === undefined) post(world, notify, message, told)
  if (before.sentLate !== undefined) post(world, notify, message, { status: 'sent', at: before.sentLate, priced: true })
  if (!message.done) schedule(world, message)
  return undefined
}

/** Marks it where nothing more becomes of it, or where `sent` is told late, under a ruling. */
function settle(world: World, message: Changing): void {
  const next = nextMoment(message)
  if (message.status === 'failed' || next === undefined) message.done = true
  // What will never arrive has no later status to be told after.
  else if (message.status === 'sent' && next < message.expiresAt && isDisordered(world)) message.sentLate = world.now
}

const isDisordered = ({ rulings }: World): boolean => rulings['status-order'] === 'disordered'

/** What has arrived is paid for, and counts towards the limits of its sender and of its recipient. */
function arrive(world: World, message: Changing): void {
  message.priced = true
  message.cost = costOf(world, message)
  measureArrival(world, message)
  countReached(world, message)
  if (isMarketing(message.category)) countMarketing(world, message.waId ?? message.to)
}

function post(world: World, notify: Effects['notify'], message: Message, told: Told): void {
  const { accountId: waba, phoneId: phone } = message
  const value = (version: Version) => statusValue(world, message, told, version)
  const notice = { waba, phone, field: 'messages', about: message.id, value }
  notify(notice)
  if (world.rulings['status-order'] === 'repeated') notify(notice)
}
