import { version } from '../version.ts'
import { digestOf } from '../world/digest.ts'
import type { WorldFile } from '../world/file.ts'
import type { JournalEnd, JournalRow } from '../world/input.ts'
import type { Place, Worlds } from '../worlds.ts'

/** The version of this format. */
export const FORMAT = 1

/** The world that a journal is of, and who wrote it. */
export interface JournalHeader {
  readonly journal: typeof FORMAT
  /** The version of mmgraph that wrote it. */
  readonly mmgraph: string
  readonly id: string
  readonly name: string
  /** Milliseconds; null: the world's own day. */
  readonly graphDate: number | null
  readonly limits: 'on' | 'off'
  readonly world: WorldFile
}

export interface JournalFooter {
  readonly end: JournalEnd & {
    /** How many inputs there are. */
    readonly inputs: number
    /** Why nothing that came later is here. */
    readonly stopped?: string
  }
}

export interface JournalDocument {
  readonly header: JournalHeader
  readonly rows: readonly JournalRow[]
  readonly footer: JournalFooter
}

/** Each row with a check of itself and all before it. */
export type Sealed<R> = R & { readonly sum: string }

/** The journal of a world as it is now. A row of it that changes later does not change this. */
export function documentOf({ world, file }: Place, { more }: Worlds): JournalDocument {
  const { graphDate, limits } = more
  const { id, name, journal } = world
  const { stopped } = journal
  const header = {
    journal: FORMAT,
    mmgraph: version,
    id,
    name,
    graphDate: graphDate ?? null,
    limits,
    world: file,
  } as const
  const rows = structuredClone(journal.rows)
  const end = { inputs: rows.length, ...journal.end(), ...(stopped && { stopped: stopped.why }) }
  return { header, rows, footer: { end } }
}

/** As one list: the header, the inputs, the end. */
export function sealed({ header, rows, footer }: JournalDocument): Sealed<object>[] {
  let before = ''
  return [header, ...rows, footer].map((row) => {
    before = sumOf(row, before)
    return { ...row, sum: before }
  })
}

/** The check of a row, given that of the row before it. */
export function sumOf(row: object, before: string): string {
  return digestOf([before, row]).slice(0, 12)
}

/** As JSON, one row a line: the first is in line 2. */
export function textOf(document: JournalDocument): string {
  return `[\n${sealed(document)
    .map((row) => JSON.stringify(row))
    .join(',\n')}\n]\n`
}
