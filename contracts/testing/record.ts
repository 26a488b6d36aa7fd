import type { Exchange } from '../check.ts'
import { redact, redactText } from '../redact.ts'
import { isVersion } from '../versions.ts'
import { bodyOf, pairsOf, replyOf } from './read-http.ts'

/** A call that went through a recording fetch. `status` 0: there was no answer. */
export interface RecordedExchange extends Exchange {
  /** The operation, where the emulator answered and said so. */
  readonly operation?: string
}

export interface RecordOptions {
  /** Which calls are kept; all where absent. */
  readonly only?: (url: URL) => boolean
  /** Milliseconds since 1970; the wall clock where absent. */
  readonly now?: () => number
}

export interface Recording {
  /** Does what the given one does, and keeps what went over it. */
  readonly fetch: typeof globalThis.fetch
  /** What was called so far, in the order of the answers. Without tokens and secrets; phone numbers stay. */
  readonly exchanges: readonly RecordedExchange[]
  /** Forgets them. */
  readonly clear: () => void
}

/** Wraps a fetch, for the tests of a client: `const { fetch, exchanges } = record(globalThis.fetch)`. */
export function record(through: typeof globalThis.fetch, options: RecordOptions = {}): Recording {
  const { only = () => true, now = Date.now } = options
  const exchanges: RecordedExchange[] = []
  const recording: typeof globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined
    const url = new URL(request?.url ?? String(input))
    if (!only(url)) return through(input, init)
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase()
    // Read before it is sent: a body can be read once.
    const body = await bodyOf(init?.body ?? request?.clone().body, headerOf(init, request))
    const call = { at: now(), method, path: pathOf(url), params: redact({ ...pairsOf(url.searchParams), ...body }) }
    try {
      const response = await through(input, init)
      const operation = response.headers.get('x-mmgraph-contract')?.split(';')[0]
      const reply = redact(await replyOf(response))
      exchanges.push({ ...call, status: response.status, reply, ...(operation && { operation }) })
      return response
    } catch (error) {
      exchanges.push({ ...call, status: 0, reply: undefined })
      throw error
    }
  }
  return { fetch: recording, exchanges, clear: () => void exchanges.splice(0) }
}

/** The path without a version, as the log of the emulator has it. */
function pathOf({ pathname }: URL): string {
  const segments = pathname.split('/').filter(Boolean)
  const [first = ''] = segments
  return redactText(`/${(isVersion(first) ? segments.slice(1) : segments).join('/')}`)
}

function headerOf(init: RequestInit | undefined, request: Request | undefined): string {
  const headers = new Headers(init?.headers ?? request?.headers)
  return headers.get('content-type') ?? ''
}
