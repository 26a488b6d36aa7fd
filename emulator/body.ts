import { DEEPEST_JSON, isDeep } from '../contracts/lenient-json.ts'
import { Failure } from './failure.ts'
import type { UploadedFile } from './model/uploaded-file.ts'

/** A body that was read off the wire. `form`: the parts of a multipart body. `file`: a body that is nothing but a file. */
export type WireBody =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'form'
      readonly fields: readonly (readonly [string, string])[]
      readonly files?: readonly (readonly [string, UploadedFile])[]
    }
  | { readonly kind: 'file'; readonly file: UploadedFile; readonly offset: string | undefined }
  | { readonly kind: 'too-large'; readonly limit: number }

/** Of a call that came without one. */
export const NO_BODY: WireBody = { kind: 'text', text: '' }

type Params = Record<string, unknown>

/**
 * The parameters in a body, whatever its encoding.
 * @returns a Failure body_malformed, body_content_type or body_too_large where it cannot be read
 */
export function readBody(body: WireBody, contentType: string, method: string): Params | Failure {
  if (body.kind === 'too-large') {
    return new Failure('body_too_large', `the body is larger than ${body.limit} bytes, the most that is read`)
  }
  if (body.kind !== 'text') return paramsOf(body)
  const text = body.text.replace(/^\uFEFF/, '').trim()
  if (!text) return {}
  if (/[/+]json/i.test(contentType)) return readJson(text)
  if (/urlencoded/i.test(contentType)) return readPairs(new URLSearchParams(text))
  // A published client sends urlencoded bodies without saying so.
  if (!contentType) return text.startsWith('{') ? readJson(text) : readPairs(new URLSearchParams(text))
  if (method === 'GET' || method === 'DELETE') return {}
  const read = 'application/json, application/x-www-form-urlencoded or multipart/form-data with its boundary'
  return new Failure('body_content_type', `the Content-Type is '${contentType}'; bodies are read as ${read}`)
}

function paramsOf(body: Extract<WireBody, { kind: 'form' | 'file' }>): Params {
  if (body.kind === 'form') return { ...readPairs(body.fields), ...Object.fromEntries(body.files ?? []) }
  return { file: body.file, ...(body.offset !== undefined && { file_offset: body.offset }) }
}

/**
 * Query and form pairs as parameters. PHP brackets nest: `template[language][code]=en` and `fields[]=id`.
 * @see sources published-clients 10
 */
export function readPairs(pairs: Iterable<readonly [string, string]>): Params {
  const params: Params = {}
  for (const [name, value] of pairs) {
    const [head, ...inner] = pathOf(name)
    put(params, head ?? name, inner, value)
  }
  return params
}

/** Deeper names than this are taken as they stand. */
const DEEPEST = 12

/** `a[b][]` -> a, b, ''. A name whose brackets do not pair is one key. */
function pathOf(name: string): string[] {
  const [, head, brackets] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? []
  if (head === undefined || brackets === undefined) return [name]
  const inner = brackets.slice(1, -1).split('][')
  return inner.length > DEEPEST ? [name] : [head, ...inner]
}

/** Most entries of a list in brackets; a list grows by one at a time, so that no index can make it huge. */
const LONGEST_LIST = 1000

function put(into: Params | unknown[], key: string, path: readonly string[], value: string): void {
  const [next, ...rest] = path
  const place = placeIn(into, key)
  if (place === undefined) return
  const holder = into as Params
  if (next === undefined) {
    holder[place] = value
    return
  }
  const there = Object.hasOwn(holder, place) ? holder[place] : undefined
  const inner = typeof there === 'object' && there !== null ? there : next === '' || next === '0' ? [] : {}
  holder[place] = inner
  put(inner as Params | unknown[], next, rest, value)
}

/** Where a key goes: anywhere in an object but its prototype; in a list at its end, or where something stands. */
function placeIn(into: Params | unknown[], key: string): string | undefined {
  if (!Array.isArray(into)) return key === '__proto__' ? undefined : key === '' ? String(Object.keys(into).length) : key
  const at = key === '' ? into.length : Number(key)
  return Number.isInteger(at) && at >= 0 && at <= into.length && at < LONGEST_LIST ? String(at) : undefined
}

function readJson(text: string): Params | Failure {
  const value = parseJson(text)
  if (value instanceof SyntaxError)
    return new Failure('body_malformed', `the body is said to be JSON; ${value.message}`)
  if (isRecord(value)) return value
  return new Failure('body_malformed', `the JSON body is ${describe(value)}; an object of parameters is read`)
}

/** The value, or a SyntaxError that says where it breaks without quoting it: what is quoted could be a secret. */
export function parseJson(text: string): unknown {
  if (isDeep(text)) return new SyntaxError(`it is nested deeper than ${DEEPEST_JSON} levels`)
  try {
    return JSON.parse(text)
  } catch (error) {
    const [, place] = /at position (\d+)/.exec((error as Error).message) ?? []
    return new SyntaxError(place ? `it breaks at character ${place}` : 'it is none, or ends too early')
  }
}

/** A parameter as text. Undefined for what has none: objects, lists, and whatever JSON made of a name like toString. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
