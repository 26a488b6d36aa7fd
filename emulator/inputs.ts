import type { ShakeHands } from './answer.ts'
import { type PlacedCall, placeCall, readCall, type Wire } from './call.ts'
import { type Reply, reply } from './graph.ts'
import { Refused } from './happening.ts'
import { happenByHand } from './happenings.ts'
import { lengthOf, plainCall } from './journal/plain-call.ts'
import { WireFile } from './model/uploaded-file.ts'
import { after, type Pause, type Paused, settle } from './pause.ts'
import { enqueue } from './webhooks/enqueue.ts'
import { digestOf } from './world/digest.ts'
import type { Fault } from './world/fault.ts'
import type { HandshakeAsData, ReplyMark } from './world/input.ts'
import type { Delivery } from './world/records.ts'
import type { World } from './world/world.ts'

// The one door: whatever changes a world from outside comes through here and is noted in its journal. (What came of a
// webhook enters in webhooks/courier.ts.)

/** Answers a call of Graph. */
export function enterCall(call: PlacedCall, wire: Wire, world: World, shake: ShakeHands): Reply | Promise<Reply> {
  const begun = beginCall(call, wire, world, shake)
  return settle(begun.answer, (pause, found) => goOn(world, begun, pause, found))
}

/** A call under way. */
export interface BegunCall {
  /** Its number in the journal; undefined where that is not kept. */
  readonly n: number | undefined
  readonly answer: Paused<Reply>
}

/** Answers a call up to where it has to wait. */
export function beginCall(call: PlacedCall, wire: Wire, world: World, shake: ShakeHands): BegunCall {
  const n = world.journal.note(() => ({ call: plainCall(wire, world) }), world.journal.isOn ? lengthOf(wire) : 0)
  const answer = after(reply(call, world, shake), (made) => {
    world.journal.answered(n, () => markOf(made))
    return made
  })
  return { n, answer }
}

/** Reads and places a call, as the way over the wire does. */
export function callOf(wire: Wire, world: World): PlacedCall {
  return placeCall(readCall(wire), world.graphNow)
}

/** A call that had to wait goes on, up to its end or to where it has to wait again. */
export function goOn(world: World, { n }: BegunCall, pause: Pause<Reply>, found: unknown): Paused<Reply> {
  const handshake = pause.kind === 'handshake' && { handshake: found as HandshakeAsData }
  world.journal.note(() => ({ goesOn: n ?? 0, ...handshake }))
  return pause.go(found)
}

/** @throws Refused */
export function enterHappening(world: World, name: string, params: Readonly<Record<string, unknown>>): unknown {
  const { journal } = world
  const length = journal.isOn ? JSON.stringify(params).length : 0
  const n = journal.note(() => ({ happens: name, with: structuredClone(params) }), length)
  try {
    const result = happenByHand(world, name, params) ?? null
    world.journal.answered(n, () => ({ status: 200, digest: digestOf(result) }))
    return result
  } catch (error) {
    if (error instanceof Refused) world.journal.answered(n, () => ({ status: 400, digest: digestOf(error.message) }))
    throw error
  }
}

export function enterFault(world: World, fault: Fault): void {
  world.journal.note(() => ({ fault }))
  world.faults.push(fault)
}

export function endFaults(world: World): void {
  world.journal.note(() => ({ endFaults: true }))
  world.faults.length = 0
}

/** The body of a delivery is to be posted once more. @returns the number of the new event */
export function enterRedelivery(world: World, { n, field, app: appId, url, body }: Delivery): number {
  world.journal.note(() => ({ redeliver: n }))
  return enqueue(world, [{ field, appId, url, body }])
}

function markOf({ status, headers, body }: Reply): ReplyMark {
  const shown = body instanceof WireFile ? { file: Buffer.from(body.bytes).toString('base64') } : (body ?? null)
  return { status, digest: digestOf([status, headers, shown]) }
}
