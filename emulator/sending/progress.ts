import { type Habit, habits, type Step } from '../../contracts/habits.ts'
import { type Effects, perform } from '../effects.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { act } from './act.ts'
import { tell } from './tell.ts'

/**
 * What becomes of a message next: it is sent, arrives, is read, fails, or is given up without a word when its TTL is over.
 * @see sources status-webhook, time-to-live
 */
export function progress(world: World, id: string): void {
  const message = world.traffic.messages.get(id)
  if (!message || message.done) return
  if (world.now >= message.expiresAt && !message.fails) {
    world.traffic.keep({ ...message, status: 'dropped', done: true })
    return
  }
  const { steps }: Habit = habits[message.habit]
  const does = message.fails ? 'failed' : steps[message.step]?.does
  if (does === undefined) return
  // Without anybody to tell nothing is set going, and nothing can go wrong half-way.
  if (isStatus(does) && !isHeard(world, message)) tell(world, toNobody, message, does, message.step + 1)
  else perform(world, (effects) => go(world, effects, message, does))
}

function go(world: World, { notify, later }: Effects, message: Message, does: Step['does'] | 'failed'): void {
  const step = message.step + 1
  if (isStatus(does)) tell(world, notify, message, does, step)
  else act(world, later, { ...message, step }, does)
}

type StatusStep = 'sent' | 'delivered' | 'read' | 'failed'

function isStatus(does: Step['does'] | 'failed'): does is StatusStep {
  return does === 'sent' || does === 'delivered' || does === 'read' || does === 'failed'
}

function isHeard(world: World, { accountId }: Message): boolean {
  return world.need('WhatsAppBusinessAccount', accountId).subscribedApps.length > 0
}

const toNobody = (): void => undefined
