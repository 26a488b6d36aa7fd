import type { Undo } from './undo.ts'

/** Things with an id, newest last, bounded: the oldest make room. */
export class Recent<T extends { readonly id: string }> {
  readonly #kept = new Map<string, T>()
  readonly #limit: number
  readonly #undo: Undo

  constructor(limit: number, undo: Undo) {
    this.#limit = limit
    this.#undo = undo
  }

  get(id: string): T | undefined {
    return this.#kept.get(id)
  }

  keep(thing: T): T {
    this.#undo.set(this.#kept, thing.id, thing)
    if (this.#kept.size > this.#limit) this.#forgetOldest()
    return thing
  }

  list(): T[] {
    return [...this.#kept.values()]
  }

  #forgetOldest(): void {
    for (const id of this.#kept.keys()) {
      this.#kept.delete(id)
      return
    }
  }
}
