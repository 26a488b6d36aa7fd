import {
  isIn,
  isVersion,
  LEGACY_PROTOCOL,
  servingVersion,
  today,
  UNVERSIONED,
  type Version,
  versions,
} from '../contracts/versions.ts'
import { readBody, readPairs, type WireBody } from './body.ts'
import { Failure } from './failure.ts'
import { memo } from './memo.ts'

/** A call as it came over the wire, body read. */
export interface Wire {
  readonly method: string
  /** Absolute: paging builds its links on the host that the caller used. */
  readonly url: string
  readonly authorization?: string | undefined
  readonly contentType?: string | undefined
  readonly body: WireBody
}

/** One call, whatever its encoding was. */
export interface Call {
  readonly method: string
  /** All segments of the path. Whether the first is a version depends on the day: see `placeCall`. */
  readonly segments: readonly string[]
  /** Query and body merged; values are still as they were sent. */
  readonly params: Readonly<Record<string, unknown>>
  readonly token: string | undefined
  readonly url: URL
  /** What was wrong with the body. */
  readonly problem: Failure | undefined
  /** What looks wrong about the body, although it could be read; told when the call is refused. */
  readonly hint: string | undefined
}

/** A call of which the version is known. */
export interface PlacedCall extends Call {
  /** What the path asked for; absent in a call without a version. */
  readonly asked: Version | undefined
  /** What serves it. */
  readonly version: Version
  /** The path without the version: node, edge. */
  readonly path: readonly string[]
  /** Before v26.0 took `ids`, ETags, `pretty`, `debug` and `date_format` away. @see sources graph-changelog */
  readonly legacy: boolean
}

/** Reads a call. Never throws: what is wrong stands in `problem`, so that the reply comes from the caller's own world. */
export function readCall(wire: Wire): Call {
  const { url, segments, query } = isPlain(wire.url) ? readPlainUrl(wire.url) : readUrl(wire.url)
  const body = readBody(wire.body, wire.contentType ?? '', wire.method)
  const problem = body instanceof Failure ? body : undefined
  const params = problem ? query : { ...query, ...body }
  const token = tokenOf(params, wire.authorization)
  return { method: methodOf(wire.method, params), segments, params, token, url, problem, hint: hintOf(wire) }
}

/** curl and others say that a body is a form unless they are told what it is. */
function hintOf({ body, contentType = '' }: Wire): string | undefined {
  if (body.kind !== 'text' || !body.text.startsWith('{') || !/urlencoded/i.test(contentType)) return undefined
  return `the body looks like JSON, and its Content-Type says ${contentType}: send application/json`
}

/**
 * Meta's own hosts, which answer HTTPS alone: who reached them through a redirection is told addresses as Meta tells them.
 * @see sources graph-hosts
 */
const OWN_HOST = /^http:\/\/[\w.-]+\.(?:facebook|fbsbx)\.com\//i

/** What a URL says, whatever the body. */
function readUrl(text: string): { readonly url: URL; readonly segments: readonly string[]; readonly query: Params } {
  const url = new URL(OWN_HOST.test(text) ? `https${text.slice('http'.length)}` : text)
  return { url, segments: url.pathname.split('/').filter(Boolean).map(decode), query: readPairs(url.searchParams) }
}

/** One with a query is not remembered, as there could be a token in it, nor a long one, which is no client's. */
function isPlain(url: string): boolean {
  return url.length < LONGEST_PLAIN && !url.includes('?')
}

const LONGEST_PLAIN = 200

/** Sends go to the same few URLs. */
const readPlainUrl = memo(1000, readUrl)

type Params = Readonly<Record<string, unknown>>

/**
 * Finds the version of a call at a moment (milliseconds). A version that has died is served by the oldest live one;
 * one that Graph does not have yet is a segment of the path like any other.
 * @see sources graph-versions, capture-unknown-version
 */
export function placeCall(call: Call, at: number): PlacedCall {
  const [first] = call.segments
  const asked = first !== undefined && isVersion(first) ? first : undefined
  const serving = servingVersion(asked ?? UNVERSIONED, at)
  if (asked && serving) return placed(call, asked, serving, call.segments.slice(1), at)
  return placed(call, undefined, servingVersion(UNVERSIONED, at) ?? UNVERSIONED, call.segments, at)
}

function placed(
  call: Call,
  asked: Version | undefined,
  version: Version,
  path: readonly string[],
  at: number,
): PlacedCall {
  const legacy = !AFTER_LEGACY.has(version) && today(at) < LEGACY_PROTOCOL.lastDay
  const { method, segments, params, token, url, problem, hint } = call
  // Named one by one: every call comes here, and a spread costs ten times as much.
  return { method, segments, params, token, url, problem, hint, asked, version, path, legacy }
}

const AFTER_LEGACY = new Set(Object.keys(versions).filter((version) => !isIn(LEGACY_PROTOCOL, version as Version)))

/** `method=delete` in a GET or POST is a DELETE; HEAD is a GET whose answer has no body. */
function methodOf(method: string, params: Readonly<Record<string, unknown>>): string {
  if (method === 'HEAD') return 'GET'
  const wanted = typeof params.method === 'string' ? params.method.toUpperCase() : ''
  const mayChange = method === 'GET' || method === 'POST'
  return mayChange && ['GET', 'POST', 'DELETE'].includes(wanted) ? wanted : method
}

/** The parameter wins over the header: a published client keeps a user token in its headers and adds an app token. */
function tokenOf(params: Readonly<Record<string, unknown>>, authorization: string | undefined): string | undefined {
  const { access_token } = params
  if (typeof access_token === 'string' && access_token) return access_token
  if (authorization === undefined) return undefined
  // What nearly every client sends, without the cost of an expression.
  if (authorization.startsWith('Bearer EA')) return authorization.slice('Bearer '.length).trim()
  return /^(?:Bearer|OAuth)\s+(\S.*)$/i.exec(authorization)?.[1]?.trim()
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
