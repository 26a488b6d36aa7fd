import type { Place, Worlds } from '../worlds.ts'
import type { JournalDocument } from './document.ts'
import { BrokenJournal } from './read.ts'
import { CannotCome } from './replay.ts'

/**
 * Makes the world of a journal, which goes on from where that ends: the same ids, tokens, messages, clock.
 * @param file what the journal is called in messages
 * @throws BrokenJournal where it is not whole, or gives another world here; BrokenWorld
 */
export async function importWorld(
  worlds: Worlds,
  { header, rows, footer }: JournalDocument,
  file: string,
): Promise<Place> {
  const { journal: _, mmgraph, ...opening } = header
  const { at, begun, state, stopped } = footer.end
  if (stopped !== undefined) throw new BrokenJournal(`${file}: the journal ended before it was exported, as ${stopped}`)
  const last = { n: rows.length + 1, at, ...(begun > 0 && { begun }), time: true } as const
  try {
    return await worlds.import({ mmgraph, opening, inputs: [...rows, last], digest: state })
  } catch (error) {
    if (!(error instanceof CannotCome)) throw error
    throw new BrokenJournal(
      `${file}: the world ${opening.id} cannot be made: ${error.message}; mmgraph ${mmgraph} wrote it`,
    )
  }
}
