import { request as httpRequest, STATUS_CODES } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** What came of one request to a callback. `status` 0: nobody answered, and `error` says why. */
export interface Outcome {
  readonly status: number
  readonly statusText: string
  readonly body: string
  readonly error?: string
  /** The libcurl number that Graph would name for the error: 7 refused, 28 timed out, 6 unknown host, 56 broken off. */
  readonly curl?: number
}

export interface OutgoingRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Real milliseconds for the whole exchange. */
  readonly timeout: number
  /** Ends it early. */
  readonly signal?: AbortSignal
}

/** Sends one request to a callback. Never rejects: that nobody answers is an outcome. */
export type Transport = (request: OutgoingRequest) => Promise<Outcome>

/** How much of an answer is read: a challenge is short, and an error page is quoted only in part. */
const MOST_READ = 4096

/**
 * The only place from which this emulator reaches anybody. Redirects are not followed. It is node:http and not fetch,
 * which refuses ports that a receiver may well listen on, and adds a browser's headers.
 */
export const httpTransport: Transport = (wanted) =>
  new Promise((resolve) => {
    const { url, method, body = '', timeout, signal } = wanted
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const length = method === 'POST' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
    const headers = { 'User-Agent': 'facebookexternalua', Accept: '*/*', ...length, ...wanted.headers }
    const outgoing = send(url, { method, headers, ...(signal && { signal }) })
    // A timer of our own: an AbortSignal costs each webhook as much as its signature.
    const timer = setTimeout(() => outgoing.destroy(timedOut()), timeout)
    outgoing.on('close', () => clearTimeout(timer))
    outgoing.on('error', (error) => resolve({ status: 0, statusText: '', body: '', ...describe(error) }))
    outgoing.on('response', (incoming) => {
      const status = incoming.statusCode ?? 0
      const statusText = incoming.statusMessage || (STATUS_CODES[status] ?? '')
      let read = ''
      const answer = (): void => resolve({ status, statusText, body: read.slice(0, MOST_READ) })
      incoming.setEncoding('utf8')
      incoming.on('data', (part: string) => {
        read += part
        // An answer without end must not hold anybody up.
        if (read.length >= MOST_READ) incoming.destroy()
      })
      incoming.on('close', answer)
      incoming.on('error', answer)
    })
    outgoing.end(body)
  })

function timedOut(): Error {
  return Object.assign(new Error('timed out'), { code: 'ABORT_ERR' })
}

const REASONS: Readonly<Record<string, { error: string; curl: number }>> = {
  ABORT_ERR: { error: 'Operation timed out', curl: 28 },
  ECONNREFUSED: { error: "Couldn't connect to server", curl: 7 },
  ENOTFOUND: { error: "Couldn't resolve host name", curl: 6 },
  EAI_AGAIN: { error: "Couldn't resolve host name", curl: 6 },
}

function describe(error: NodeJS.ErrnoException): { error: string; curl: number } {
  return REASONS[error.code ?? ''] ?? { error: 'Failure when receiving data from the peer', curl: 56 }
}
