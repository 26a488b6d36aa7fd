import { createHmac, timingSafeEqual } from 'node:crypto'
import type { StillClock } from './clock.ts'

export const SECRET = 'secret-of-the-sample'
export const TOKEN = 'token-of-the-sample'

export interface Asked {
  readonly method: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export interface Reply {
  readonly status: number
  readonly body?: string
  readonly type?: string
}

/** A webhook, as far as receivers look at it. */
export interface Webhook {
  readonly entry: readonly { readonly id: string; readonly changes: readonly Change[] }[]
}

export interface Change {
  readonly field: string
  readonly value: Value
}

export interface Value {
  readonly event?: string
  readonly metadata?: { readonly phone_number_id: string }
  readonly statuses?: readonly Item[]
  readonly messages?: readonly Item[]
}

export interface Item {
  readonly id: string
  readonly status?: string
  readonly type?: string
  readonly timestamp: string
  readonly pricing?: object
}

/** What a sample receiver remembers. */
export interface Box {
  readonly clock: StillClock
  /** What it dealt with. */
  readonly told: Set<string>
  /** The bodies that it took. */
  readonly seen: string[]
  count: number
  /** Ends it, as a process ends whose error nobody caught. */
  readonly crash: () => void
}

/** The parts of a receiver. A planted bug is another one of them. */
export interface Parts {
  readonly methods: readonly string[]
  /** Bytes of the largest body. */
  readonly largest: number
  readonly handshake: (asked: Asked) => Reply
  readonly isSigned: (asked: Asked) => boolean
  /** Called with what is rightly signed, before it is read. */
  readonly before: (asked: Asked, box: Box) => Reply | undefined
  readonly read: (body: Buffer, box: Box) => Webhook | undefined
  /** A reply other than 200, or what it throws where nobody catches it. */
  readonly take: (webhook: Webhook, box: Box, body: Buffer) => Reply | undefined
  readonly tell: (webhook: Webhook, box: Box) => void
}

export const healthy: Parts = {
  methods: ['POST'],
  largest: 3 * 1024 * 1024,
  handshake: ({ query }) => {
    const isKnown = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === TOKEN
    return isKnown ? { status: 200, body: query.get('hub.challenge') ?? '', type: 'text/plain' } : { status: 403 }
  },
  isSigned: ({ body, headers }) => {
    const [, digits] = /^sha256=([0-9a-f]{64})$/i.exec(String(headers['x-hub-signature-256'])) ?? []
    return digits !== undefined && timingSafeEqual(Buffer.from(digits, 'hex'), digest(body))
  },
  before: () => undefined,
  read: (body) => {
    try {
      const webhook = JSON.parse(body.toString())
      const isOne = webhook?.entry?.every?.((entry: Webhook['entry'][number] | null) =>
        entry?.changes?.every(({ value }) => value),
      )
      return isOne ? webhook : undefined
    } catch {
      return undefined
    }
  },
  take: () => undefined,
  tell: (webhook, box) => {
    for (const item of itemsIn(changesIn(webhook))) {
      const key = `${item.id} ${item.status}`
      if (!box.told.has(key)) box.count += 1
      box.told.add(key)
    }
  },
}

export function digest(body: Buffer | string, secret = SECRET): Buffer {
  return createHmac('sha256', secret).update(body).digest()
}

export function changesIn({ entry }: Webhook): Change[] {
  return entry.flatMap(({ changes }) => changes)
}

export function itemsIn(changes: readonly Change[]): Item[] {
  return changes.flatMap(({ value }) => [...(value.statuses ?? []), ...(value.messages ?? [])])
}

/** What a receiver of these parts answers. Errors that nobody catches are a 500, as frameworks do. */
export function respond(parts: Parts, asked: Asked, box: Box): Reply {
  try {
    if (asked.method === 'GET') return parts.handshake(asked)
    return post(parts, asked, box)
  } catch {
    return { status: 500 }
  }
}

function post(parts: Parts, asked: Asked, box: Box): Reply {
  if (!parts.methods.includes(asked.method)) return { status: 405 }
  if (asked.body.length > parts.largest) return { status: 413 }
  if (!parts.isSigned(asked)) return { status: 401 }
  const early = parts.before(asked, box)
  if (early) return early
  const webhook = parts.read(asked.body, box)
  if (!webhook) return { status: 400 }
  const late = parts.take(webhook, box, asked.body)
  if (late) return late
  box.seen.push(asked.body.toString())
  parts.tell(webhook, box)
  return { status: 200 }
}
