import type { Exchange } from '../../contracts/check.ts'
import type { TokenPlace } from '../../contracts/history.ts'
import { redact } from '../../contracts/redact.ts'

/** One try to post a webhook and what came of it. `status` 0: nobody answered, and `error` says why. */
export interface Delivery {
  readonly n: number
  readonly at: number
  readonly event: number
  readonly field: string
  readonly app: string
  readonly url: string
  readonly attempt: number
  /** How many Graph calls had come when it was answered: it tells what a caller could know. */
  readonly calls: number
  /** How long the receiver took, in milliseconds; absent where the clock stood still. */
  readonly took?: number
  /** A retry for another app that this one got too. */
  readonly copy?: true
  readonly status: number
  readonly error?: string
  readonly body: string
  /** Its headers that sign the body. */
  readonly signatures: Readonly<Record<string, string>>
  /** What a test asked for: it came twice, late or after the one behind it. */
  readonly fault?: 'duplicated' | 'disordered' | 'delayed'
  /** When the next try is due; absent when it was taken, or given up. */
  readonly retryAt?: number
}

/** One call as it is kept: secrets out, and with what the reply's x-mmgraph headers said. */
export interface KeptExchange extends Exchange {
  readonly n: number
  /** `x-fb-request-id` of the reply. */
  readonly trace: string
  readonly operation: string | undefined
  readonly as: string | undefined
  readonly error: string | undefined
  readonly why: string | undefined
  readonly source: string | undefined
  /** Where the token stood that counted; absent where none was sent. */
  readonly tokenIn?: TokenPlace
  /** A name for the token that does not tell it: calls with the same token have the same. */
  readonly token?: string
  /** It is one of several in one. */
  readonly part?: true
  /** The minutes after which a refused caller may call again, as its usage header said. */
  readonly regain?: number
  /** What a test asked for on the wire: `drop after`, `page 502`. The caller had no answer where the status is 0. */
  readonly fault?: string
  /** A test asked for its error: the caller did nothing wrong. */
  readonly injected?: true
  /** Its secrets are taken out when it is shown. */
  readonly raw?: true
}

/** An exchange as it may be shown. */
export function shown({ raw, ...exchange }: KeptExchange): KeptExchange {
  if (!raw) return exchange
  return { ...exchange, params: redact(exchange.params), reply: redact(exchange.reply) }
}

/** Calls that counted towards one limit since a moment. */
export interface Usage {
  readonly since: number
  readonly count: number
  /** How many of them failed, where that takes from the limit. */
  readonly errors?: number
  /** When each was, oldest first: for limits over a window that moves. */
  readonly times?: readonly number[]
  /** Until when all is refused, as it was too often. */
  readonly blockedUntil?: number
}
