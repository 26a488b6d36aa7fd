import JSON5 from 'json5'
import { isVersion, type KnownVersion } from '../contracts/versions.ts'
import { Failure } from './failure.ts'

/** A call as it came over the wire, body read. */
export interface Wire {
  readonly method: string
  /** Absolute: paging builds its links on the host that the caller used. */
  readonly url: string
  readonly authorization?: string | undefined
  readonly contentType?: string | undefined
  readonly body: WireBody
}

/** `form`: fields of a multipart body, read by the platform. */
export type WireBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'too-large'; readonly limit: number }

/** One call, whatever its encoding was. */
export interface Call {
  readonly method: string
  readonly version: KnownVersion | undefined
  /** The path without the version: node, edge. */
  readonly path: readonly string[]
  /** Query and body merged; values are still as they were sent. */
  readonly params: Readonly<Record<string, unknown>>
  readonly token: string | undefined
  readonly url: URL
  /** What was wrong with the body. */
  readonly problem?: Failure
}

/** Reads a call. Never throws: what is wrong stands in `problem`, so that the reply comes from the caller's own world. */
export function readCall(wire: Wire): Call {
  const url = new URL(wire.url)
  const segments = url.pathname.split('/').filter(Boolean).map(decode)
  const [first] = segments
  const version = first && isVersion(first) ? first : undefined
  const query = Object.fromEntries(url.searchParams)
  const body = readBody(wire)
  const failed = body instanceof Failure
  const params = failed ? query : { ...query, ...body }
  return {
    method: wire.method,
    version,
    path: version ? segments.slice(1) : segments,
    params,
    token: tokenOf(params, wire.authorization),
    url,
    ...(failed && { problem: body }),
  }
}

/** The parameter wins over the header: a published client keeps a user token in its headers and adds an app token. */
function tokenOf(params: Readonly<Record<string, unknown>>, authorization: string | undefined): string | undefined {
  const { access_token } = params
  if (typeof access_token === 'string' && access_token) return access_token
  return /^(?:Bearer|OAuth)\s+(\S.*)$/i.exec(authorization ?? '')?.[1]?.trim()
}

function readBody({ body, contentType = '', method }: Wire): Record<string, unknown> | Failure {
  if (body.kind === 'too-large') {
    return new Failure('body_too_large', `the body is larger than ${body.limit} bytes, the most that is read`)
  }
  if (body.kind === 'form') return body.fields
  const text = body.text.trim()
  if (!text) return {}
  if (/[/+]json/i.test(contentType)) return readJson(text)
  if (/urlencoded/i.test(contentType)) return readForm(text)
  // A published client sends urlencoded bodies without saying so.
  if (!contentType) return text.startsWith('{') ? readJson(text) : readForm(text)
  if (method === 'GET' || method === 'DELETE') return {}
  return new Failure(
    'body_content_type',
    `the Content-Type is '${contentType}'; bodies are read as application/json, application/x-www-form-urlencoded or multipart/form-data`,
  )
}

function readForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

function readJson(text: string): Record<string, unknown> | Failure {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
    return new Failure('body_malformed', `the JSON body is ${describe(value)}; an object of parameters is read`)
  } catch (error) {
    return new Failure('body_malformed', `the body is said to be JSON and is none: ${(error as Error).message}`)
  }
}

/** Graph reads JSON in parameters leniently: its own samples have single quotes. Undefined when it is none. */
export function lenientJson(text: string): unknown {
  try {
    return JSON5.parse(text)
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
