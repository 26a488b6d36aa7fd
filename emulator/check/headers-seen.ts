import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http'
import { WORLD_HEADER } from '../headers.ts'

/** The headers of a call that matter, by its world and the `x-fb-request-id` of its reply. */
export type HeadersSeen = (world: string, trace: string) => readonly string[] | undefined

/** Headers on which the answer of Graph depends, beside those that every client sends. */
const MATTER = ['if-none-match', 'transfer-encoding'] as const

/** Listens to a server of the emulator: its log has no headers. */
export function seeHeaders(server: Server): HeadersSeen {
  const seen = new Map<string, readonly string[]>()
  server.prependListener('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const headers = MATTER.filter((name) => incoming.headers[name] !== undefined)
    if (headers.length > 0) whenAnswered(outgoing, (key) => seen.set(key, headers))
  })
  return (world, trace) => seen.get(`${world} ${trace}`)
}

/** The reply says which call it was. */
function whenAnswered(outgoing: ServerResponse, then: (key: string) => void): void {
  const { writeHead } = outgoing
  outgoing.writeHead = (...given: unknown[]) => {
    const headers = (given.at(-1) ?? {}) as OutgoingHttpHeaders
    then(`${headers[WORLD_HEADER]} ${headers['x-fb-request-id']}`)
    return Reflect.apply(writeHead, outgoing, given)
  }
}
