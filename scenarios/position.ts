import { isMap, isScalar, type LineCounter, type ParsedNode } from 'yaml'

/** Where something stands in a file: keys and places in lists, from the top. */
export type Path = readonly (string | number)[]

/** A line and a column, from 1. */
export interface Place {
  readonly line: number
  readonly col: number
}

/** Ends the reading at a character of the text, or at its beginning. */
export type RefuseAt = (at: number | undefined, reason: string) => never

/** The place of a path, or of the last part of it that is there; undefined in a file that has nothing. */
export function positionOf(top: ParsedNode | null, path: Path, lines: LineCounter, key?: string): Place | undefined {
  let node: unknown = top
  for (const part of path) {
    const next = hasItems(node) ? node.get(part, true) : undefined
    if (next === undefined) break
    node = next
  }
  const named =
    key !== undefined && isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
      : undefined
  const range = ((named ?? node) as { range?: readonly number[] } | null)?.range
  return range?.[0] === undefined ? undefined : lines.linePos(range[0])
}

interface Collection {
  readonly get: (key: unknown, keep: true) => unknown
}

function hasItems(node: unknown): node is Collection {
  return typeof node === 'object' && node !== null && 'items' in node && 'get' in node
}
