import { join } from 'node:path'
import type { Journals } from '../../scenarios/play.ts'
import { idsOf } from '../../scenarios/play-all.ts'
import type { Played } from '../../scenarios/result.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { writeText } from './write-text.ts'

/** What the command line says of journals. */
export interface JournalsCommand {
  /** The folder that they are written to. */
  readonly journals?: string
  /** Of scenarios that pass, too. */
  readonly journalsAll?: true
}

/** Whose journals are kept. @throws CannotPlay where nobody would see them */
export function wantedJournals({ journals, journalsAll }: JournalsCommand): Journals {
  if (!journalsAll || journals !== undefined) return journalsAll ? 'all' : 'failed'
  throw new CannotPlay('--journals-all goes with --journals FOLDER')
}

/** Writes the journals of scenarios into the folder, as ID.journal.json; the id is that of the world. */
export function writeJournals(all: readonly Played[], { journals: folder }: JournalsCommand): void {
  if (folder === undefined) return
  const names = idsOf(all.map(({ scenario }) => scenario.title))
  for (const [at, { journal }] of all.entries()) {
    if (journal !== undefined) writeText('--journals', join(folder, `${names[at]}.journal.json`), journal)
  }
}
