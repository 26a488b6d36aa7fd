import type { Message } from './message.ts'

/**
 * The messages of a world: those on their way, and as many of those that have arrived as the retention says. What is on
 * its way is never forgotten.
 */
export class Messages {
  readonly #onTheWay = new Map<string, Message>()
  readonly #done = new Map<string, Message>()
  /** The ids of those that have arrived, in a ring: looking for the oldest in the map would cost more the more it forgot. */
  readonly #arrived: string[] = []
  readonly #retention: number
  #next = 0

  constructor(retention: number) {
    this.#retention = retention
  }

  get(id: string): Message | undefined {
    return this.#onTheWay.get(id) ?? this.#done.get(id)
  }

  /** How many are kept. */
  get size(): number {
    return this.#onTheWay.size + this.#done.size
  }

  set(message: Message): void {
    if (!message.done) {
      this.#onTheWay.set(message.id, message)
      return
    }
    this.#onTheWay.delete(message.id)
    if (!this.#done.has(message.id)) this.#makeRoomFor(message.id)
    this.#done.set(message.id, message)
  }

  delete(id: string): void {
    this.#onTheWay.delete(id)
    this.#done.delete(id)
  }

  list(): Message[] {
    return [...this.#done.values(), ...this.#onTheWay.values()]
  }

  #makeRoomFor(id: string): void {
    const oldest = this.#arrived[this.#next]
    if (oldest !== undefined) this.#done.delete(oldest)
    this.#arrived[this.#next] = id
    this.#next = (this.#next + 1) % this.#retention
  }
}
