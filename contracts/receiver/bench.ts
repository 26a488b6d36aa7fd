/**
 * How the body of a request goes over the wire. `half-closed`: half of it, then the connection is closed.
 * `half-open`: half of it, then nothing, while the connection stays open until the bench lets go of it.
 */
export type Wire = 'whole' | 'chunked' | 'slow' | 'expecting' | 'reused' | 'half-closed' | 'half-open'

/** One request to the receiver. The target's own address, path and query belong to the bench. */
export interface Wanted {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly wire: Wire
  /** Real milliseconds, from the last byte sent to the last byte read. */
  readonly limit: number
}

/** What came of a request. `status` 0: no answer, and `failure` says why. */
export interface Answer {
  readonly status: number
  /** The Content-Type. */
  readonly type: string
  readonly body: string
  /** Milliseconds from the last byte sent to the last byte read. */
  readonly took: number
  readonly failure?: Failure
  /** The name of what went wrong below HTTP: `ECONNREFUSED`. */
  readonly reason?: string
}

/**
 * `unreachable`: nobody listens. `untrusted`: its certificate is not taken. `no-tls`: it speaks none. `late`: over the limit. `dropped`: broken off. `left`: we did not
 * wait for an answer.
 */
export type Failure = 'unreachable' | 'untrusted' | 'no-tls' | 'late' | 'dropped' | 'left'

/** What drives a receiver. It is given, so that the duties know no network, no clock and no shell. */
export interface Bench {
  /** Never rejects: that nobody answers is an answer. */
  readonly carry: (wanted: Wanted) => Promise<Answer>
  /** Closes the connections that stayed open. */
  readonly letGo: () => void
  /** Lower-case hex of the body's HMAC. */
  readonly hmac: (algorithm: 'sha256' | 'sha1', secret: string, body: string) => string
  /** Milliseconds that only grow. */
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** How many messages and statuses the receiver has dealt with so far, where it can tell. */
  readonly count?: () => Promise<number>
}
