/** How to take back what one piece of work has changed so far. Outside of a piece of work nothing is noted. */
export class Undo {
  #steps: (() => void)[] | undefined

  /** Whether a piece of work is under way. */
  get isNoting(): boolean {
    return this.#steps !== undefined
  }

  note(step: () => void): void {
    this.#steps?.push(step)
  }

  /** Runs a piece of work; when it throws, all it changed is as before, and the error goes on. */
  atomically<R>(work: () => R): R {
    const steps: (() => void)[] = []
    this.#steps = steps
    try {
      return work()
    } catch (error) {
      this.#steps = undefined
      for (const step of steps.reverse()) step()
      throw error
    } finally {
      this.#steps = undefined
    }
  }

  /** Takes a key away, so that it can be put back. */
  delete<V>(table: Map<string, V>, key: string): void {
    const before = table.get(key)
    if (before !== undefined) this.#steps?.push(() => table.set(key, before))
    table.delete(key)
  }

  /** Sets a key, so that it can be taken back. */
  set<K, V>(table: Map<K, V>, key: K, value: V): void {
    if (this.#steps) {
      const before = table.get(key)
      this.#steps.push(() => (before === undefined ? table.delete(key) : table.set(key, before)))
    }
    table.set(key, value)
  }
}
