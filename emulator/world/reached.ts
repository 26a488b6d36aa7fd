const DAY = 24 * 3_600_000

/** Whom each portfolio reached in the last 24 hours outside of a customer service window, for its messaging limit. */
export class Reached {
  readonly #byPortfolio = new Map<string, Map<string, number>>()

  /** The portfolio reached somebody. The latest stands last. */
  add(portfolio: string, person: string, at: number): void {
    const people = this.#byPortfolio.get(portfolio) ?? new Map<string, number>()
    this.#byPortfolio.set(portfolio, people)
    people.delete(person)
    people.set(person, at)
  }

  /** Whether one more person would be more than so many. */
  isFull(portfolio: string, person: string, most: number, now: number): boolean {
    const people = this.#byPortfolio.get(portfolio)
    if (!people) return most < 1
    for (const [old, at] of people) {
      if (now - at < DAY) break
      people.delete(old)
    }
    return !people.has(person) && people.size >= most
  }

  list(): [string, [string, number][]][] {
    return [...this.#byPortfolio].map(([portfolio, people]) => [portfolio, [...people]])
  }
}
