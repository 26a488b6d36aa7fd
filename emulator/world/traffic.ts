import { type HabitName, habits } from '../../contracts/habits.ts'
import type { Chat, Message, Recipient } from './message.ts'
import { Messages } from './messages.ts'
import { Pairs } from './pairs.ts'
import type { Undo } from './undo.ts'

const habitByNumber = new Map<string, HabitName>(
  Object.entries(habits).map(([name, { number }]) => [number, name as HabitName]),
)
const NOTHING: Chat = {}

/** The messages of a world, the people who get them, and what is between them and the numbers that send. */
export class Traffic {
  readonly messages: Messages
  readonly #chats = new Map<string, Chat>()
  readonly #recipients = new Map<string, Recipient>()
  readonly #undo: Undo

  readonly pairs: Pairs

  constructor(retention: number, undo: Undo, now: () => number) {
    this.messages = new Messages(retention)
    this.#undo = undo
    this.pairs = new Pairs(now)
  }

  /** Keeps a message as it is now. */
  keep(message: Message): Message {
    const before = this.messages.get(message.id)
    this.messages.set(message)
    this.#undo.note(() => (before ? this.messages.set(before) : this.messages.delete(message.id)))
    return message
  }

  chat(phoneId: string, waId: string): Chat {
    return this.#chats.get(`${phoneId}/${waId}`) ?? NOTHING
  }

  setChat(phoneId: string, waId: string, chat: Chat): void {
    this.#undo.set(this.#chats, `${phoneId}/${waId}`, chat)
  }

  addRecipient(recipient: Recipient): void {
    this.#undo.set(this.#recipients, recipient.waId, recipient)
  }

  /** The people whom the world names. */
  recipients(): Recipient[] {
    return [...this.#recipients.values()]
  }

  /** Who has a number: the one whom the world names, or somebody with the habit that the number tells. */
  recipient(waId: string): Recipient {
    return this.#recipients.get(waId) ?? { waId, name: `Person ${waId.slice(-4)}`, habit: habitOf(waId) }
  }

  /** In one fixed order. */
  state(): object {
    return {
      messages: this.messages.list(),
      chats: [...this.#chats],
      recipients: this.recipients(),
      pairs: this.pairs.list(),
    }
  }
}

function habitOf(waId: string): HabitName {
  const isTold = waId.slice(-7, -4) === '555'
  return (isTold && habitByNumber.get(waId.slice(-4))) || 'reads'
}
