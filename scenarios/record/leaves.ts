/** Keys and places in lists. */
export type Path = readonly (string | number)[]

export type Scalar = string | number | boolean

/** A value that has no parts, and where it stands. */
export interface Leaf {
  readonly path: Path
  readonly value: Scalar
}

/** All values within a value, in their order. */
export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ path, value }]
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

/** Every text within a value, keys too. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)])
}

/** The last key of a path that is no place in a list. */
export function keyOf(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '')
}
