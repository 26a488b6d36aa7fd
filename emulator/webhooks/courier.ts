import type { DueDelivery, Parcel } from '../world/queue.ts'
import type { Delivery } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { isTaken, nextTry } from './retries.ts'
import { signatures } from './sign.ts'
import type { Outcome, Transport } from './transport.ts'

/** How long a receiver may take, in real milliseconds. Meta wants most answers within 250 ms; its limit is not said. */
const RECEIVER_TIMEOUT = 10_000

/** What came of a webhook, and how it was signed. */
interface Posted extends Outcome {
  /** How long the receiver took, in real milliseconds; absent where the clock stands still. */
  readonly took?: number
  readonly signed: Readonly<Record<string, string>>
}

/** How many webhooks to one URL are under way at once, where they may be: as many messages do not wait for each other. */
const LANES = 16

/**
 * Posts the webhooks of one world and enters what came of them. Webhooks to one URL about one thing are posted one after
 * another. A still world posts all to one URL so, and its receivers hear the same in the same order in every run.
 */
export class Courier {
  readonly #world: World
  readonly #send: Transport
  readonly #isOrdered: () => boolean
  readonly #wall: () => number
  readonly #lanes = new Map<string, Promise<unknown>>()
  #closed = false

  constructor(world: World, send: Transport, isOrdered: () => boolean, wall: () => number) {
    this.#world = world
    this.#send = send
    this.#isOrdered = isOrdered
    this.#wall = wall
  }

  /** Ends it: nothing is posted any more, and outcomes that come later are dropped. */
  close(): void {
    this.#closed = true
  }

  /** Posts behind what is already under way to the same URL; the promise gives how to enter the outcome. */
  post(due: DueDelivery): Promise<() => void> {
    const lane = this.#laneOf(due.parcel)
    const before = this.#lanes.get(lane)
    const outcome = before ? before.then(() => this.#sendParcel(due.parcel)) : this.#sendParcel(due.parcel)
    this.#lanes.set(lane, outcome)
    return outcome.then((result) => {
      if (this.#lanes.get(lane) === outcome) this.#lanes.delete(lane)
      return () => {
        if (!this.#closed) enterOutcome(this.#world, due, result, result.signed)
      }
    })
  }

  #laneOf({ url, about }: Parcel): string {
    if (about === undefined || this.#isOrdered()) return url
    let sum = 0
    for (let at = 0; at < about.length; at += 1) sum = (sum * 31 + about.charCodeAt(at)) >>> 0
    return `${url} ${sum % LANES}`
  }

  async #sendParcel(parcel: Parcel): Promise<Posted> {
    const { url, body } = parcel
    if (this.#closed) return { status: 0, statusText: '', body: '', error: 'closed', signed: {} }
    const signed = signedBy(this.#world, parcel)
    const headers = { 'Content-Type': 'application/json', ...signed }
    const from = this.#wall()
    const outcome = await this.#send({ url, method: 'POST', headers, body, timeout: RECEIVER_TIMEOUT })
    // While a clock stands still no time passes, and two runs give the same log.
    return { ...outcome, ...(!this.#isOrdered() && { took: Math.max(0, this.#wall() - from) }), signed }
  }
}

function signedBy(world: World, { body, appId }: Parcel): Readonly<Record<string, string>> {
  return signatures(body, world.need('Application', appId).secret, world.rulings)
}

/** The outcome of a webhook is an input like any other: it is logged, and a failure asks for the next try. */
export function enterOutcome(
  world: World,
  due: DueDelivery,
  { status, error, took }: Pick<Posted, 'status' | 'error' | 'took'>,
  signed = signedBy(world, due.parcel),
): void {
  const time = took === undefined ? undefined : { took }
  world.journal.note(() => ({ outcome: { of: due.n, status, ...(error && { error }), ...time } }))
  const { parcel, attempt, firstAt, copy } = due
  const again = !copy && !isTaken(status, world.rulings)
  const retryAt = again ? nextTry(firstAt, world.now, attempt, world.rulings) : undefined
  const entry: Omit<Delivery, 'n'> = {
    at: world.now,
    event: parcel.event,
    field: parcel.field,
    app: parcel.appId,
    url: parcel.url,
    attempt,
    calls: world.exchanges.last,
    ...time,
    ...(copy && { copy }),
    status,
    ...(error && { error }),
    body: parcel.body,
    signatures: signed,
    ...(parcel.fault && { fault: parcel.fault }),
    ...(retryAt && { retryAt }),
  }
  world.deliveries.add((n) => ({ n, ...entry }))
  if (retryAt) tryAgain(world, due, retryAt)
}

function tryAgain(world: World, { kind, parcel, attempt, firstAt, others }: DueDelivery, at: number): void {
  const next = { at, kind, attempt: attempt + 1, firstAt }
  world.schedule({ ...next, parcel, others })
  if (world.rulings['webhook-retry-recipients'] === 'failed-app-only') return
  for (const other of others) world.schedule({ ...next, parcel: other, others: [], copy: true })
}
