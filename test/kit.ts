import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import request, { type Response } from 'supertest'
import { expect, onTestFinished } from 'vitest'
import { check } from '../contracts/check.ts'
import { checkWebhook } from '../contracts/check-webhook.ts'
import { operations } from '../contracts/operations.ts'
import type { WorldView } from '../emulator/control/world-view.ts'
import { viewOf } from '../emulator/control/world-view.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../emulator/emulator.ts'
import { serverFor } from '../emulator/server.ts'
import type { WorldFile } from '../emulator/world/file.ts'
import { readWorld } from '../emulator/world/load.ts'
import type { World } from '../emulator/world/world.ts'

/** What a test says of a Graph call. */
export interface CallOptions {
  /** Name of a token of the world, or a token. */
  readonly as?: string | undefined
  readonly query?: Record<string, string>
  readonly body?: object | string
  readonly headers?: Record<string, string>
  readonly version?: string
}

/** One emulator with one world, spoken to over HTTP. Every reply is held to the contract of its operation. */
export interface Kit extends WorldView {
  readonly emulator: Emulator
  readonly server: Server
  /** The state behind it, to look at: tests change it only over HTTP. */
  readonly world: () => World
  readonly graph: (method: 'GET' | 'POST' | 'DELETE', path: string, options?: CallOptions) => Promise<Response>
  readonly control: (method: 'get' | 'post' | 'delete', path: string, body?: object) => Promise<Response>
  readonly happens: (name: string, params: object) => Promise<Response>
  readonly advance: (by: string) => Promise<Response>
}

/** Starts an emulator with a shipped world, or with a changed copy of one. */
export function emulate(
  world = 'partner-with-obo-client',
  change: (file: Mutable<WorldFile>) => void = () => undefined,
  options: EmulatorOptions = {},
): Kit {
  const emulator = createEmulator(options)
  const file = structuredClone(readWorld(world).file) as Mutable<WorldFile>
  change(file)
  const place = emulator.worlds.create(world, file)
  return kitFor(emulator, viewOf(place.world))
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object | undefined ? Mutable<T[K]> : T[K] }

export function kitFor(emulator: Emulator, view: WorldView): Kit {
  const server = serverFor(emulator)
  onTestFinished(() => emulator.close())
  const world = (): World => need(emulator.worlds.get(view.id)).world
  const control: Kit['control'] = (method, path, body) => {
    const call = request(server)[method](`/_mmgraph/${path}`)
    return body ? call.send(body) : call
  }
  return {
    ...view,
    emulator,
    server,
    world,
    control,
    graph: (method, path, options) => graphCall(server, view, world, method, path, options),
    happens: (name, params) => control('post', `worlds/${view.id}/happenings`, { name, with: params }),
    advance: (by) => control('post', `worlds/${view.id}/clock`, { advance: by }),
  }
}

async function graphCall(
  server: Server,
  view: WorldView,
  world: () => World,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { as = 'partner_system_user', query = {}, body, headers = {}, version = 'v24.0' }: CallOptions = {},
): Promise<Response> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => need(view.names[name]))
  const token = as === '' ? undefined : (view.tokens[as] ?? as)
  const verb = method.toLowerCase() as 'get' | 'post' | 'delete'
  const call = request(server)
    [verb](version ? `/${version}${filled}` : filled)
    .query(query)
  if (token) call.set('Authorization', `Bearer ${token}`)
  const response = await call.set(headers).send(body)
  holdToContract(world(), method, filled, response)
  return response
}

/** Finds the contract that the reply says it is about, and holds the exchange to it. */
export function holdToContract(world: World, method: string, path: string, { headers, status, body }: Response): void {
  const [name] = (headers['x-mmgraph-contract'] ?? '').split(';')
  const contract = operations.find((operation) => operation.name === name)
  if (!contract || status === 501) return
  expect(check({ at: world.now, method, path, params: {}, status, reply: body }, contract)).toEqual([])
}

/** A webhook receiver on loopback: shakes hands when the token is right, and keeps what it was posted. */
export interface Receiver {
  readonly url: string
  readonly posts: Post[]
  readonly handshakes: Record<string, string>[]
  /** Answers of the next posts; 200 when there is none left. */
  readonly answers: number[]
}

export interface Post {
  readonly headers: IncomingHttpHeaders
  /** The bytes as they came. */
  readonly raw: string
  readonly json: { object: string; entry: { id: string; time: number; changes: { field: string; value: unknown }[] }[] }
}

export async function receive(verifyToken = 'let-me-in'): Promise<Receiver> {
  const posts: Post[] = []
  const handshakes: Record<string, string>[] = []
  const answers: number[] = []
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://receiver')
    if (incoming.method === 'GET') {
      const query = Object.fromEntries(url.searchParams)
      handshakes.push(query)
      const right = query['hub.verify_token'] === verifyToken
      outgoing.writeHead(right ? 200 : 403).end(right ? query['hub.challenge'] : 'no')
      return
    }
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const raw = Buffer.concat(parts).toString('latin1')
      posts.push({ headers: incoming.headers, raw, json: JSON.parse(raw) })
      outgoing.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/webhooks`, posts, handshakes, answers }
}

/** What an account_update says: the value of its one change. */
export function changeOf(post: Post): { event: string; waba_info: { waba_id: string; owner_business_id: string } } {
  return need(post.json.entry[0]?.changes[0]).value as ReturnType<typeof changeOf>
}

/** Subscribes a callback of the app to webhooks, and says that it worked. */
export async function subscribe(
  kit: Kit,
  receiver: Receiver,
  app = 'app',
  fields: readonly string[] = ['account_update'],
  version = 'v24.0',
): Promise<void> {
  const response = await kit.graph('POST', `/{${app}}/subscriptions`, {
    as: app,
    version,
    body: {
      object: 'whatsapp_business_account',
      callback_url: receiver.url,
      verify_token: 'let-me-in',
      fields,
    },
  })
  // A text under the ruling subscription-reply.
  expect(String(response.body.success)).toBe('true')
}

/** What a receiver was told of one field, each value held to its contract: newest last. */
export function told<V = Record<string, unknown>>(receiver: Receiver, field = 'messages'): V[] {
  const changes = receiver.posts.flatMap(({ json }) => json.entry.flatMap((entry) => entry.changes))
  const values = changes.filter((change) => change.field === field).map(({ value }) => value)
  for (const value of values) expect(checkWebhook(field, value)).toMatchObject({ problems: [] })
  return values as V[]
}

export function hmac(key: string, message: string, algorithm = 'sha256'): string {
  return createHmac(algorithm, key).update(message).digest('hex')
}

/** The value, or a failed test. */
export function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a value that the test needs is not there')
  return value
}
