import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { ShakeHands } from './answer.ts'
import { textOf } from './body.ts'
import { type Call, type PlacedCall, placeCall } from './call.ts'
import { CallMemory } from './call-memory.ts'
import { controlApp } from './control/app.ts'
import type { ControlGuard } from './control/guard.ts'
import { type Faulty, isFaulty, type Later, toFaultyResponse, toFaultySocket } from './faulty-answer.ts'
import type { Reply } from './graph.ts'
import { WORLD_HEADER } from './headers.ts'
import { enterCall } from './inputs.ts'
import { SIGNUP_PATH, signupApp } from './signup/app.ts'
import { NOT_KEPT, notKeptMessage } from './state/not-kept.ts'
import { BrokenOff, type ReadWire, readSocket, readWire } from './wire.ts'
import type { Worlds } from './worlds.ts'
import { type Asked, toResponse, toSocket, type Written, written } from './write.ts'

/** Graph and its control API, for those who come with a Request and for those who come over a socket. */
export interface App {
  readonly fetch: (request: Request, env?: Partial<HttpBindings>) => Response | Promise<Response>
  /** Answers a call of Graph that came over a socket, without making a Request and a Response of it. */
  readonly handle: (incoming: IncomingMessage, outgoing: ServerResponse, url: string) => void
}

/**
 * The control routes under `/_mmgraph`, and Graph everywhere else. Graph has one route, which needs no router: what a
 * path means depends on what its id names.
 * @param later holds back the answers that a test wants late
 * @param kept is waited for before the answer to what changes a world
 */
export function createApp(worlds: Worlds, shake: ShakeHands, guard: ControlGuard, later: Later, kept?: Kept): App {
  const calls = new CallMemory((token) => worlds.gave(token))
  const control = new Hono().route('/_mmgraph', controlApp(worlds, guard, kept))
  const signup = signupApp(worlds, guard)
  const answered: AnswerWire = (read) => answerWire(read, calls.read(read), worlds, shake)
  const answer = kept ? whenKept(answered, kept) : answered
  return {
    fetch: (request, env = {}) => {
      if (CONTROL.test(request.url)) return control.fetch(request, env)
      const isPage = SIGNUP_PATH.test(new URL(request.url).pathname)
      return isPage ? signup.fetch(request, env as HttpBindings) : graphRoute(request, env, answer, later)
    },
    handle: (incoming, outgoing, url) => graphSocket(readSocket(incoming, url), outgoing, answer, later),
  }
}

/** When all that changed so far is kept. */
export type Kept = () => Promise<void>

/** What is answered to a change is true after a crash as well; where it cannot be kept, it is not acknowledged. */
function whenKept(answer: AnswerWire, kept: Kept): AnswerWire {
  return async (read) => {
    const done = await answer(read)
    if (read.rawMethod === 'GET' || read.rawMethod === 'HEAD') return done
    return kept().then(
      () => done,
      (error) => notKept(error),
    )
  }
}

function notKept(error: Error): Written {
  const body = { mmgraph: NOT_KEPT, message: notKeptMessage(error) }
  const headers = { 'content-type': 'application/json', 'x-mmgraph': NOT_KEPT }
  return { status: 503, headers, body: JSON.stringify(body) }
}

const CONTROL = /^\w+:\/\/[^/]+\/_mmgraph(?:[/?]|$)/

type AnswerWire = (read: ReadWire) => Written | Promise<Written>

/** A call without a body is answered at once; one with a body when that was read. */
async function graphRoute(
  request: Request,
  env: Partial<HttpBindings>,
  answer: AnswerWire,
  later: Later,
): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request)
  const done = await answer(await readWire(request, env.incoming))
  return isFaulty(done) ? faultyRoute(request, env, done, later) : toResponse(done)
}

/** Where there is a socket, what is to happen on the wire happens there. */
function faultyRoute(
  request: Request,
  { outgoing }: Partial<HttpBindings>,
  done: Faulty,
  later: Later,
): Promise<Response> | Response {
  if (!outgoing) return toFaultyResponse(done, later, request.signal)
  toFaultySocket(outgoing as ServerResponse, done, later)
  return RESPONSE_ALREADY_SENT
}

function graphSocket(
  wire: ReadWire | Promise<ReadWire>,
  outgoing: ServerResponse,
  answer: AnswerWire,
  later: Later,
): void {
  const send = (done: Written): void =>
    isFaulty(done) ? toFaultySocket(outgoing, done, later) : toSocket(outgoing, done)
  const go = (read: ReadWire): void | Promise<void> => {
    const done = answer(read)
    return done instanceof Promise ? done.then(send) : send(done)
  }
  const broke = (error: unknown): void => breakOff(error, outgoing)
  if (wire instanceof Promise) {
    wire.then(go).catch(broke)
    return
  }
  try {
    const sent = go(wire)
    if (sent) sent.catch(broke)
  } catch (error) {
    broke(error)
  }
}

/** The caller went away while its body was read, and nobody is there to answer; anything else is our bug. */
function breakOff(error: unknown, outgoing: ServerResponse): void {
  if (!(error instanceof BrokenOff)) console.error(error)
  outgoing.destroy()
}

function answerWire(wire: ReadWire, call: Call, worlds: Worlds, shake: ShakeHands): Written | Promise<Written> {
  const named = wire.header(WORLD_HEADER)
  const place = named ? worlds.get(named) : worlds.of(call.token, [call.params.client_id, ...call.segments.slice(0, 2)])
  if (!place) return noWorld(named)
  place.clock.follow()
  const placed = placeCall(call, place.world.graphNow)
  const write = (answered: Reply): Written | Promise<Written> => {
    // What the call set going leaves after its answer: a call never waits for a webhook.
    if (place.clock.hasWork()) setImmediate(() => place.clock.kick())
    return written(answered, askedOf(placed, wire))
  }
  const answered = enterCall(placed, wire, place.world, shake)
  return answered instanceof Promise ? answered.then(write) : write(answered)
}

/** What the caller wants of the form of the answer. */
function askedOf(call: PlacedCall, { header, rawMethod }: ReadWire): Asked {
  const { legacy } = call
  return {
    head: rawMethod === 'HEAD',
    read: call.method === 'GET',
    legacy,
    pretty: legacy && ['1', 'true'].includes(textOf(call.params.pretty) ?? ''),
    ifNoneMatch: header('if-none-match'),
    acceptEncoding: header('accept-encoding'),
  }
}

/** Browsers ask before they call; Graph lets every page call it. */
function preflight(request: Request): Response {
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
    'access-control-max-age': '86400',
  }
  return new Response(null, { status: 200, headers })
}

function noWorld(named = ''): Written {
  const none = named ? `${WORLD_HEADER}: there is no world '${named}'` : 'There is no world'
  const body = { mmgraph: 'no-world', message: `${none}; POST /_mmgraph/worlds {"world": NAME} makes one.` }
  const headers = { 'content-type': 'application/json', 'x-mmgraph': 'no-world' }
  return { status: 503, headers, body: JSON.stringify(body) }
}
