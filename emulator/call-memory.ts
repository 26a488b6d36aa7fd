import { NO_BODY } from './body.ts'
import { type Call, readCall, type Wire } from './call.ts'

const MOST_KEPT = 1000
const LONGEST_URL = 2000

/**
 * Reads calls, and remembers those without a body: clients ask for the same URL again and again, and reading it costs as
 * much as the answer. Only calls with a token that was made here are remembered: an unknown one is never kept.
 */
export class CallMemory {
  readonly #known = new Map<string, Call>()
  readonly #isOurs: (token: string) => boolean

  constructor(isOurs: (token: string) => boolean) {
    this.#isOurs = isOurs
  }

  read(wire: Wire): Call {
    const { method, url, authorization, body } = wire
    if (method !== 'GET' || body !== NO_BODY || url.length > LONGEST_URL) return readCall(wire)
    const key = authorization === undefined ? url : `${url} ${authorization}`
    const found = this.#known.get(key)
    if (found) return found
    const call = readCall(wire)
    if (call.token !== undefined && this.#isOurs(call.token)) this.#keep(key, call)
    return call
  }

  /** When it is full it begins anew. */
  #keep(key: string, call: Call): void {
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(key, call)
  }
}
