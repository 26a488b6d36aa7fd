import { createHmac } from 'node:crypto'
import { Agent, type ClientRequest, request as httpRequest, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { rootCertificates, type ConnectionOptions as SecureOptions } from 'node:tls'
import type { Bench, Wanted } from '../../contracts/receiver/bench.ts'
import { carry } from './carry.ts'
import { type Clock, realClock } from './clock.ts'

/** Connections at a time under load: what is more waits, and that counts as time of the receiver. */
const CONNECTIONS = 256

/** A bench that drives the receiver at one address over the network, until it is closed. */
export interface NetworkBench extends Bench {
  readonly close: () => void
}

/** Which certificates are taken, beside those that node trusts. */
export interface Trust {
  /** PEM. */
  readonly ca?: string
  /** Any is. */
  readonly insecure?: true
}

export function benchFor(target: URL, clock: Clock = realClock, { ca, insecure }: Trust = {}): NetworkBench {
  const isSafe = target.protocol === 'https:'
  const agent = new (isSafe ? HttpsAgent : Agent)({ keepAlive: true, maxSockets: CONNECTIONS })
  const open = new Set<ClientRequest>()
  const letGo = (): void => {
    for (const one of open) one.destroy()
    open.clear()
  }
  const start = (wanted: Wanted): ClientRequest => {
    const options: RequestOptions & SecureOptions = {
      method: wanted.method,
      headers: headersOf(wanted),
      agent: wanted.wire === 'reused' ? agent : false,
      // Node's own list is taken no longer where one is given.
      ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
      ...(insecure && { rejectUnauthorized: false }),
    }
    return (isSafe ? httpsRequest : httpRequest)(addressWith(target, wanted.query), options)
  }
  return {
    carry: (wanted) => carry(start(wanted), wanted, clock, (outgoing) => open.add(outgoing)),
    letGo,
    hmac: (algorithm, secret, body) => createHmac(algorithm, secret).update(body).digest('hex'),
    now: clock.now,
    pause: clock.pause,
    close: () => {
      letGo()
      agent.destroy()
    },
  }
}

/** The target's own query stays. */
function addressWith(target: URL, query: Wanted['query']): URL {
  const url = new URL(target)
  for (const [name, value] of query) url.searchParams.append(name, value)
  return url
}

function headersOf({ method, wire, body, headers }: Wanted): Record<string, string> {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  return {
    'User-Agent': 'facebookexternalua',
    Accept: '*/*',
    ...(method !== 'GET' && wire !== 'chunked' && length),
    ...(wire === 'expecting' && { Expect: '100-continue' }),
    ...headers,
  }
}
