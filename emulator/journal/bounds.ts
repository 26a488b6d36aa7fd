import type { JournalBounds } from '../world/journal.ts'

/** How many inputs a journal takes where nobody says. */
export const USUAL_INPUTS = 10_000
/** The most that it may be told to take. */
export const MOST_INPUTS = 1_000_000
/** How long all that it takes may be: files come with it. */
const MOST_BYTES = 134_217_728

export function boundsOf(inputs = USUAL_INPUTS): JournalBounds {
  return { inputs, bytes: MOST_BYTES }
}
