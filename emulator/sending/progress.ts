import { type Habit, habits } from '../../contracts/habits.ts'
import { perform } from '../effects.ts'
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
  perform(world, ({ notify, later }) => {
    if (message.fails) return tell(world, notify, message, 'failed')
    if (world.now >= message.expiresAt) {
      world.traffic.keep({ ...message, status: 'dropped', done: true })
      return
    }
    const { steps }: Habit = habits[message.habit]
    const step = steps[message.step]
    if (!step) return
    const done = message.step + 1
    if (step.does === 'sent' || step.does === 'delivered' || step.does === 'read') {
      tell(world, notify, message, step.does, done)
    } else act(world, later, { ...message, step: done }, step.does)
  })
}
