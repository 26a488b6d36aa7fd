import { isRecord } from '../body.ts'
import { beginNext } from '../due.ts'
import type { Reply } from '../graph.ts'
import { Refused } from '../happening.ts'
import {
  type BegunCall,
  beginCall,
  callOf,
  endFaults,
  enterFault,
  enterHappening,
  enterRedelivery,
  goOn,
} from '../inputs.ts'
import { Pause, type Paused } from '../pause.ts'
import { enterOutcome } from '../webhooks/courier.ts'
import { buildWorld } from '../world/build.ts'
import { digestOf } from '../world/digest.ts'
import type { CallAsData, HandshakeAsData, Input, JournalRow } from '../world/input.ts'
import type { DueDelivery } from '../world/queue.ts'
import type { World } from '../world/world.ts'
import type { JournalHeader } from './document.ts'
import { wireOf } from './plain-call.ts'

/** An input cannot come here: the world is another one than that of the journal. */
export class CannotCome extends Error {}

/** What came of an input, where something comes of it at once. */
export interface Answered {
  /** The number of the input that is answered: that of the call, where a call has gone on. */
  readonly of: number
  readonly reply: Pick<Reply, 'status' | 'body'> | undefined
}

interface Waiting extends BegunCall {
  readonly answer: Pause<Reply>
}

const UNBOUNDED = { inputs: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY }

/** The world of a journal at its beginning. It keeps a journal itself, which then is the same. */
function worldOf({ world: file, name, id, graphDate, limits }: JournalHeader): World {
  const world = buildWorld(file, name, id, new Map(), { graphDate: graphDate ?? undefined, limits })
  world.journal.start(UNBOUNDED)
  return world
}

/** Lets the inputs of a journal come one by one into its world, at once and without a network. */
export class Replay {
  readonly world: World
  readonly #underWay = new Map<number, DueDelivery>()
  readonly #waiting = new Map<number, Waiting>()

  constructor(world: World) {
    this.world = world
  }

  /** Makes the world of a journal. @throws BrokenWorld */
  static of(header: JournalHeader): Replay {
    return new Replay(worldOf(header))
  }

  /** Webhooks that were posted, and of which nobody knows what came of them. */
  get underWay(): readonly DueDelivery[] {
    return [...this.#underWay.values()]
  }

  /** Whether a call is still under way. */
  waits(n: number): boolean {
    return this.#waiting.has(n)
  }

  /** Moves the clock to a moment, and begins so many rows of the queue on the way. @throws CannotCome */
  moveTo(at: number, begun = 0): void {
    for (let count = 0; count < begun; count += 1) {
      if (!this.world.queue.peek()) throw new CannotCome(`${begun} were due before it, and here ${count}`)
      this.#begin()
    }
    this.world.now = at
  }

  /** @throws CannotCome */
  async enter({ n, at, begun, ...input }: JournalRow): Promise<Answered> {
    this.moveTo(at, begun)
    const [kind] = Object.keys(input).filter((key) => key !== 'reply' && key !== 'with' && key !== 'handshake')
    const enter = this.#ways[kind ?? '']
    if (!enter) throw new CannotCome(`'${kind}' is no kind of input`)
    return enter(input as never, n)
  }

  /** A bug that broke the emulator breaks it here as well: what was due is then gone from the queue, as it was there. */
  #begin(): void {
    try {
      const delivery = beginNext(this.world)
      if (delivery) this.#underWay.set(delivery.n, delivery)
    } catch (error) {
      console.error(error)
    }
  }

  readonly #ways: Readonly<Record<string, (input: never, n: number) => Answered | Promise<Answered>>> = {
    call: ({ call }: Of<'call'>, n) => this.#call(call, n),
    goesOn: (input: Of<'goesOn'>) => this.#goOn(input),
    happens: (input: Of<'happens'>, n) => this.#happen(input, n),
    fault: ({ fault }: Of<'fault'>, n) => done(n, enterFault(this.world, fault)),
    endFaults: (_: never, n) => done(n, endFaults(this.world)),
    redeliver: ({ redeliver }: Of<'redeliver'>, n) => this.#redeliver(redeliver, n),
    outcome: ({ outcome }: Of<'outcome'>, n) => this.#land(outcome, n),
    time: (_: never, n) =>
      done(
        n,
        this.world.journal.note(() => ({ time: true })),
      ),
  }

  #call(call: CallAsData, n: number): Answered {
    const wire = wireOf(call, this.world)
    const begun = beginCall(callOf(wire, this.world), wire, this.world, nobodyIsAsked)
    return this.#answered(n, begun, begun.answer)
  }

  async #goOn({ goesOn: n, handshake }: { goesOn: number; handshake?: HandshakeAsData }): Promise<Answered> {
    const waiting = this.#waiting.get(n)
    if (!waiting) throw new CannotCome(`the call of input ${n} was to go on, and here it waits for nothing`)
    const { answer } = waiting
    if ((answer.kind === 'handshake') !== (handshake !== undefined)) {
      throw new CannotCome(`the call of input ${n} waits for something else here: ${answer.kind}`)
    }
    const found = handshake ?? (await answer.wait())
    return this.#answered(n, waiting, goOn(this.world, waiting, answer, found))
  }

  #answered(n: number, begun: BegunCall, answer: Paused<Reply>): Answered {
    if (!(answer instanceof Pause)) {
      this.#waiting.delete(n)
      return { of: n, reply: answer }
    }
    this.#waiting.set(n, { ...begun, answer })
    return { of: n, reply: undefined }
  }

  #happen({ happens, with: params }: Of<'happens'>, n: number): Answered {
    const reply = (status: number, body: unknown): Answered => ({ of: n, reply: { status, body } })
    try {
      return reply(200, enterHappening(this.world, happens, params))
    } catch (error) {
      if (error instanceof Refused) return reply(400, error.message)
      throw error
    }
  }

  #redeliver(wanted: number, n: number): Answered {
    const delivery = this.world.deliveries.find(wanted)
    if (!delivery) throw new CannotCome(`delivery ${wanted} was posted once more, and here there is none`)
    enterRedelivery(this.world, delivery)
    return { of: n, reply: undefined }
  }

  #land({ of, ...outcome }: Of<'outcome'>['outcome'], n: number): Answered {
    const due = this.#underWay.get(of)
    if (!due) throw new CannotCome('the webhook that it is about was not posted here')
    this.#underWay.delete(of)
    enterOutcome(this.world, due, outcome)
    return { of: n, reply: undefined }
  }

  /** Of the whole state. */
  get state(): string {
    return digestOf(this.world.state())
  }
}

/** An input of one kind. */
type Of<K extends string> = Extract<Input, Readonly<Record<K, unknown>>>

function done(n: number, _: unknown): Answered {
  return { of: n, reply: undefined }
}

function nobodyIsAsked(): never {
  throw new Error('a replay asks no callback')
}

/** What an input is, in few words. */
export function nameOf(row: Input): string {
  if ('call' in row) return `${row.call.method} ${row.call.url}`
  if ('happens' in row) return `${row.happens} ${JSON.stringify(row.with)}`
  if ('goesOn' in row) return `the call of input ${row.goesOn} goes on`
  if ('outcome' in row) return `a webhook was answered with ${row.outcome.status}`
  const [kind, value] = Object.entries(row).find(([key]) => !['n', 'at', 'begun', 'reply'].includes(key)) ?? []
  return isRecord(value) ? `${kind} ${JSON.stringify(value)}` : String(kind)
}
