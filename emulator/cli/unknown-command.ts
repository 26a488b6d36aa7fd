import type { Command } from 'commander'
import { instead } from '../../contracts/nearest.ts'

/** A word that is no command would be taken for one of serve, which is the default and has none. */
export function refuseUnknown(program: Command, word: string | undefined): void {
  const known = [...program.commands.map((command) => command.name()), 'help']
  if (word === undefined || word.startsWith('-') || known.includes(word)) return
  process.stderr.write(`mmgraph: there is no command ${word}; ${instead(word, known)}\n(--help lists what there is)\n`)
  process.exit(1)
}
