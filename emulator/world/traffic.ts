import { type Habit, type HabitName, habits } from '../../contracts/habits.ts'
import type { AdClick, Chat, Click, InboundMessage, Message, ReceivedEvent, Recipient } from './message.ts'
import { Messages } from './messages.ts'
import { Pairs } from './pairs.ts'
import { Reached } from './reached.ts'
import { Recent } from './recent.ts'
import type { Undo } from './undo.ts'

const habitByNumber = new Map<string, HabitName>(
  Object.entries(habits).map(([name, { number }]) => [number, name as HabitName]),
)
const NOTHING: Chat = {}
const STOPPED: Chat = { stoppedMarketing: true }

/** The messages of a world, the people who get them, and what is between them and the numbers that send. */
export class Traffic {
  readonly messages: Messages
  /** What customers sent; as many as messages are kept. */
  readonly inbound: Recent<InboundMessage>
  readonly clicks: Recent<Click>
  readonly adClicks: Recent<AdClick>
  /** Events that could be repeated. */
  readonly events: Recent<ReceivedEvent>
  readonly #chats = new Map<string, Chat>()
  readonly #recipients = new Map<string, Recipient>()
  readonly #undo: Undo

  readonly pairs: Pairs
  readonly reached = new Reached()

  constructor(retention: number, undo: Undo, now: () => number) {
    this.messages = new Messages(retention)
    this.inbound = new Recent(retention, undo)
    this.clicks = new Recent(retention, undo)
    this.adClicks = new Recent(retention, undo)
    this.events = new Recent(retention, undo)
    this.#undo = undo
    this.pairs = new Pairs(now)
  }

  /** Keeps a new message. */
  add(message: Message): void {
    this.messages.set(message)
    this.#undo.note(() => this.messages.delete(message.id))
  }

  /** Keeps a message as it is now. */
  keep(message: Message): Message {
    if (this.#undo.isNoting) {
      const before = this.messages.get(message.id)
      this.#undo.note(() => (before ? this.messages.set(before) : this.messages.delete(message.id)))
    }
    this.messages.set(message)
    return message
  }

  chat(phoneId: string, waId: string): Chat {
    return this.#chats.get(`${phoneId}/${waId}`) ?? (this.#hasStopped(waId) ? STOPPED : NOTHING)
  }

  #hasStopped(waId: string): boolean {
    const { stopped }: Habit = habits[this.#recipients.get(waId)?.habit ?? habitOf(waId)]
    return stopped === true
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

  /** The chats of a person, by the phone number of the business. */
  chatsOf(waId: string): [phoneId: string, chat: Chat][] {
    return [...this.#chats]
      .filter(([key]) => key.endsWith(`/${waId}`))
      .map(([key, chat]) => [key.slice(0, key.indexOf('/')), chat])
  }

  /** In one fixed order. */
  state(): object {
    return {
      messages: this.messages.list(),
      inbound: this.inbound.list(),
      clicks: this.clicks.list(),
      adClicks: this.adClicks.list(),
      events: this.events.list(),
      chats: [...this.#chats],
      recipients: this.recipients(),
      pairs: this.pairs.list(),
      reached: this.reached.list(),
    }
  }
}

function habitOf(waId: string): HabitName {
  const isTold = waId.slice(-7, -4) === '555'
  return (isTold && habitByNumber.get(waId.slice(-4))) || 'reads'
}
