import type { Meanwhile } from '../../scenarios/record/session.ts'
import type { ChooseWait } from '../../scenarios/record/waits.ts'
import { changesOf, type Posted } from '../../scenarios/stage.ts'
import type { Due } from '../world/queue.ts'
import type { Replay } from './replay.ts'

/**
 * The time of a world that is replayed, and that of a scenario of it. A scenario waits round times, so it runs ahead of the
 * world or behind it; what was set going runs ahead by as much as its cause did. A wait is chosen so that the same falls due in it.
 */
export class Timeline {
  readonly #replay: Replay
  readonly #choose: ChooseWait
  /** How far the scenario is ahead of the world, in milliseconds. */
  #ahead = 0
  /** The same for what is due: by the row of the queue. */
  readonly #aheadOf = new Map<number, number>()
  /** When the last deed was, in the world's time. */
  #since: number
  /** The latest that fell due since, in the scenario's time. */
  #latest: number | undefined
  #webhooks: Posted[] = []
  /** Events that were posted once more. */
  readonly #again = new Set<number>()
  /** Where each webhook went, by the row of the queue. */
  readonly #urls = new Map<number, string>()
  readonly #answers = new Map<string, number[]>()

  constructor(replay: Replay, choose: ChooseWait) {
    this.#replay = replay
    this.#choose = choose
    this.#since = replay.world.now
    this.entered()
  }

  /** Lets so many rows begin that fell due. @throws CannotCome */
  workOff(begun: number): void {
    const { world } = this.#replay
    for (let count = 0; count < begun; count += 1) {
      const due = world.queue.peek()
      this.#replay.moveTo(Math.max(world.now, due?.at ?? 0), 1)
      if (due) this.#began(due)
    }
  }

  #began(due: Due): void {
    const ahead = this.#aheadOf.get(due.n) ?? this.#ahead
    this.#aheadOf.delete(due.n)
    this.#setGoing(ahead)
    if (isAgain(due)) return
    this.#latest = Math.max(this.#latest ?? 0, due.at + ahead)
    if (due.kind !== 'delivery') return
    const { parcel } = due
    this.#urls.set(due.n, parcel.url)
    if (this.#again.has(parcel.event)) return
    const posted = { n: due.n, at: this.#replay.world.now, app: parcel.appId, body: parcel.body }
    this.#webhooks.push(...changesOf(posted))
  }

  /** An input took effect: what it set going is ahead as the scenario is. */
  entered(): void {
    this.#setGoing(this.#ahead)
  }

  #setGoing(ahead: number): void {
    for (const { n } of this.#replay.world.queue.list()) if (!this.#aheadOf.has(n)) this.#aheadOf.set(n, ahead)
  }

  /** The next deed comes. @param at in the world's time @returns what came since the one before */
  deed(at: number): Meanwhile {
    const begins = this.#since + this.#ahead
    const below = this.#replay.world.queue
      .list()
      .filter((due) => !isAgain(due))
      .map((due) => due.at + (this.#aheadOf.get(due.n) ?? 0) - begins)
    return this.#close(at, Math.min(Number.POSITIVE_INFINITY, ...below), false)
  }

  /** No deed follows. */
  end(at: number): Meanwhile {
    return this.#close(at, Number.POSITIVE_INFINITY, true)
  }

  #close(at: number, below: number, last: boolean): Meanwhile {
    const begins = this.#since + this.#ahead
    const least = this.#latest === undefined ? undefined : this.#latest - begins
    const took = at - this.#since
    const isOver = last && this.#webhooks.length === 0
    const wait = isOver ? 0 : this.#choose({ took, below, last, ...(least !== undefined && { least }) })
    const meanwhile = { wait, webhooks: this.#webhooks }
    this.#ahead += wait - took
    this.#since = at
    this.#latest = undefined
    this.#webhooks = []
    return meanwhile
  }

  /** The webhooks of an event are not looked at. */
  ignore(event: number): void {
    this.#again.add(event)
  }

  /** What came of one try to post a webhook. */
  landed(row: number, status: number): void {
    const url = this.#urls.get(row)
    if (url !== undefined) this.#answers.set(url, [...(this.#answers.get(url) ?? []), status])
  }

  /** What each callback answered. */
  get answers(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries([...this.#answers].map(([url, all]) => [url, [...new Set(all)]]))
  }
}

/** One more try of a webhook: whether there is one depends on the receiver. */
function isAgain(due: Due): boolean {
  return due.kind === 'delivery' && (due.attempt > 1 || due.copy === true)
}
