import type { JsonSchema } from '../schema.ts'
import type { Reading, Reads } from './format.ts'
import { pointerOf, safePath, segmentsOf } from './names.ts'

/** One part of a reply that was touched. */
export interface Touched {
  readonly path: string
  readonly how: Reading
}

/**
 * What several replies of one kind had touched, as one. `undefined` in the list is a reply of which it could not be seen.
 * Parts that only led to others are left out.
 */
export function readsOf(schema: JsonSchema, replies: readonly (readonly Touched[] | undefined)[]): Reads {
  const seen = replies.filter((touched) => touched !== undefined)
  const parts = new Map<string, Reading>()
  for (const { path, how } of seen.flat()) {
    const pointer = pointerOf(safePath(schema, segmentsOf(path)))
    // An object is read before it is copied; a value is never copied as such.
    if (parts.get(pointer) !== 'copied') parts.set(pointer, how)
  }
  return { seen: seenOf(seen.length, replies.length), parts: Object.fromEntries(leavesOf(parts)) }
}

function seenOf(seen: number, all: number): Reads['seen'] {
  if (seen === all) return 'all'
  return seen === 0 ? 'none' : 'some'
}

/** Without the parts that only led to others, and without copies within a copy; in order. */
function leavesOf(parts: ReadonlyMap<string, Reading>): [string, Reading][] {
  const pointers = [...parts.keys()]
  const copied = pointers.filter((pointer) => parts.get(pointer) === 'copied')
  const kept = [...parts].filter(([pointer, reading]) => {
    if (reading === 'copied') return !copied.some((outer) => isWithin(pointer, outer))
    return !pointers.some((inner) => isWithin(inner, pointer))
  })
  return kept.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Whether a pointer leads to something inside of another. */
export function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`)
}

/**
 * How a part, or anything in it, was touched; `unseen` where it may have been. Undefined: it was not.
 * @param part a pointer, or after `**` the end of one: `** /time` is any part of this name
 */
export function readingOf({ seen, parts }: Reads, part: string): Reading | 'unseen' | undefined {
  const hits = Object.entries(parts).filter(([pointer]) => touches(pointer, part))
  if (hits.some(([, reading]) => reading === 'read')) return 'read'
  const isCopied = Object.entries(parts).some(([pointer, reading]) => reading === 'copied' && mayHold(pointer, part))
  if (hits.length > 0 || isCopied) return 'copied'
  return seen === 'all' ? undefined : 'unseen'
}

function touches(pointer: string, part: string): boolean {
  if (part.startsWith('**')) return `${pointer}/`.includes(`${part.slice(2)}/`)
  return pointer === part || isWithin(pointer, part)
}

/** Whether a copy of an object has the part in it. */
function mayHold(pointer: string, part: string): boolean {
  return part.startsWith('**') || pointer === part || isWithin(part, pointer)
}
