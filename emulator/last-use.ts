import type { WallClock } from './clock.ts'

/** When each world was last called, for those that are dropped when nobody does. The longest unused stand first. */
export class LastUse {
  readonly #at = new Map<string, number>()
  readonly #wall: WallClock
  readonly #after: number

  /** @param after real milliseconds after which a world is dropped */
  constructor(wall: WallClock, after: number) {
    this.#wall = wall
    this.#after = after
  }

  begin(id: string): void {
    this.#at.set(id, this.#wall())
  }

  touch(id: string): void {
    if (this.#at.delete(id)) this.begin(id)
  }

  forget(id: string): void {
    this.#at.delete(id)
  }

  /** Worlds, the longest unused first. */
  ids(): Iterable<string> {
    return this.#at.keys()
  }

  /** Those that nobody has called for so long. Costs nothing while there is none. */
  unused(): string[] {
    const found: string[] = []
    for (const [id, at] of this.#at) {
      if (this.#wall() - at < this.#after) break
      found.push(id)
    }
    return found
  }

  /** Real milliseconds until a world is dropped, if nobody calls it. Undefined: it stays. */
  left(id: string): number | undefined {
    const at = this.#at.get(id)
    if (at === undefined || this.#after === Number.POSITIVE_INFINITY) return undefined
    return Math.max(0, at + this.#after - this.#wall())
  }
}
