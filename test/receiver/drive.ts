import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { duties } from '../../contracts/duties.ts'
import type { Answer, Bench, Wanted } from '../../contracts/receiver/bench.ts'
import type { Drive } from '../../contracts/receiver/drive.ts'
import { type Driven, driveReceiver } from '../../contracts/receiver.ts'
import { receiverLimits } from '../../contracts/receiver-limits.ts'
import { benchFor } from '../../emulator/receiver/bench.ts'
import { publishedEvents } from '../../emulator/receiver/published.ts'
import { stillClock } from './clock.ts'
import { type Box, healthy, type Parts, respond, SECRET, TOKEN } from './sample.ts'

/** A drive of all duties, with a load of some webhooks. */
export const usual: Drive = {
  title: 'http://127.0.0.1/webhooks',
  duties,
  skipped: new Map(),
  secret: SECRET,
  verifyToken: TOKEN,
  seed: 'test',
  at: Date.parse('2026-03-02T09:00:00Z'),
  published: publishedEvents(),
  limits: receiverLimits,
  rate: 1000,
  seconds: 0.2,
}

export function rulesOf({ report }: Driven): string[] {
  return [...new Set(report.findings.map(({ rule }) => rule))]
}

export type Carry = Bench['carry']

/** Drives a receiver of these parts without a network. `through` may change what comes back. */
export function driveParts(parts: Partial<Parts>, drive: Partial<Drive> = {}, through = direct): Promise<Driven> {
  const clock = stillClock()
  let isGone = false
  const crash = (): void => {
    isGone = true
  }
  const box: Box = { clock, told: new Set(), seen: [], count: 0, crash }
  const whole = { ...healthy, ...parts }
  const answer = (wanted: Wanted): Answer => {
    if (isGone) return { ...NO_ANSWER, failure: 'unreachable', reason: 'ECONNREFUSED' }
    if (wanted.wire.startsWith('half')) return { ...NO_ANSWER, failure: 'left' }
    const { method, query, headers, body, limit } = wanted
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    const start = clock.now()
    const pairs = query.map(([name, value]): [string, string] => [name, value])
    const asked = { method, query: new URLSearchParams(pairs), headers: lower, body: Buffer.from(body) }
    const reply = respond(whole, asked, box)
    const took = clock.now() - start
    if (took > limit) return { ...NO_ANSWER, failure: 'late', took }
    return { status: reply.status, body: reply.body ?? '', type: reply.type ?? '', took }
  }
  const bench: Bench = {
    carry: through((wanted) => Promise.resolve(answer(wanted))),
    letGo: () => undefined,
    hmac: (algorithm, secret, body) => createHmac(algorithm, secret).update(body).digest('hex'),
    now: clock.now,
    pause: clock.pause,
    count: () => Promise.resolve(box.count),
  }
  return driveReceiver({ ...usual, ...drive }, bench)
}

const NO_ANSWER = { status: 0, body: '', type: '', took: 0 }

export const direct = (carry: Carry): Carry => carry

/** What a planted bug does to requests before they are read. */
export type Serve = (request: IncomingMessage, response: ServerResponse, served: Served, next: () => void) => void

export interface Served {
  readonly server: Server
  readonly box: Box
}

/** Drives a receiver of these parts over the network of this machine. */
export async function driveServer(
  parts: Partial<Parts> = {},
  serve: Serve = (_request, _response, _served, next) => next(),
  drive: Partial<Drive> = {},
): Promise<Driven> {
  const clock = stillClock()
  const server = createServer()
  const crash = (): void => {
    server.closeAllConnections()
    server.close()
  }
  const box: Box = { clock, told: new Set(), seen: [], count: 0, crash }
  const served = { server, box }
  server.on('request', (request, response) => {
    serve(request, response, served, () => void answer({ ...healthy, ...parts }, request, response, box))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(crash)
  const bench = benchFor(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks?kept=1`), clock)
  const counting = { ...bench, count: () => Promise.resolve(box.count) }
  return driveReceiver({ ...usual, seconds: 0.002, ...drive }, counting).finally(bench.close)
}

/** A body that is broken off is no error of the receiver. */
export async function answer(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  box: Box,
): Promise<void> {
  const body = await buffer(request).catch(() => undefined)
  if (!body || response.headersSent) return
  const query = new URL(request.url ?? '/', 'http://sample').searchParams
  const { method = '', headers } = request
  const { status, body: text = '', type = 'text/plain' } = respond(parts, { method, query, headers, body }, box)
  response.writeHead(status, { 'Content-Type': type }).end(text)
}
