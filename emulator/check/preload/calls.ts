import { subscribe } from 'node:diagnostics_channel'
import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { remembered } from './caller.ts'
import type { Answered, Telling } from './log.ts'

type Ask = (...args: unknown[]) => ClientRequest
type Asks = Record<'get' | 'request', Ask>

/**
 * Tells which code of the client made each call that the emulator answered. Who calls is known when a request is made, and
 * whether the emulator answers it when its reply comes.
 */
export function watchCalls(tell: Telling): void {
  const callers = new WeakMap<object, Error>()
  watchUndici(callers, tell)
  watchHttp(callers, tell)
}

/** `fetch` of node, and undici from npm: both tell on channels of these names. */
function watchUndici(callers: WeakMap<object, Error>, tell: Telling): void {
  subscribe('undici:request:create', (event) => callers.set((event as UndiciEvent).request, remembered()))
  subscribe('undici:request:headers', (event) => {
    const { request, response } = event as Required<UndiciEvent>
    const by = callers.get(request)
    const answer = answered((name) => rawHeader(response.headers, name))
    if (by && answer) tell.called(answer, by)
  })
}

interface UndiciEvent {
  readonly request: object
  /** Names and values by turns. */
  readonly response?: { readonly headers: readonly Uint8Array[] }
}

function rawHeader(headers: readonly Uint8Array[], name: string): string | undefined {
  const at = headers.findIndex((raw, index) => index % 2 === 0 && String(raw).toLowerCase() === name)
  return at < 0 ? undefined : String(headers[at + 1])
}

function watchHttp(callers: WeakMap<object, Error>, tell: Telling): void {
  for (const module of [http, https] as unknown as Asks[]) {
    for (const ask of ['get', 'request'] as const) {
      const original = module[ask]
      module[ask] = function (this: unknown, ...args: unknown[]): ClientRequest {
        const request = original.apply(this, args)
        callers.set(request, remembered())
        return request
      }
    }
  }
  subscribe('http.client.response.finish', (event) => {
    const { request, response } = event as { request: ClientRequest; response: IncomingMessage }
    const by = callers.get(request)
    const answer = answered((name) => [response.headers[name]].flat()[0])
    if (by && answer) tell.called(answer, by)
  })
}

function answered(header: (name: string) => string | undefined): Answered | undefined {
  const [world, trace] = [header('x-mmgraph-world'), header('x-fb-request-id')]
  return world && trace ? { world, trace } : undefined
}
