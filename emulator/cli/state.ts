import { CannotCome } from '../journal/replay.ts'
import { BrokenState } from '../state/append-file.ts'
import { type KeptWorld, keptWorlds } from '../state/kept-worlds.ts'
import { type OpenedStore, openStore, type Store } from '../state/store.ts'
import { version } from '../version.ts'
import { digestOf } from '../world/digest.ts'
import { BrokenWorld, readWorld } from '../world/load.ts'
import type { Worlds } from '../worlds.ts'

/** What a state file had, for an emulator that goes on from there. */
export interface State {
  readonly path: string
  readonly isNew: boolean
  readonly store: Store
  readonly kept: readonly KeptWorld[]
}

/** @throws BrokenState */
export async function openState(path: string): Promise<State> {
  const { store, entries }: OpenedStore = await openStore(path)
  return { path, isNew: entries.length === 0, store, kept: keptWorlds(entries) }
}

/**
 * Opens the worlds of a state file once more; where it is new, those that are asked for.
 * @throws BrokenState where a kept world comes out another way; BrokenWorld
 */
export async function fill(worlds: Worlds, { path, kept, isNew }: State, wanted: readonly string[]): Promise<void> {
  for (const world of kept) await restore(path, world, worlds)
  for (const one of isNew ? wanted : []) {
    const { name, file } = readWorld(one)
    worlds.create(name, file)
  }
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

/** Writes what the worlds are now, so that the next start can tell whether they are the same, and gives the file back. */
export async function closeState({ store }: State, worlds: Worlds): Promise<void> {
  const stopped = worlds.list().map(({ world }) => {
    world.journal.timePassed()
    return [world.id, digestOf(world.state())]
  })
  store.add({ stopped: Object.fromEntries(stopped) })
  await store.close()
}
