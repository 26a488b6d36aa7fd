import { type Habit, habits } from '../../contracts/habits.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { tell } from '../sending/tell.ts'
import type { Message } from '../world/message.ts'

type Told = 'sent' | 'delivered' | 'read' | 'played'

/** What can be told of a message by hand, and after what. A chat that is open skips delivered. */
const WAYS: readonly [name: string, status: Told, after: readonly Message['status'][], says: string][] = [
  ['message_is_sent', 'sent', ['accepted'], 'A message leaves for its recipient, earlier than their habit says'],
  ['message_is_delivered', 'delivered', ['sent'], 'A message arrives'],
  ['message_is_read', 'read', ['sent', 'delivered'], 'A message is read'],
  ['message_is_played', 'played', ['delivered', 'read'], 'A voice message is played; told of voice messages only'],
]

export const messageIsHandled = WAYS.map(([name, status, after, says]) =>
  happening(
    {
      name,
      says,
      nodes: {},
      params: {
        type: 'object',
        properties: { message: { ...text, description: 'Id of a message of the business' } },
        required: ['message'],
      },
      sources: ['status-webhook'],
    },
    ({ params, world, notify, refuse }) => {
      const message = world.traffic.messages.get(params.message)
      if (!message) return refuse(`with.message: '${params.message}' is no message that the world remembers`)
      if (message.fails) refuse('with.message: it fails, as its reason was known when it was sent')
      if (!after.includes(message.status)) {
        refuse(`with.message: it is ${message.status}; ${status} comes after ${after.join(' or ')}`)
      }
      if (status === 'played' && !isVoice(message)) refuse('with.message: it is no voice message')
      // From now on the tester says what becomes of it, and no longer the habit of its recipient.
      const { steps }: Habit = habits[message.habit]
      tell(world, notify, message, status, steps.length)
      return undefined
    },
  ),
)

function isVoice({ type, content }: Message): boolean {
  return type === 'audio' && content?.voice === true
}
