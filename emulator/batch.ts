import { lenientJson } from '../contracts/lenient-json.ts'
import { wireText } from '../contracts/wire-text.ts'
import { isRecord, textOf } from './body.ts'
import { type Call, type PlacedCall, readCall } from './call.ts'
import { fail } from './failure.ts'
import type { Reply } from './graph.ts'
import { resolveReferences } from './json-path.ts'
import { after, inTurn, type Paused } from './pause.ts'
import { authenticate } from './session.ts'
import type { World } from './world/world.ts'

/** One part of a batch, as it was asked for. */
interface Part {
  readonly method: string
  readonly relative_url: string
  readonly name?: string
  readonly body?: string
  readonly depends_on?: string
  readonly omit_response_on_success?: boolean
  readonly access_token?: string
  readonly headers?: unknown
}

/** The answer to one part; null: left out, or not to be had because what it depends on failed. */
type PartReply = { code: number; headers?: { name: string; value: string }[]; body: string } | null

type AnswerPart = (call: Call) => Paused<Reply>

/** Most that one batch may have. @see sources graph-batch */
const MOST = 50

/** `POST /` (or `/me`) with a `batch` parameter. */
export function isBatch(call: PlacedCall): boolean {
  const atRoot = call.path.length === 0 || (call.path.length === 1 && call.path[0] === 'me')
  return call.method === 'POST' && atRoot && call.params.batch !== undefined
}

/**
 * Answers each part in order; a part fails alone.
 * @throws Failure batch_too_large, batch_dependency_unknown, batch_invalid, and whatever is wrong with the token
 * @see sources graph-batch
 */
export function answerBatch(call: PlacedCall, world: World, answer: AnswerPart): Paused<PartReply[]> {
  if (call.problem) throw call.problem
  authenticate(call, world)
  const parts = readParts(call.params.batch)
  parts.forEach(checkDependencies)
  const withHeaders = !['false', '0'].includes(textOf(call.params.include_headers) ?? '')
  const done = new Map<string, Reply>()
  return inTurn(parts, (part) =>
    after(answerPart(call, part, done, answer), (reply) => {
      if (part.name && reply) done.set(part.name, reply)
      return reply && shown(part, reply, parts, withHeaders)
    }),
  )
}

const TEXTS = ['method', 'relative_url', 'name', 'body', 'depends_on', 'access_token'] as const

/** @throws Failure batch_invalid, batch_too_large */
function readParts(batch: unknown): Part[] {
  const list = typeof batch === 'string' ? lenientJson(batch) : batch
  if (!Array.isArray(list)) return fail('batch_invalid', 'batch is no list of requests', { problem: 'not a list' })
  if (list.length > MOST) fail('batch_too_large', `the batch has ${list.length} requests; ${MOST} are allowed`)
  return list.map(readPart)
}

function readPart(part: unknown, at: number): Part {
  const wrong = (why: string): never => fail('batch_invalid', `request ${at} ${why}`, { problem: `request ${at}` })
  if (!isRecord(part)) return wrong('is no object')
  const odd = TEXTS.find((name) => part[name] !== undefined && part[name] !== null && typeof part[name] !== 'string')
  if (odd) return wrong(`has a ${odd} that is no text`)
  if (typeof part.relative_url !== 'string') return wrong('has no relative_url')
  return part as unknown as Part
}

/** Every name that a part builds on must be that of an earlier one, before any part has had its effect. */
function checkDependencies(part: Part, at: number, parts: readonly Part[]): void {
  const unknown = neededBy(part).find((name) => !parts.slice(0, at).some((earlier) => earlier.name === name))
  if (unknown === undefined) return
  const why = `request ${at} depends on ${unknown}, which no earlier request is called`
  fail('batch_dependency_unknown', why, { at, name: unknown })
}

function neededBy(part: Part): string[] {
  return [...(part.depends_on ? [part.depends_on] : []), ...referencesOf(part)]
}

/** Null when something that the part depends on failed, or was itself left out for that. */
function answerPart(
  batch: PlacedCall,
  part: Part,
  done: ReadonlyMap<string, Reply>,
  answer: AnswerPart,
): Paused<Reply | null> {
  if (neededBy(part).some((name) => done.get(name)?.status !== 200)) return null
  const resolve = (text: string): string => resolveReferences(text, (name) => done.get(name)?.body)
  const call = readCall(wireOf(batch, part, resolve(part.relative_url), resolve(part.body ?? '')))
  // A batch holds no batch: without the parameter the part is a call of the bare root.
  const { batch: _, ...params } = call.params
  return answer({ ...call, params })
}

function referencesOf({ relative_url, body = '' }: Part): string[] {
  return [...`${relative_url}&${body}`.matchAll(/\{result=([^:}]+):/g)].map(([, name = '']) => name)
}

/** A part as if it had come alone: on the same host, in the version and with the token of the batch where it has none. */
function wireOf(batch: PlacedCall, part: Part, relative: string, body: string): Parameters<typeof readCall>[0] {
  const path = relative.replace(/^\/+/, '')
  const versioned = /^v\d+\.\d+(\/|$)/.test(path) || !batch.asked ? path : `${batch.asked}/${path}`
  const token = part.access_token ?? batch.token
  return {
    method: (part.method ?? 'GET').toUpperCase(),
    url: new URL(`/${versioned}`, batch.url).href,
    authorization: token && `Bearer ${token}`,
    contentType: 'application/x-www-form-urlencoded',
    body: { kind: 'text', text: body },
  }
}

/** What a part is answered with; a named part that others build on is left out when it succeeded. */
function shown(part: Part, { status, headers, body }: Reply, parts: readonly Part[], withHeaders: boolean): PartReply {
  const omit = part.omit_response_on_success ?? isBuiltOn(part, parts)
  if (omit && status === 200) return null
  const list = Object.entries(headers).map(([name, value]) => ({ name, value }))
  return { code: status, ...(withHeaders && { headers: list }), body: wireText(body) }
}

function isBuiltOn({ name }: Part, parts: readonly Part[]): boolean {
  return name !== undefined && parts.some((other) => other.depends_on === name || referencesOf(other).includes(name))
}
