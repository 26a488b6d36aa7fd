import { Low } from 'lowdb'
import { version } from '../version.ts'
import type { JournalRow } from '../world/input.ts'
import { AppendFile } from './append-file.ts'
import { BrokenState } from './broken-state.ts'
import { type Entry, FORMAT } from './entry.ts'
import { type KeptWorld, keptWorlds } from './kept-worlds.ts'
import { lock } from './lock.ts'
import { Waste, withoutWaste } from './waste.ts'

/** Keeps what changes worlds in a file, in groups: whoever asks while a group is written goes with the next. */
export interface Store {
  readonly add: (entry: Entry) => void
  /** When all that was added is on the disk. @throws what the disk says, until it takes it */
  readonly kept: () => Promise<void>
  /** The inputs of a world, as the file has them. */
  readonly inputsOf: (id: string) => Promise<readonly JournalRow[]>
  /** When all is kept, and others may use the file. @throws what the disk says */
  readonly close: () => Promise<void>
}

export interface OpenedStore {
  readonly store: Store
  readonly isNew: boolean
  /** What the file had. */
  readonly worlds: readonly KeptWorld[]
  /** Gives the file back as it is, and writes no more. */
  readonly leave: () => void
  /** Bytes of a line at the end that was cut off: nobody was answered for it, and it is left out. */
  readonly torn: number
}

/**
 * Opens a state file; where there is none it is made.
 * @throws BrokenState where it is damaged, no state file, of another format, or in use
 */
export async function openStore(path: string): Promise<OpenedStore> {
  const unlock = lock(path)
  const file = new AppendFile(path)
  const db = new Low<Entry[]>(file, [])
  try {
    await db.read()
    const entries = db.data
    checkFormat(path, entries)
    const worlds = keptWorlds(path, entries)
    const waste = new Waste()
    for (const entry of entries) waste.count(entry)
    const isNew = entries.length === 0
    db.data = isNew ? [{ state: FORMAT, mmgraph: version }] : []
    return { store: storeOf(db, file, waste, unlock), isNew, worlds, leave: unlock, torn: file.torn }
  } catch (error) {
    unlock()
    throw error
  }
}

/** So many lines wait at most for somebody who waits for them: reads are noted, too, and wait for nobody. */
const MOST_WAITING = 1000

function storeOf(db: Low<Entry[]>, file: AppendFile, waste: Waste, unlock: () => void): Store {
  const kept = inGroups(db, async () => {
    const group = [...db.data]
    await db.write()
    for (const entry of group) waste.count(entry)
    if (waste.isMuch) waste = await tidied(file, waste)
  })
  const add = (entry: Entry): void => {
    // Who changes something hears what the disk says; whoever only reads does not wait for it.
    if (db.data.push(entry) % MOST_WAITING === 0) void kept().catch(() => undefined)
  }
  const inputsOf = async (id: string): Promise<readonly JournalRow[]> => {
    await kept()
    const entries = await new AppendFile(file.path).read()
    return keptWorlds(file.path, entries ?? []).find(({ opening }) => opening.id === id)?.inputs ?? []
  }
  const close = async (): Promise<void> => {
    try {
      await kept()
    } finally {
      await file.close()
      unlock()
    }
  }
  return { add, kept, inputsOf, close }
}

/** One write at a time, and one that is next: of all who come meanwhile. */
function inGroups(db: Low<Entry[]>, write: () => Promise<void>): () => Promise<void> {
  let writing: Promise<void> | undefined
  let next: Promise<void> | undefined
  const begin = (): Promise<void> => {
    next = undefined
    writing = write().finally(() => {
      writing = undefined
    })
    return writing
  }
  return () => {
    if (next || db.data.length === 0) return next ?? writing ?? Promise.resolve()
    if (!writing) return begin()
    next = writing.then(begin, begin)
    return next
  }
}

/** Worlds that ended leave the file. Where the disk has no room for that, the file is as good as before. */
async function tidied(file: AppendFile, waste: Waste): Promise<Waste> {
  try {
    const entries = withoutWaste((await new AppendFile(file.path).read()) ?? [])
    await file.replace(entries)
    const counted = new Waste()
    for (const entry of entries) counted.count(entry)
    return counted
  } catch {
    return waste
  }
}

/** @throws BrokenState */
function checkFormat(path: string, [first]: readonly Entry[]): void {
  if (!first) return
  if (!('state' in first)) throw new BrokenState(`${path} is no state file: its first line says no format`)
  if (first.state !== FORMAT) {
    throw new BrokenState(`${path} has format ${first.state} of mmgraph ${first.mmgraph}; this one reads ${FORMAT}`)
  }
}
