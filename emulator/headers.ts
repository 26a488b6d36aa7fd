import { createHash } from 'node:crypto'
import type { ErrorWire } from '../contracts/errors/definition.ts'

/** Headers that every reply of Graph has. @see sources capture-headers */
const ALWAYS = {
  'content-type': 'application/json; charset=UTF-8',
  'access-control-allow-origin': '*',
  'strict-transport-security': 'max-age=15552000; preload',
  pragma: 'no-cache',
  expires: 'Sat, 01 Jan 2000 00:00:00 GMT',
  'x-fb-rev': '1000000000',
  vary: 'Origin, Accept-Encoding',
} as const

export const SUCCESS_HEADERS = { ...ALWAYS, 'cache-control': 'private, no-cache, no-store, must-revalidate' } as const
export const REFUSAL_HEADERS = { ...ALWAYS, 'cache-control': 'no-store' } as const

/** `ETag` of a body: a quoted SHA-1 in hex. @see sources capture-headers */
export function etagOf(body: string): string {
  return `"${createHash('sha1').update(body).digest('hex')}"`
}

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
