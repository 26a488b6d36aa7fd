import type { Path } from './position.ts'
import type { Refuse } from './source.ts'
import { markOf } from './words.ts'

/** `<trace id>`, or a mark with more beside it. */
const LIKE_A_MARK = /^<[\w -]{1,40}>$|<[a-z][a-z0-9_]*>/

/** What looks like a mark in what is expected is one. @throws BrokenScenario */
export function checkMarks(expected: unknown, path: Path, refuse: Refuse): void {
  if (typeof expected === 'string' && LIKE_A_MARK.test(expected) && markOf(expected) === undefined) {
    refuse(path, `'${expected}' is no mark; a mark is <name> and nothing else, a name has small letters, digits and _`)
  }
  if (typeof expected !== 'object' || expected === null) return
  for (const [key, inner] of Object.entries(expected)) {
    checkMarks(inner, [...path, Array.isArray(expected) ? Number(key) : key], refuse)
  }
}
