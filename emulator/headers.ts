import { createHash } from 'node:crypto'
import type { ErrorWire } from '../contracts/errors/definition.ts'
import { memo } from './memo.ts'

/** Names the world: in a call the one that it belongs to, in a reply the one that answered. */
export const WORLD_HEADER = 'x-mmgraph-world'

/** What a reply's headers say of the call. */
export interface HeaderValues {
  readonly version: string
  readonly trace: string
  readonly debug: string
  readonly world: string
  readonly contract: string
}

/**
 * The headers that every reply of Graph has, and ours. Written out in one literal: every reply pays for them.
 * @see sources capture-headers
 */
export function headersOf({ version, trace, debug, world, contract }: HeaderValues, isRefusal: boolean) {
  return {
    'content-type': 'application/json; charset=UTF-8',
    'facebook-api-version': version,
    'access-control-allow-origin': '*',
    'strict-transport-security': 'max-age=15552000; preload',
    'cache-control': isRefusal ? 'no-store' : 'private, no-cache, no-store, must-revalidate',
    pragma: 'no-cache',
    expires: 'Sat, 01 Jan 2000 00:00:00 GMT',
    vary: 'Origin, Accept-Encoding',
    'x-fb-rev': '1000000000',
    'x-fb-request-id': trace,
    'x-fb-trace-id': trace.slice(1, 12),
    'x-fb-debug': debug,
    [WORLD_HEADER]: world,
    'x-mmgraph-contract': contract,
  }
}

/** Bodies that are longer are not kept to be known again. */
const LONG = 65_536

/** `ETag` of a body: a quoted SHA-1 in hex. @see sources capture-headers */
export const etagOf = (body: string): string => (body.length < LONG ? knownTag(body) : tagOf(body))

const tagOf = (body: string): string => `"${createHash('sha1').update(body).digest('hex')}"`
const knownTag = memo(500, tagOf)

/** @see sources capture-www-authenticate */
export function authenticateHeader({ code, message, challenge }: ErrorWire): string {
  const kind = challenge ?? (code === 190 ? 'invalid_token' : 'invalid_request')
  return `OAuth "Facebook Platform" "${kind}" "${ascii(message)}"`
}

const LONGEST = 1000

/** Headers are ASCII and one line, and clients take only so much of them. */
export function ascii(text: string): string {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, (character) =>
    character === '\n' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}...` : plain
}
