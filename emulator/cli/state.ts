import { importWorld } from '../journal/import.ts'
import { BrokenJournal, readJournal } from '../journal/read.ts'
import { CannotCome } from '../journal/replay.ts'
import { BrokenState } from '../state/broken-state.ts'
import type { KeptWorld } from '../state/kept-worlds.ts'
import { type OpenedStore, openStore } from '../state/store.ts'
import { version } from '../version.ts'
import { digestOf } from '../world/digest.ts'
import { BrokenWorld, readWorld, textOfFile } from '../world/load.ts'
import type { Worlds } from '../worlds.ts'

/** What a state file had, for an emulator that goes on from there. */
export interface State extends OpenedStore {
  readonly path: string
}

/** @throws BrokenState */
export async function openState(path: string): Promise<State> {
  return { path, ...(await openStore(path)) }
}

/**
 * Opens the worlds of a state file once more; where there is none, or it is new, those that are asked for.
 * @throws BrokenState where a kept world comes out another way; BrokenWorld, BrokenJournal
 */
export async function fill(worlds: Worlds, state: State | undefined, wanted: readonly string[]): Promise<void> {
  for (const world of state?.worlds ?? []) await restore(state?.path ?? '', world, worlds)
  if (state && !state.isNew) return
  for (const one of wanted) await open(worlds, one)
}

/** A world by its name, of a world file, or of an export. */
async function open(worlds: Worlds, wanted: string): Promise<void> {
  const text = wanted.endsWith('.json') ? textOfFile(wanted) : ''
  if (text.trimStart().startsWith('[')) {
    const journal = readJournal(wanted, text)
    if (worlds.get(journal.header.id))
      throw new BrokenJournal(`${wanted}: there is a world ${journal.header.id} already`)
    await importWorld(worlds, journal, wanted)
    worlds.stay(journal.header.id)
    return
  }
  const { name, file } = readWorld(wanted)
  worlds.stay(worlds.create(name, file).world.id)
}

async function restore(path: string, world: KeptWorld, worlds: Worlds): Promise<void> {
  try {
    await worlds.restore(world)
  } catch (error) {
    if (!(error instanceof CannotCome || error instanceof BrokenWorld)) throw error
    const why = `${error.message}; it was written by mmgraph ${world.mmgraph}, and this is ${version}`
    throw new BrokenState(
      `${path}: the world ${world.opening.id} cannot be restored: ${why}. The file was left as it is`,
    )
  }
}

/**
 * Writes what the worlds are now, so that the next start can tell whether they are the same, and gives the file back.
 * @throws what the disk says
 */
export async function closeState({ store }: State, worlds: Worlds): Promise<void> {
  const stopped = worlds.list().map(({ world, clock }) => {
    clock.follow()
    world.journal.timePassed()
    return [world.id, digestOf(world.state())]
  })
  store.add({ stopped: Object.fromEntries(stopped) })
  await store.close()
}
