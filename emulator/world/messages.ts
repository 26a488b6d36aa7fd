import type { Message } from './message.ts'

/**
 * The messages of a world: those on their way, and as many of those that have arrived as the retention says. What is on
 * its way is never forgotten.
 */
export class Messages {
  readonly #onTheWay = new Map<string, Message>()
  readonly #done = new Map<string, Message>()
  readonly #retention: number

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
    this.#done.set(message.id, message)
    if (this.#done.size > this.#retention) this.#forgetOldest()
  }

  delete(id: string): void {
    this.#onTheWay.delete(id)
    this.#done.delete(id)
  }

  list(): Message[] {
    return [...this.#done.values(), ...this.#onTheWay.values()]
  }

  #forgetOldest(): void {
    for (const id of this.#done.keys()) {
      this.#done.delete(id)
      return
    }
  }
}
