import { Low } from 'lowdb'
import { version } from '../version.ts'
import { AppendFile, BrokenState } from './append-file.ts'
import { type Entry, FORMAT } from './entry.ts'
import { lock } from './lock.ts'

/** Keeps what changes worlds in a file, in groups: whoever asks while a group is written goes with the next. */
export interface Store {
  readonly add: (entry: Entry) => void
  /** When all that was added is on the disk. @throws what the disk says, until it takes it */
  readonly kept: () => Promise<void>
  /** When all is kept, and others may use the file. */
  readonly close: () => Promise<void>
}

export interface OpenedStore {
  readonly store: Store
  /** What the file had. */
  readonly entries: readonly Entry[]
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
    db.data = entries.length === 0 ? [{ state: FORMAT, mmgraph: version }] : []
    return { store: storeOf(db, file, unlock), entries }
  } catch (error) {
    unlock()
    throw error
  }
}

function storeOf(db: Low<Entry[]>, file: AppendFile, unlock: () => void): Store {
  let writing: Promise<void> | undefined
  let next: Promise<void> | undefined
  const write = (): Promise<void> => {
    next = undefined
    writing = db.write().finally(() => {
      writing = undefined
    })
    return writing
  }
  const kept = (): Promise<void> => {
    if (next || db.data.length === 0) return next ?? Promise.resolve()
    if (!writing) return write()
    next = writing.then(write, write)
    return next
  }
  const close = async (): Promise<void> => {
    await kept()
    await file.close()
    unlock()
  }
  return { add: (entry) => db.data.push(entry), kept, close }
}

function checkFormat(path: string, [first]: readonly Entry[]): void {
  if (!first) return
  if (!('state' in first)) throw new BrokenState(`${path} is no state file: its first line says no format`)
  if (first.state !== FORMAT) {
    throw new BrokenState(`${path} has format ${first.state} of mmgraph ${first.mmgraph}; this one reads ${FORMAT}`)
  }
}
