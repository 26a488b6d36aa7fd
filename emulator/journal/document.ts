import type { Store } from '../state/store.ts'
import { version } from '../version.ts'
import { digestOf } from '../world/digest.ts'
import type { WorldFile } from '../world/file.ts'
import type { JournalEnd, JournalRow } from '../world/input.ts'
import type { World } from '../world/world.ts'
import type { Place } from '../worlds.ts'

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
export function documentOf({ world, file }: Place): JournalDocument {
  const { rows, stopped } = world.journal
  const end = { ...world.journal.end(), ...(stopped && { stopped: stopped.why }) }
  return {
    header: headerOf(world, file),
    rows: structuredClone(rows),
    footer: { end: { inputs: rows.length, ...end } },
  }
}

/** The same of a world that keeps none itself: of the state file, which has no answers. */
export async function documentFrom({ world, file }: Place, store: Store): Promise<JournalDocument> {
  const { told, end } = { told: world.journal.told, end: world.journal.end() }
  const header = headerOf(world, file)
  const rows = (await store.inputsOf(world.id)).slice(0, told)
  return { header, rows, footer: { end: { inputs: rows.length, ...end } } }
}

function headerOf({ id, name, more }: World, world: WorldFile): JournalHeader {
  const { graphDate = null, limits } = more
  return { journal: FORMAT, mmgraph: version, id, name, graphDate, limits, world }
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
