import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Journals } from '../../scenarios/play.ts'
import { idOf } from '../../scenarios/play-all.ts'
import type { Played } from '../../scenarios/result.ts'

/** What the command line says of journals. */
export interface JournalsCommand {
  /** The folder that they are written to. */
  readonly journals?: string
  /** Of scenarios that pass, too. */
  readonly journalsAll?: true
}

/** Whose journals are kept. Ends the process where nobody would see them. */
export function wantedJournals({ journals, journalsAll }: JournalsCommand): Journals {
  if (!journalsAll || journals !== undefined) return journalsAll ? 'all' : 'failed'
  process.stderr.write('mmgraph: --journals-all goes with --journals FOLDER\n')
  return process.exit(2)
}

/** Writes the journals of scenarios into the folder, as ID.journal.json; the id is that of the world. */
export function writeJournals(all: readonly Played[], { journals: folder }: JournalsCommand): void {
  if (folder === undefined) return
  const names = namesOf(all)
  mkdirSync(folder, { recursive: true })
  for (const [at, { journal }] of all.entries()) {
    if (journal !== undefined) writeFileSync(join(folder, `${names[at]}.journal.json`), journal)
  }
}

/** Those of the same title are told apart by a number, in their order. */
function namesOf(all: readonly Played[]): string[] {
  const seen = new Map<string, number>()
  return all.map(({ scenario }) => {
    const id = idOf(scenario.title)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  })
}
