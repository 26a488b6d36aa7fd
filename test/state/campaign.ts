import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { closeState, fill, openState, type State } from '../../emulator/cli/state.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import { type Kit, kitFor, need } from '../kit.ts'

/** A file that is gone after the test. */
export function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'state.log')
}

/** An emulator that goes on from a file. */
export interface Kept {
  readonly emulator: Emulator
  readonly state: State
  readonly kit: (id?: string) => Kit
  /** Ends it in order. */
  readonly stop: () => Promise<void>
}

export async function goOn(path: string, worlds = ['ready-to-send'], options: EmulatorOptions = {}): Promise<Kept> {
  const state = await openState(path)
  const emulator = createEmulator({ ...options, store: state.store })
  onTestFinished(() => {
    emulator.close()
    return state.store.close()
  })
  await fill(emulator.worlds, state, worlds)
  return {
    emulator,
    state,
    kit: (id = 'ready-to-send') => kitFor(emulator, viewOf(need(emulator.worlds.get(id)).world)),
    stop: () => closeState(state, emulator.worlds),
  }
}
