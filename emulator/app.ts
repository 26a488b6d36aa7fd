import { Hono } from 'hono'
import type { ShakeHands } from './answer.ts'
import { readCall, type WireBody } from './call.ts'
import { controlApp } from './control/app.ts'
import type { ControlGuard } from './control/guard.ts'
import { reply } from './graph.ts'
import type { Worlds } from './worlds.ts'

/** The most of a body that is read. */
const MOST_READ = 1_048_576

/** One Graph route and the control routes. */
export function createApp(worlds: Worlds, shake: ShakeHands, guard: ControlGuard): Hono {
  const app = new Hono()
  app.route('/_mmgraph', controlApp(worlds, guard))
  app.all('*', (context) => graphRoute(context.req.raw, worlds, shake))
  return app
}

async function graphRoute(request: Request, worlds: Worlds, shake: ShakeHands): Promise<Response> {
  const call = readCall({
    method: request.method,
    url: request.url,
    authorization: request.headers.get('authorization') ?? undefined,
    contentType: request.headers.get('content-type') ?? undefined,
    body: await readBody(request),
  })
  const place = worlds.of(call.token, [call.params.client_id, call.path[0]])
  if (!place) return noWorld()
  place.clock.follow()
  const { status, headers, body } = await reply(call, place.world, shake)
  // What the call set going leaves after its answer: a call never waits for a webhook.
  setImmediate(() => place.clock.kick())
  return new Response(JSON.stringify(body), { status, headers: { ...headers } })
}

function noWorld(): Response {
  const body = { mmgraph: 'no-world', message: 'There is no world; POST /_mmgraph/worlds {"world": NAME} makes one.' }
  return Response.json(body, { status: 503, headers: { 'x-mmgraph': 'no-world' } })
}

async function readBody(request: Request): Promise<WireBody> {
  if (!request.body) return { kind: 'text', text: '' }
  const bytes = await readUpTo(request.body, MOST_READ)
  if (!bytes) return { kind: 'too-large', limit: MOST_READ }
  const contentType = request.headers.get('content-type') ?? ''
  return (await readMultipart(bytes, contentType)) ?? { kind: 'text', text: bytes.toString('utf8') }
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength
    if (length > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The text fields of a multipart body; a body that is none of its kind is left to be refused as text. */
async function readMultipart(bytes: Buffer, contentType: string): Promise<WireBody | undefined> {
  if (!/^multipart\/form-data/i.test(contentType)) return undefined
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
    return { kind: 'form', fields: Object.fromEntries(fields) }
  } catch {
    return undefined
  }
}
