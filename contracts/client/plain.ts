import { copiedTarget } from './touch.ts'

/** What was copied already: an object may be within itself. */
type Known = Map<object, unknown>

/**
 * The same without watched objects in it: for what copies an object without asking it (`structuredClone`, `postMessage`),
 * which refuses a proxy. Lists, objects, maps and sets are copied; all else stands as it is.
 */
export function plainOf(value: unknown, known: Known = new Map()): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (known.has(value)) return known.get(value)
  const inner = copiedTarget(value) ?? value
  const copy = emptyLike(inner)
  if (!copy) return value
  known.set(value, copy)
  fill(copy, inner, known)
  return copy
}

/** Undefined for what is not copied. */
function emptyLike(value: object): object | undefined {
  if (Array.isArray(value)) return []
  if (value instanceof Map) return new Map()
  if (value instanceof Set) return new Set()
  // An object of a class is copied by its own keys, as whoever copies it does; what has a tag is of another kind.
  return Object.prototype.toString.call(value) === '[object Object]' ? {} : undefined
}

function fill(copy: object, from: object, known: Known): void {
  if (copy instanceof Map) {
    for (const [key, item] of from as Known) copy.set(plainOf(key, known), plainOf(item, known))
  } else if (copy instanceof Set) {
    for (const item of from as ReadonlySet<unknown>) copy.add(plainOf(item, known))
  } else {
    for (const [key, item] of Object.entries(from)) Reflect.set(copy, key, plainOf(item, known))
  }
}
