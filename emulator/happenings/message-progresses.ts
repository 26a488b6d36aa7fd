import { type Habit, habits } from '../../contracts/habits.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { act } from '../sending/act.ts'
import { tell } from '../sending/tell.ts'

export const messageProgresses = happening(
  {
    name: 'message_progresses',
    says: 'A message is sent, arrives, is read, fails, or is given up',
    nodes: {},
    params: { type: 'object', properties: { message: text }, required: ['message'] },
    internal: true,
    sources: ['status-webhook', 'time-to-live: dropped without a webhook'],
  },
  ({ params, world, now, notify, later }) => {
    const message = world.traffic.messages.get(params.message)
    if (!message || message.done) return undefined
    if (message.fails) return tell(world, notify, message, 'failed')
    if (now >= message.expiresAt) {
      world.traffic.keep({ ...message, status: 'dropped', done: true })
      return undefined
    }
    const { steps }: Habit = habits[message.habit]
    const step = steps[message.step]
    if (!step) return undefined
    if (step.does === 'sent' || step.does === 'delivered' || step.does === 'read') {
      return tell(world, notify, { ...message, step: message.step + 1 }, step.does)
    }
    return act(world, later, { ...message, step: message.step + 1 }, step.does)
  },
)
