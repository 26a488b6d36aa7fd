import { isDeepStrictEqual } from 'node:util'
import type { Act, Answer, Deed, Handshake, Meanwhile, Session } from '../../scenarios/record/session.ts'
import type { ChooseWait } from '../../scenarios/record/waits.ts'
import { viewOf } from '../control/world-view.ts'
import { happenings } from '../happenings.ts'
import { WireFile } from '../model/uploaded-file.ts'
import type { HandshakeAsData, JournalRow } from '../world/input.ts'
import type { World } from '../world/world.ts'
import type { JournalDocument } from './document.ts'
import { wireOf } from './plain-call.ts'
import { type Answered, Replay } from './replay.ts'
import { Timeline } from './timeline.ts'

interface Making {
  readonly n: number
  act: Act
  after: Meanwhile
  /** A call under way is not answered yet. */
  answered: boolean
  /** A fault that was taken back, or used up by then. */
  ended?: true
}

/** A journal that is being read. */
interface Reading {
  readonly replay: Replay
  readonly timeline: Timeline
  readonly made: Making[]
  readonly leftOut: string[]
}

/**
 * What a tester did, read off a journal: what each deed was answered with, and what came between them.
 * @param choose how long is waited between two deeds
 * @throws CannotCome where the journal is of another world
 */
export async function sessionOf({ header, rows, footer }: JournalDocument, choose: ChooseWait): Promise<Session> {
  const replay = Replay.of(header)
  const { id, names, people, tokens, secrets } = structuredClone(viewOf(replay.world))
  const pins = replay.world.list('WhatsAppBusinessAccountToNumberCurrentStatus').flatMap(({ pin }) => pin ?? [])
  const begins: Making = { n: 0, act: { kind: 'fault', fault: {} }, after: { wait: 0, webhooks: [] }, answered: true }
  const reading = { replay, timeline: new Timeline(replay, choose), made: [begins], leftOut: [] }
  for (const row of rows) await enter(row, reading)
  reading.timeline.workOff(footer.end.begun)
  close(reading, reading.timeline.end(footer.end.at))
  return {
    opening: { id, names, people, tokens, secrets, file: { ...header.world }, pins },
    before: begins.after,
    deeds: reading.made.slice(1).flatMap((made) => deedOf(made, reading)),
    callbacks: reading.timeline.answers,
    leftOut: reading.leftOut,
  }
}

async function enter(row: JournalRow, reading: Reading): Promise<void> {
  const { replay, timeline, made } = reading
  timeline.workOff(row.begun ?? 0)
  const act = actOf(row, reading)
  if (act) {
    close(reading, timeline.deed(row.at))
    made.push({ n: row.n, act, after: { wait: 0, webhooks: [] }, answered: act.kind !== 'call' })
  } else note(row, reading)
  const answered = await replay.enter({ ...row, begun: 0 })
  timeline.entered()
  if (!('outcome' in row)) take(answered, reading)
}

/** What came since the deed before. */
function close({ made }: Reading, meanwhile: Meanwhile): void {
  const last = made.at(-1)
  if (last) last.after = meanwhile
}

function deedOf({ n, act, after, answered }: Making, { leftOut }: Reading): Deed[] {
  if (answered) return [{ n, act, after }]
  leftOut.push(`input ${n}: the call had no answer yet`)
  return []
}

const METHODS: Readonly<Record<string, string>> = { GET: 'GET', HEAD: 'GET', POST: 'POST', DELETE: 'DELETE' }

/** What was done, where a step can say it. Before it takes effect: names of tokens are those of this moment. */
function actOf(row: JournalRow, { replay, leftOut }: Reading): Act | undefined {
  if ('fault' in row) return { kind: 'fault', fault: { ...row.fault } }
  if ('happens' in row) {
    const { contract } = happenings.find((one) => one.contract.name === row.happens) ?? {}
    return { kind: 'happens', name: row.happens, with: row.with, says: contract?.says }
  }
  if (!('call' in row)) return undefined
  const { url, contentType, body } = row.call
  const method = METHODS[row.call.method]
  if (method === undefined) {
    leftOut.push(`input ${row.n}: no step makes a call by ${row.call.method}`)
    return undefined
  }
  const { authorization } = wireOf(row.call, replay.world)
  return { kind: 'call', call: { method, url, authorization, contentType, body }, answer: NO_ANSWER }
}

const NO_ANSWER: Answer = { status: 0, body: undefined, way: 'none' }

/** What is no deed, before it takes effect. */
function note(row: JournalRow, { replay, timeline, made, leftOut }: Reading): void {
  if ('redeliver' in row) {
    timeline.ignore(replay.world.events + 1)
    leftOut.push(`input ${row.n}: no step posts a webhook once more`)
  }
  if ('outcome' in row) timeline.landed(row.outcome.of, row.outcome.status)
  if ('endFaults' in row) endFaults(replay.world, made)
  if ('goesOn' in row && row.handshake) {
    const asked = made.find(({ n }) => n === row.goesOn)
    if (asked?.act.kind === 'call') asked.act = { ...asked.act, handshake: handshakeOf(row.handshake) }
  }
}

/** What of a fault met nobody was not asked for, as it was taken back. Of those that are alike the oldest are met first. */
function endFaults({ faults }: World, made: readonly Making[]): void {
  const asked = made.filter(({ act, ended }) => act.kind === 'fault' && !ended)
  for (const { times: left, ...fault } of faults.toReversed()) {
    const found = asked.findLast(({ act, ended }) => !ended && isAlike(act, fault))
    if (!found) continue
    found.ended = true
    found.act = { kind: 'fault', fault: { ...fault, times: timesOf(found.act) - left } }
  }
  for (const one of asked) one.ended = true
}

function isAlike(act: Act, fault: object): boolean {
  if (act.kind !== 'fault') return false
  const { times: _, ...rest } = act.fault
  return isDeepStrictEqual(rest, fault)
}

const timesOf = (act: Act): number => (act.kind === 'fault' ? Number(act.fault.times) : 0)

function handshakeOf({ challenge, outcome: { status, body }, refused }: HandshakeAsData): Handshake {
  if (refused !== undefined) return 'closed'
  if (status === 0) return 'gone'
  if (status !== 200) return 'refuses'
  return body === challenge ? 'shakes' : 'mute'
}

/** What came of an input. */
function take({ of, reply }: Answered, { replay, made }: Reading): void {
  const of_ = made.findLast(({ n }) => n === of)
  if (!of_ || !reply) return
  of_.answered = true
  if (of_.act.kind === 'call') of_.act = { ...of_.act, answer: answerOf(replay.world, reply) }
  if (of_.act.kind === 'happens') {
    of_.act = reply.status === 200 ? { ...of_.act, result: reply.body } : { ...of_.act, refused: String(reply.body) }
  }
}

/** A call and its exchange end at the same moment. */
function answerOf({ exchanges }: World, { status, body }: NonNullable<Answered['reply']>): Answer {
  const { error, operation, fault = '' } = exchanges.list().at(-1) ?? {}
  const way = fault.startsWith('drop') ? 'none' : fault === 'truncate' ? 'cut' : undefined
  const isFile = body instanceof WireFile
  return { status, body: isFile ? undefined : plain(body), error, operation, ...(way && { way }) }
}

/** As a caller reads it. */
function plain(body: unknown): unknown {
  const text = JSON.stringify(body)
  return text === undefined ? undefined : JSON.parse(text)
}
