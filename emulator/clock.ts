import { beginNext } from './due.ts'
import { Courier } from './webhooks/courier.ts'
import type { Transport } from './webhooks/transport.ts'
import type { DueDelivery } from './world/queue.ts'
import type { World } from './world/world.ts'

/** Real milliseconds; the only wall clock, given from outside. */
export type WallClock = () => number

/**
 * Moves the time of one world and works off what is due, in order.
 *
 * A still clock moves only when it is told to, and never past a webhook that is under way, so that what is due later
 * finds its outcome. A running clock follows the wall and waits for nobody.
 */
export class Clock {
  readonly world: World
  readonly #courier: Courier
  readonly #wall: WallClock
  /** world time - wall time, while the clock runs. */
  #offset: number | undefined
  #timer: NodeJS.Timeout | undefined
  /** The moment of the world for which the timer is set. */
  #armedFor = Number.POSITIVE_INFINITY
  #underWay: Promise<() => void>[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(world: World, send: Transport, wall: WallClock) {
    this.world = world
    this.#courier = new Courier(world, send, () => !this.running, wall)
    this.#wall = wall
  }

  get running(): boolean {
    return this.#offset !== undefined
  }

  start(): void {
    this.#offset ??= this.world.now - this.#wall()
    this.kick()
  }

  stop(): void {
    this.follow()
    this.#offset = undefined
    this.#disarm()
  }

  /** Ends it: nothing is posted any more, and outcomes that come later are dropped. */
  close(): void {
    this.#closed = true
    this.#courier.close()
    this.#offset = undefined
    this.#disarm()
  }

  /** Brings a running clock to where the wall is. Before each input, so that the input has the right time. */
  follow(): void {
    if (this.#offset === undefined) return
    const now = this.#wall() + this.#offset
    for (let due = this.world.queue.peek(); due && due.at <= now; due = this.world.queue.peek()) this.#begin()
    this.world.now = Math.max(this.world.now, now)
  }

  /** Whether there is anything to start now, or to be woken for earlier than the timer knows. After a read there is nothing. */
  hasWork(): boolean {
    if (this.#underWay.length > 0) return true
    const next = this.world.queue.peek()?.at
    return next !== undefined && (next <= this.world.now || (this.running && next < this.#armedFor))
  }

  /** Starts what is due now, waiting for nothing: after a call, so that its webhooks leave after its answer. */
  kick(): void {
    if (this.#closed) return
    if (!this.running) {
      this.advance(0).catch(reportBug)
      return
    }
    this.follow()
    this.#landEach()
    this.#arm()
  }

  /** Moves the clock by some milliseconds and works off all that falls due, webhooks and their retries included. */
  advance(by: number): Promise<void> {
    const turn = this.#turn.then(() => {
      this.follow()
      return this.#workTo(this.world.now + by)
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #workTo(until: number): Promise<void> {
    let steps = 0
    while (!this.#closed && (await this.#step(until))) {
      steps += 1
      // Other worlds and their callers come in between.
      if (steps % BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    this.#arm()
  }

  /** Begins what is due now, else waits for what is under way, else moves on; false when there is nothing left. */
  async #step(until: number): Promise<boolean> {
    const due = this.world.queue.peek()
    if (due && due.at <= this.world.now) {
      this.#begin()
      return true
    }
    if (this.#underWay.length > 0) {
      await this.#landAll()
      return true
    }
    const next = Math.min(due?.at ?? until, until)
    if (next <= this.world.now) return false
    this.#moveTo(next)
    return true
  }

  #moveTo(at: number): void {
    if (this.#offset !== undefined) this.#offset += at - this.world.now
    // The timer counts real time, of which a jump takes some away.
    this.#disarm()
    this.world.now = at
  }

  /** Posts webhooks that were begun: now, or before an emulator ended that did not hear what came of them. */
  post(deliveries: readonly DueDelivery[]): void {
    for (const delivery of deliveries) this.#underWay.push(this.#courier.post(delivery))
  }

  #begin(): void {
    const delivery = beginNext(this.world)
    if (delivery) this.post([delivery])
  }

  /** Enters the outcomes in the order of posting, so that two runs with the same outcomes give the same log. */
  async #landAll(): Promise<void> {
    const landing = this.#underWay
    this.#underWay = []
    const outcomes = await Promise.all(landing)
    this.follow()
    for (const enter of outcomes) enter()
  }

  #landEach(): void {
    const landing = this.#underWay
    this.#underWay = []
    for (const landed of landing) {
      void landed.then((enter) => {
        this.follow()
        enter()
        this.kick()
      })
    }
  }

  #arm(): void {
    const due = this.world.queue.peek()
    if (this.#offset === undefined || !due || this.#closed || due.at >= this.#armedFor) return
    this.#disarm()
    const wait = Math.max(0, due.at - this.#offset - this.#wall())
    this.#armedFor = due.at
    this.#timer = setTimeout(() => this.#wake(), Math.min(wait, LONGEST_TIMER))
    this.#timer.unref()
  }

  #wake(): void {
    this.#armedFor = Number.POSITIVE_INFINITY
    this.kick()
  }

  #disarm(): void {
    clearTimeout(this.#timer)
    this.#armedFor = Number.POSITIVE_INFINITY
  }
}

/** So many rows are worked off before others get their turn. */
const BREATH = 500

/** What setTimeout can count: 2^31 - 1 ms, about 24 days. */
const LONGEST_TIMER = 2_147_483_647

/** Something due broke: that is our bug and nobody waits for it, so it goes where bugs go. */
function reportBug(error: unknown): void {
  console.error(error)
}
