/** Until when what was sent between a number and a person counts. What counts no longer is forgotten as new pairs come. */
export class Pairs {
  readonly #until = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get(pair: string): number | undefined {
    return this.#until.get(pair)
  }

  /** The newest stands last, so that what is old is found at the front. */
  set(pair: string, until: number): void {
    this.#until.delete(pair)
    this.#until.set(pair, until)
    let looked = 0
    for (const [old, then] of this.#until) {
      looked += 1
      if (looked > 2 || then > this.#now()) return
      this.#until.delete(old)
    }
  }

  list(): [string, number][] {
    return [...this.#until]
  }
}
