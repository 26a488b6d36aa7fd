import { isRecord } from '../body.ts'
import type { JournalRow } from '../world/input.ts'
import { checkWorld } from '../world/load.ts'
import { FORMAT, type JournalDocument, type JournalFooter, type JournalHeader, sumOf } from './document.ts'

/** A file that cannot be replayed; the message says where and why. */
export class BrokenJournal extends Error {}

/**
 * Reads a journal from a file, or from the text of a part of a report.
 * @throws BrokenJournal when it is none, of another format, or not as it was written; BrokenWorld
 */
export function readJournal(file: string, text: string): JournalDocument {
  const refuse = (line: number | undefined, why: string): never => {
    throw new BrokenJournal(line === undefined ? `${file}: ${why}` : `${file}:${line}: ${why}`)
  }
  const rows = rowsOf(file, text, refuse)
  const lineOf = text.trimEnd().split('\n').length === rows.length + 2 ? (at: number) => at + 2 : () => undefined
  checkHeader(rows, lineOf(0), refuse)
  checkSums(rows, lineOf, refuse)
  const [first, ...rest] = rows.map(({ sum: _, ...row }) => row)
  const header = first as unknown as JournalHeader
  checkWorld(`${file}: world`, header.world)
  return { header, rows: rest.slice(0, -1) as unknown as JournalRow[], footer: rest.at(-1) as unknown as JournalFooter }
}

type Refuse = (line: number | undefined, why: string) => never
type Row = Readonly<Record<string, unknown>>

const WHAT = 'a journal is a list whose first row is like {"journal": 1, "mmgraph": "0.1.0", ...}'

function rowsOf(file: string, text: string, refuse: Refuse): Row[] {
  const value = ofReport(parsed(file, text, refuse), refuse)
  if (!Array.isArray(value) || value.length === 0) return refuse(1, `this is no journal: ${WHAT}`)
  const odd = value.findIndex((row) => !isRecord(row))
  return odd >= 0 ? refuse(odd + 2, `a row is no object; ${WHAT}`) : value
}

/** The one journal of a report of `mmgraph play --json`, where the value is such. */
function ofReport(value: unknown, refuse: Refuse): unknown {
  if (!isRecord(value) || !Array.isArray(value.scenarios)) return value
  const journals = value.scenarios.flatMap((played) => (isRecord(played) && played.journal ? [played.journal] : []))
  if (journals.length === 1) return journals[0]
  const advice =
    journals.length === 0
      ? 'it has those of scenarios that failed; play --journals FOLDER --journals-all writes those of the others'
      : 'play --journals FOLDER writes each into a file of its own'
  return refuse(undefined, `this is a report with ${journals.length} journals, and one is replayed; ${advice}`)
}

/** Where the JSON breaks: rows stand one a line, and each must be JSON by itself. */
function parsed(file: string, text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (/\.ya?ml$/.test(file) || /^(?:#.*\n|\n)*(title|world|steps):/.test(text)) {
      return refuse(undefined, `this is a scenario and no journal: mmgraph play ${file} plays it`)
    }
    const lines = text.trimEnd().split('\n')
    const at = lines.findIndex((line, place) => !isPart(line, place === lines.length - 1))
    const why = 'this is no JSON: the journal was cut off, or changed after it was written'
    // A journal begins with a line of its own: what breaks there never was one.
    return refuse((at < 0 ? lines.length - 1 : at) + 1, at === 0 ? `this is no journal: ${WHAT}` : why)
  }
}

function isPart(line: string, isLast: boolean): boolean {
  if (line === (isLast ? ']' : '[')) return true
  try {
    JSON.parse(line.replace(/,$/, ''))
    return !isLast
  } catch {
    return false
  }
}

function checkHeader([header = {}]: readonly Row[], line: number | undefined, refuse: Refuse): void {
  if (typeof header.journal !== 'number') refuse(line, `this is no journal: ${WHAT}`)
  if (header.journal !== FORMAT) {
    const by = `it was written by mmgraph ${String(header.mmgraph)}`
    refuse(line, `the journal has format ${header.journal}, and this mmgraph reads format ${FORMAT}; ${by}`)
  }
}

function checkSums(rows: readonly Row[], lineOf: (at: number) => number | undefined, refuse: Refuse): void {
  const last = rows.length - 1
  const nameOf = (at: number): string => (at === 0 ? 'the header' : at === last ? 'the end' : `input ${at}`)
  let before = ''
  for (const [at, { sum, ...row }] of rows.entries()) {
    before = sumOf(row, before)
    if (sum !== before) refuse(lineOf(at), `${nameOf(at)} is not as it was written: the journal was changed afterwards`)
  }
  const odd = rows.slice(1, -1).findIndex(({ n }, at) => n !== at + 1)
  if (odd >= 0) refuse(lineOf(odd + 1), `${nameOf(odd + 1)} has the number ${rows[odd + 1]?.n}`)
  if (!isRecord(rows[last]?.end)) refuse(lineOf(last), 'the journal was cut off: its last row, the end, is missing')
}
