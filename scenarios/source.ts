import { type Document, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { checkText } from './check-text.ts'
import { checkYaml } from './check-yaml.ts'
import { type Path, type Place, positionOf, type RefuseAt } from './position.ts'

/** A file that is no scenario; each mistake says where, what was found and what is allowed. */
export class BrokenScenario extends Error {
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

/** Ends the reading: something at a path is wrong. `key`: the key itself is. */
export type Refuse = (path: Path, reason: string, key?: string) => never

/** A file that was read, and where each part of it stands. */
export interface Source {
  readonly file: string
  readonly value: unknown
  readonly refuse: Refuse
  /** The line of a part, from 1. */
  readonly lineOf: (path: Path) => number
}

export const START: Place = { line: 1, col: 1 }

/** `a.yaml:12:11: …` */
export function brokenAt(file: string, { line, col }: Place, reason: string): BrokenScenario {
  return new BrokenScenario([`${file}:${line}:${col}: ${reason}`])
}

/** Reads YAML, or JSON, which is YAML. @throws BrokenScenario */
export function readSource(file: string, text: string): Source {
  const lines = new LineCounter()
  const refuseAt = (at: number | undefined, reason: string): never => {
    throw brokenAt(file, at === undefined ? START : lines.linePos(at), reason)
  }
  checkText(text, (place, reason) => {
    throw brokenAt(file, place, reason)
  })
  const document = parsed(text, lines, refuseAt)
  checkYaml(document, text, lines, refuseAt)
  const placeOf = (path: Path, key?: string): Place => positionOf(document.contents, path, lines, key) ?? START
  const refuse: Refuse = (path, reason, key) => {
    throw brokenAt(file, placeOf(path, key), reason)
  }
  return { file, value: valueIn(document, refuseAt), refuse, lineOf: (path) => placeOf(path).line }
}

/** A file that is nested without end would overflow the stack of the parser. */
function parsed(text: string, lines: LineCounter, refuseAt: RefuseAt): Document<ParsedNode> {
  try {
    return parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuseAt(undefined, 'it is nested too deep to be read')
  }
}

/** An alias that is used again and again could grow without end. */
function valueIn(document: Document<ParsedNode>, refuseAt: RefuseAt): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return refuseAt(undefined, (error as Error).message)
  }
}
