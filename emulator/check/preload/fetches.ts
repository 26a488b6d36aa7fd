import { isMeta, isRedirected } from './hosts.ts'
import type { Telling } from './log.ts'

/** Its sockets are guarded anyway; here the stack still tells who calls. */
export function guardFetch(tell: Telling): void {
  const { fetch } = globalThis
  globalThis.fetch = function guarded(...args: Parameters<typeof fetch>): ReturnType<typeof fetch> {
    const host = hostOf(args[0])
    if (!isMeta(host) || isRedirected(host)) return fetch(...args)
    return Promise.reject(new TypeError('fetch failed', { cause: tell.escaped(host, 'fetch') }))
  }
}

function hostOf(input: unknown): string {
  const url = input instanceof Request ? input.url : String(input)
  return URL.canParse(url) ? new URL(url).hostname : ''
}
