import type { JsonSchema } from '../schema.ts'
import type { Sent, SentParam } from './format.ts'
import { pointerOf, safePath } from './names.ts'
import { namedValues, schemasAt } from './schema-at.ts'

/** What one call sent, and whether it was answered with 200. */
export interface SentCall {
  readonly params: unknown
  readonly answered: boolean
}

interface Found {
  readonly types: Set<string>
  readonly values: Set<string>
}

/** The parameters of several calls, by pointer: their types, and those values that the contract itself names. */
export function sentParams(schema: JsonSchema, calls: readonly SentCall[]): Record<string, SentParam> {
  const all = new Map<string, Found>()
  const inCalls = calls.map(({ params, answered }) => {
    const pointers = new Set<string>()
    walk(params, [], (path, value) => pointers.add(note(schema, all, path, value)))
    return { has: pointers, answered }
  })
  const params = [...all].map(([pointer, { types, values }]): [string, SentParam] => [
    pointer,
    {
      sent: sentIn(inCalls, pointer),
      types: [...types].sort(),
      ...(values.size > 0 && { values: [...values].sort() }),
    },
  ])
  return Object.fromEntries(params.sort(byName))
}

/** What is asked for by name, of several calls. */
export function sentNames(
  calls: readonly { readonly has: ReadonlySet<string>; readonly answered: boolean }[],
): Record<string, Sent> {
  const names = [...new Set(calls.flatMap(({ has }) => [...has]))].sort()
  return Object.fromEntries(names.map((name) => [name, sentIn(calls, name)]))
}

function sentIn(
  calls: readonly { readonly has: ReadonlySet<string>; readonly answered: boolean }[],
  name: string,
): Sent {
  const answered = calls.filter((call) => call.answered)
  const having = answered.filter(({ has }) => has.has(name)).length
  if (having === 0) return 'refused'
  return having === answered.length ? 'every' : 'some'
}

function note(schema: JsonSchema, all: Map<string, Found>, path: readonly string[], value: unknown): string {
  const safe = safePath(schema, path)
  const pointer = pointerOf(safe)
  const found = all.get(pointer) ?? { types: new Set<string>(), values: new Set<string>() }
  all.set(pointer, found)
  found.types.add(typeOf(value))
  if (typeof value !== 'object' && namedValues(schemasAt(schema, safe)).includes(value)) found.values.add(String(value))
  return pointer
}

/** Every value within, but the whole itself. */
function walk(value: unknown, path: readonly string[], visit: (path: readonly string[], value: unknown) => void): void {
  if (path.length > 0) visit(path, value)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) walk(inner, [...path, Array.isArray(value) ? '*' : key], visit)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
