import { lenientJson } from './lenient-json.ts'
import type { JsonSchema } from './schema.ts'
import { type Problem, problemsWith } from './validate.ts'

type Params = Readonly<Record<string, unknown>>

/**
 * Parameters as a schema types them, and how they break it. Outside JSON every value is a string, so `true`, `1` and
 * `[{…}]` are read by the schema of their parameter. Parameters that it does not name are left out.
 */
export function readParams(schema: JsonSchema, raw: Params): { params: Params; problems: readonly Problem[] } {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>
  // What came as JSON mostly is as its schema types it: only what is not is read anew.
  const given = pick(properties, raw, (value) => value)
  if (problemsWith(schema, given).length === 0) return { params: given, problems: [] }
  const params = pick(properties, raw, (value, name) => readAs(properties[name] ?? {}, value))
  return { params, problems: problemsWith(schema, params) }
}

function pick(
  properties: object,
  raw: Params,
  read: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  for (const name in properties) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined
    if (value !== undefined && value !== null) params[name] = read(value, name)
  }
  return params
}

const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  boolean: (value) => ({ true: true, 1: true, false: false, 0: false })[plainText(value)?.toLowerCase() ?? ''] ?? value,
  integer: (value) => (/^-?\d{1,15}$/.test(plainText(value) ?? '') ? Number(value) : value),
  number: (value) => (/^-?\d{1,15}(\.\d+)?$/.test(plainText(value) ?? '') ? Number(value) : value),
  string: (value) => (typeof value === 'number' ? String(value) : value),
  array: (value) => (typeof value === 'string' ? readList(value) : value),
  object: (value) => (typeof value === 'string' ? (lenientJson(value) ?? value) : value),
}

/** A value as its schema types it, and so on within it: outside JSON the values within are strings as well. */
export function readAs(schema: JsonSchema, value: unknown): unknown {
  const read = readers[String(schema.type)]
  const found = read ? read(value) : value
  if ('caseless' in schema && typeof found === 'string') return found.toUpperCase()
  return readWithin(schema, found)
}

function readWithin(schema: JsonSchema, value: unknown): unknown {
  const { items } = schema
  if (Array.isArray(value) && isObject(items)) return value.map((item) => readAs(items as JsonSchema, item))
  if (!isObject(value) || !schema.properties) return value
  const known = schema.properties as Readonly<Record<string, JsonSchema>>
  const entries = Object.entries(value).map(([key, inner]) => {
    const of = Object.hasOwn(known, key) ? known[key] : undefined
    return [key, of ? readAs(of, inner) : inner]
  })
  return Object.fromEntries(entries)
}

/**
 * `["a","b"]`, `[A,B]` as samples of Meta have it, or `a,b` as published clients send it, who send null as nothing.
 * @see sources waba-analytics
 */
function readList(value: string): unknown {
  if (!value.trim()) return []
  const [, words] = /^\s*\[([^[\]{}"']*)\]\s*$/.exec(value) ?? []
  if (/^\s*[[{]/.test(value)) return lenientJson(value) ?? (words === undefined ? value : split(words))
  return split(value)
}

const split = (words: string): string[] => words.split(',').map((word) => word.trim())

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as text; undefined for what has none. */
function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
