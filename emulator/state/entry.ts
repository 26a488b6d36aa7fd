import type { WorldFile } from '../world/file.ts'
import type { JournalRow } from '../world/input.ts'

/** The version of the format of a state file. */
export const FORMAT = 1

/** A world begins, or begins anew. */
export interface Opening {
  readonly id: string
  readonly name: string
  readonly world: WorldFile
  /** Milliseconds; null: the world's own day. */
  readonly graphDate: number | null
  readonly limits: 'on' | 'off'
}

/**
 * One line of a state file. A world is its opening and all inputs since: the same inputs give the same world. So nothing
 * else is kept, and nothing that was written is ever changed.
 */
export type Entry =
  | { readonly state: typeof FORMAT; readonly mmgraph: string }
  | { readonly open: Opening }
  | { readonly of: string; readonly input: JournalRow }
  /** Whether its clock follows real time from here on. */
  | { readonly of: string; readonly running: boolean }
  | { readonly drop: string }
  /** The emulator was stopped in order: digests of the states of its worlds. */
  | { readonly stopped: Readonly<Record<string, string>> }
