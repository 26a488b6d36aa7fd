import { type Document, isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml'

/** A file that is no scenario; the message says where, what was found and what is allowed. */
export class BrokenScenario extends Error {
  readonly file: string
  readonly line: number
  readonly column: number

  constructor(file: string, at: { readonly line: number; readonly col: number }, reason: string) {
    super(`${file}:${at.line}:${at.col}: ${reason}`)
    this.file = file
    this.line = at.line
    this.column = at.col
  }
}

/** Where something stands in a file: keys and places in lists, from the top. */
export type Path = readonly (string | number)[]

/** Ends the reading: something at a path is wrong. `key`: the key itself is. */
export type Refuse = (path: Path, reason: string, key?: string) => never

/** A file that was read, and where each part of it stands. */
export interface Source {
  readonly file: string
  readonly value: unknown
  readonly refuse: Refuse
}

export const START = { line: 1, col: 1 }
/** Far longer than any scenario that people write. */
const MOST_BYTES = 1_000_000

/** Reads YAML, or JSON, which is YAML. @throws BrokenScenario */
export function readSource(file: string, text: string): Source {
  if (text.length > MOST_BYTES) {
    throw new BrokenScenario(file, START, `it has ${text.length} characters; a scenario has at most ${MOST_BYTES}`)
  }
  const lines = new LineCounter()
  const document = parsed(file, text, lines)
  const [problem] = document.errors
  if (problem) {
    const [first = ''] = problem.message.split('\n')
    throw new BrokenScenario(file, lines.linePos(problem.pos[0]), first.replace(/ at line \d+, column \d+:?$/, ''))
  }
  const refuse: Source['refuse'] = (path, reason, key) => {
    throw new BrokenScenario(file, positionOf(document.contents, path, lines, key), reason)
  }
  return { file, value: valueIn(document, file), refuse }
}

/** A file that is nested without end would overflow the stack of the parser. */
function parsed(file: string, text: string, lines: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new BrokenScenario(file, START, 'it is nested too deep to be read')
  }
}

/** An alias that is used again and again could grow without end. */
function valueIn(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new BrokenScenario(file, START, (error as Error).message)
  }
}

/** The place of a path, or of the last part of it that is there. */
function positionOf(
  top: ParsedNode | null,
  path: Path,
  lines: LineCounter,
  key?: string,
): { line: number; col: number } {
  let node: unknown = top
  for (const part of path) {
    const next =
      isMap(node) || hasItems(node)
        ? (node as { get: (key: unknown, keep: true) => unknown }).get(part, true)
        : undefined
    if (next === undefined) break
    node = next
  }
  const named =
    key !== undefined && isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
      : undefined
  const range = ((named ?? node) as { range?: readonly number[] } | null)?.range
  return range?.[0] === undefined ? START : lines.linePos(range[0])
}

function hasItems(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'items' in node && 'get' in node
}
