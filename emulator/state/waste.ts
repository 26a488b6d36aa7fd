import type { Entry } from './entry.ts'

/** Lines that nobody misses in a file of few. */
const FEW = 10_000

/** Counts the lines of a state file that are of worlds that were dropped or reset. */
export class Waste {
  readonly #living = new Map<string, number>()
  #alive = 0
  #ended = 0

  /** Whether there are more of them than lines of worlds that live. */
  get isMuch(): boolean {
    return this.#ended > Math.max(FEW, this.#alive)
  }

  count(entry: Entry): void {
    if ('open' in entry) this.#end(entry.open.id)
    if ('drop' in entry) this.#end(entry.drop)
    const id = 'open' in entry ? entry.open.id : 'of' in entry ? entry.of : undefined
    if (id === undefined) return
    this.#alive += 1
    this.#living.set(id, (this.#living.get(id) ?? 0) + 1)
  }

  #end(id: string): void {
    const lines = this.#living.get(id) ?? 0
    this.#living.delete(id)
    this.#alive -= lines
    this.#ended += lines + 1
  }
}

/** The same worlds in fewer lines: without those that were dropped, and without what came before a reset. */
export function withoutWaste(entries: readonly Entry[]): Entry[] {
  // A world that was reset keeps its place: the first world gets the calls that tell none.
  const worlds = new Map<string, Entry[]>()
  for (const entry of entries) {
    if ('open' in entry) worlds.set(entry.open.id, [entry])
    if ('drop' in entry) worlds.delete(entry.drop)
    if ('of' in entry) worlds.get(entry.of)?.push(entry)
  }
  const [first, last] = [entries.slice(0, 1), entries.slice(-1)]
  return [...first, ...[...worlds.values()].flat(), ...last.filter((entry) => 'stopped' in entry)]
}
