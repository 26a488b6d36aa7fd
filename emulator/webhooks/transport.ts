/** What came of one request to a callback. `status` 0: nobody answered, and `error` says why. */
export interface Outcome {
  readonly status: number
  readonly statusText: string
  readonly body: string
  readonly error?: string
  /** The libcurl number that Graph would name for the error: 7 refused, 28 timed out, 6 unknown host, 56 broken off. */
  readonly curl?: number
}

/** Sends one request to a callback. The only place from which this emulator reaches anybody. */
export type Transport = (request: {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Real milliseconds. */
  readonly timeout: number
}) => Promise<Outcome>

/** How much of an answer is read: a challenge is short, and an error page is quoted only in part. */
const MOST_READ = 4096

export const httpTransport: Transport = async ({ url, method, headers = {}, body, timeout }) => {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'User-Agent': 'facebookexternalua', Accept: '*/*', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      ...(body !== undefined && { body }),
    })
    return { status: response.status, statusText: response.statusText, body: await beginningOf(response) }
  } catch (error) {
    return { status: 0, statusText: '', body: '', ...describe(error as Error) }
  }
}

async function beginningOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let read = 0
  const reader = response.body?.getReader()
  while (reader && read < MOST_READ) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    read += value.byteLength
  }
  // Not waited for: a receiver that never ends its answer must not hold anybody up.
  if (read >= MOST_READ) void reader?.cancel().catch(() => undefined)
  return Buffer.concat(parts).toString('utf8').slice(0, MOST_READ)
}

const REASONS: Readonly<Record<string, { error: string; curl: number }>> = {
  ECONNREFUSED: { error: "Couldn't connect to server", curl: 7 },
  ENOTFOUND: { error: "Couldn't resolve host name", curl: 6 },
  EAI_AGAIN: { error: "Couldn't resolve host name", curl: 6 },
}

function describe(error: Error): { error: string; curl: number } {
  if (error.name === 'TimeoutError') return { error: 'Operation timed out', curl: 28 }
  const cause = error.cause as (Error & { code?: string }) | undefined
  return REASONS[cause?.code ?? ''] ?? { error: 'Failure when receiving data from the peer', curl: 56 }
}
