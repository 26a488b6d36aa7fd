import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { ShakeHands } from './answer.ts'
import { type Call, placeCall, readCall } from './call.ts'
import { controlApp } from './control/app.ts'
import type { ControlGuard } from './control/guard.ts'
import { reply } from './graph.ts'
import { hasLegacyProtocol } from './legacy.ts'
import { readWire } from './wire.ts'
import type { World } from './world/world.ts'
import type { Worlds } from './worlds.ts'
import { type Asked, written } from './write.ts'

/** One Graph route and the control routes. */
export function createApp(worlds: Worlds, shake: ShakeHands, guard: ControlGuard): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/_mmgraph', controlApp(worlds, guard))
  app.all('*', (context) => graphRoute(context.req.raw, context.env, worlds, shake))
  return app
}

async function graphRoute(
  request: Request,
  env: Partial<HttpBindings> | undefined,
  worlds: Worlds,
  shake: ShakeHands,
): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request)
  const wire = await readWire(request, env?.incoming)
  const call = readCall(wire)
  const place = worlds.of(call.token, [call.params.client_id, ...call.segments.slice(0, 2)])
  if (!place) return noWorld()
  place.clock.follow()
  const answered = await reply(call, place.world, shake)
  // What the call set going leaves after its answer: a call never waits for a webhook.
  setImmediate(() => place.clock.kick())
  return written(answered, askedOf(call, wire, place.world))
}

/** What the caller wants of the form of the answer. */
function askedOf(call: Call, { header, rawMethod }: Awaited<ReturnType<typeof readWire>>, world: World): Asked {
  const legacy = hasLegacyProtocol(placeCall(call, world.graphNow), world)
  return {
    head: rawMethod === 'HEAD',
    read: call.method === 'GET',
    legacy,
    pretty: legacy && ['1', 'true'].includes(String(call.params.pretty)),
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
