import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { ShakeHands } from './answer.ts'
import { textOf } from './body.ts'
import { type Call, type PlacedCall, placeCall } from './call.ts'
import { CallMemory } from './call-memory.ts'
import { controlApp } from './control/app.ts'
import type { ControlGuard } from './control/guard.ts'
import { type Reply, reply } from './graph.ts'
import { type ReadWire, readWire } from './wire.ts'
import type { Worlds } from './worlds.ts'
import { type Asked, written } from './write.ts'

export type Answer = (request: Request, env?: Partial<HttpBindings>) => Response | Promise<Response>

/**
 * The control routes under `/_mmgraph`, and Graph everywhere else. Graph has one route, which needs no router: what a
 * path means depends on what its id names.
 */
export function createApp(worlds: Worlds, shake: ShakeHands, guard: ControlGuard): Answer {
  const calls = new CallMemory((token) => worlds.gave(token))
  const control = new Hono().route('/_mmgraph', controlApp(worlds, guard))
  return (request, env = {}) => {
    const isControl = /^\w+:\/\/[^/]+\/_mmgraph(?:[/?]|$)/.test(request.url)
    return isControl ? control.fetch(request, env) : graphRoute(request, env, calls, worlds, shake)
  }
}

/** A call without a body is answered at once; one with a body when that was read. */
function graphRoute(
  request: Request,
  env: Partial<HttpBindings>,
  calls: CallMemory,
  worlds: Worlds,
  shake: ShakeHands,
): Response | Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request)
  const wire = readWire(request, env.incoming)
  const answer = (read: ReadWire): Response | Promise<Response> => answerWire(read, calls.read(read), worlds, shake)
  return wire instanceof Promise ? wire.then(answer) : answer(wire)
}

function answerWire(wire: ReadWire, call: Call, worlds: Worlds, shake: ShakeHands): Response | Promise<Response> {
  const place = worlds.of(call.token, [call.params.client_id, ...call.segments.slice(0, 2)])
  if (!place) return noWorld()
  place.clock.follow()
  const placed = placeCall(call, place.world.graphNow)
  const write = (answered: Reply): Response => {
    // What the call set going leaves after its answer: a call never waits for a webhook.
    if (place.clock.hasWork()) setImmediate(() => place.clock.kick())
    return written(answered, askedOf(placed, wire))
  }
  const answered = reply(placed, place.world, shake)
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

function noWorld(): Response {
  const body = { mmgraph: 'no-world', message: 'There is no world; POST /_mmgraph/worlds {"world": NAME} makes one.' }
  return Response.json(body, { status: 503, headers: { 'x-mmgraph': 'no-world' } })
}
