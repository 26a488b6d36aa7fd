import { markOf } from './words.ts'

/** One part that is not as expected. */
export interface Difference {
  /** Where it stands: `data[0].status`; empty for the whole. */
  readonly where: string
  readonly expected: unknown
  /** Undefined where nothing stands there. */
  readonly actual: unknown
}

/** What comes of a comparison: what differs, and what was remembered. */
export interface Match {
  readonly differences: readonly Difference[]
  readonly remembered: Readonly<Record<string, unknown>>
}

/**
 * Compares what came with what is expected. Of an object only the keys that are named matter, and null means that there is
 * nothing; a list must have as many items. `<name>` remembers what stands there, whatever it is.
 */
export function match(expected: unknown, actual: unknown, where = ''): Match {
  const mark = markOf(expected)
  if (mark !== undefined) {
    return actual === undefined ? differs(where, expected, actual) : { differences: [], remembered: { [mark]: actual } }
  }
  if (Array.isArray(expected)) return matchList(expected, actual, where)
  if (typeof expected === 'object' && expected !== null) return matchObject(expected, actual, where)
  const isSame = expected === null ? actual === null || actual === undefined : Object.is(expected, actual)
  return isSame ? SAME : differs(where, expected, actual)
}

const SAME: Match = { differences: [], remembered: {} }

function differs(where: string, expected: unknown, actual: unknown): Match {
  return { differences: [{ where, expected, actual }], remembered: {} }
}

function matchList(expected: readonly unknown[], actual: unknown, where: string): Match {
  if (!Array.isArray(actual) || actual.length !== expected.length) return differs(where, expected, actual)
  return together(expected.map((item, at) => match(item, actual[at], `${where}[${at}]`)))
}

function matchObject(expected: object, actual: unknown, where: string): Match {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return differs(where, expected, actual)
  const has = actual as Readonly<Record<string, unknown>>
  return together(
    Object.entries(expected).map(([key, inner]) =>
      match(inner, Object.hasOwn(has, key) ? has[key] : undefined, where ? `${where}.${key}` : key),
    ),
  )
}

function together(parts: readonly Match[]): Match {
  return {
    differences: parts.flatMap(({ differences }) => differences),
    remembered: Object.assign({}, ...parts.map(({ remembered }) => remembered)),
  }
}
