/** What happened, newest last, bounded: the oldest entries make room and `dropped` counts them. */
export class Log<Entry extends { readonly n: number }> {
  readonly #entries: Entry[] = []
  readonly #limit: number
  #last = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The number of the newest entry. */
  get last(): number {
    return this.#last
  }

  get dropped(): number {
    return this.#last - this.#entries.length
  }

  /** Keeps the entry that is made for the next number (from 1). */
  add(make: (n: number) => Entry): Entry {
    this.#last += 1
    const numbered = make(this.#last)
    this.#entries.push(numbered)
    // Shifting one by one would cost the length of the log each time; halves are rare.
    if (this.#entries.length >= 2 * this.#limit) this.#entries.splice(0, this.#limit)
    return numbered
  }

  /** Takes back the newest entry, for an input that was undone. */
  forget(): void {
    this.#entries.pop()
    this.#last -= 1
  }

  find(n: number): Entry | undefined {
    return this.list().find((entry) => entry.n === n)
  }

  /** At most the limit, newest last. */
  list(): readonly Entry[] {
    return this.#entries.slice(-this.#limit)
  }
}
