import { digestOf } from './digest.ts'
import type { Input, JournalEnd, JournalRow, ReplyMark } from './input.ts'

/** Why and where a journal took nothing more. */
export interface Stopped {
  readonly why: string
  readonly end: JournalEnd
}

/** How much a journal takes: inputs, and bytes of what they say. */
export interface JournalBounds {
  readonly inputs: number
  readonly bytes: number
}

interface Kept {
  readonly rows: JournalRow[]
  readonly bounds: JournalBounds
  bytes: number
  stopped?: Stopped
}

/** The world, as its journal looks at it. */
interface Journaled {
  readonly now: number
  readonly state: () => object
}

/**
 * The inputs of one world in their order, from its beginning, while it is asked to keep them. It ends at its bound: a journal
 * with a hole would be worth nothing.
 */
export class Journal {
  readonly #world: Journaled
  #kept: Kept | undefined
  #tell: ((row: JournalRow) => void) | undefined
  #inputs = 0
  #rows = 0
  #begun = 0
  /** Where the clock of a replay would stand: it moves by what is due, and by inputs. */
  #at: number

  constructor(world: Journaled) {
    this.#at = world.now
    this.#world = world
  }

  /** How many inputs have come, whether or not they were kept. */
  get inputs(): number {
    return this.#inputs
  }

  /** How many rows the one who is shown them has. */
  get told(): number {
    return this.#rows
  }

  /** Whether they are kept here. */
  get isKept(): boolean {
    return this.#kept !== undefined
  }

  /** Whether anybody wants them as plain data. */
  get isOn(): boolean {
    return this.#kept !== undefined || this.#tell !== undefined
  }

  get bounds(): JournalBounds | undefined {
    return this.#kept?.bounds
  }

  get stopped(): Stopped | undefined {
    return this.#kept?.stopped
  }

  get rows(): readonly JournalRow[] {
    return this.#kept?.rows ?? []
  }

  /** Keeps inputs from now on; for a world to which none has come. */
  start(bounds: JournalBounds): void {
    this.#kept = { rows: [], bytes: 0, ...this.#kept, bounds }
  }

  /** Shows each input from now on to somebody, who keeps it; or to nobody any more. */
  tell(to: ((row: JournalRow) => void) | undefined): void {
    this.#tell = to
  }

  /** Keeps no more, and forgets what was kept. */
  stop(): void {
    this.#kept = undefined
  }

  /** Where it ends. */
  end(): JournalEnd {
    if (this.#kept?.stopped) return this.#kept.stopped.end
    const { now } = this.#world
    return { at: now, begun: this.#begun, state: digestOf(this.#world.state()) }
  }

  /**
   * An input comes.
   * @param make makes it as plain data; only called when it is kept. @param bytes about how long it is
   * @returns its number; undefined when it is not kept
   */
  note(make: () => Input, bytes = 0): number | undefined {
    this.#inputs += 1
    return this.isOn ? this.#take(make, bytes) : undefined
  }

  /** The clock was moved: without this, whoever is shown the inputs would hear of it with the next one. */
  timePassed(): void {
    if (this.#tell) this.#take(() => ({ time: true }), 0)
  }

  /** What an input was answered with. */
  answered(n: number | undefined, make: () => ReplyMark): void {
    const row = n === undefined ? undefined : this.#kept?.rows[n - 1]
    if (row && !this.#kept?.stopped) Object.assign(row, { reply: make() })
  }

  /** A row of the queue that is due is about to begin. */
  begin(dueAt: number, now: number): void {
    // A replay begins it when it is due, and never later than its clock stands.
    if (this.isOn && dueAt < now && this.#at < now) this.#take(() => ({ time: true }), 0)
    this.#begun += 1
    this.#at = Math.max(this.#at, dueAt, now)
  }

  #take(make: () => Input, bytes: number): number | undefined {
    const kept = this.#open(bytes)
    if (!kept && !this.#tell) return undefined
    const { now } = this.#world
    this.#rows += 1
    const row = { n: this.#rows, at: now, ...(this.#begun > 0 && { begun: this.#begun }), ...make() }
    this.#begun = 0
    this.#at = now
    this.#tell?.(row)
    kept?.rows.push(row)
    if (kept) kept.bytes += bytes
    return row.n
  }

  /** What is kept, where so many bytes more have room in it. */
  #open(bytes: number): Kept | undefined {
    const kept = this.#kept
    if (!kept || kept.stopped) return undefined
    const why = boundMet(kept, bytes)
    if (!why) return kept
    kept.stopped = { why, end: this.end() }
    return undefined
  }
}

function boundMet({ rows, bounds, bytes }: Kept, more: number): string | undefined {
  if (rows.length >= bounds.inputs) return `it has ${bounds.inputs} inputs, which is its limit`
  if (bytes + more > bounds.bytes) return `what it has is ${bounds.bytes} bytes long, which is its limit`
  return undefined
}
