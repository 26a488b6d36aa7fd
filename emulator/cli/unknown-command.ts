import type { Command } from 'commander'
import { instead } from '../../contracts/nearest.ts'
import { asksForJson, complain } from './complaint.ts'
import { usageCode } from './exit-codes.ts'

/** A word that is no command would be taken for one of serve, which is the default and has none. */
export function refuseUnknown(program: Command, [first, second]: readonly string[]): void {
  const word = first === 'help' ? second : first
  const all = [...program.commands.map((command) => command.name()), 'help']
  if (word === undefined || word.startsWith('-') || all.includes(word)) return
  const known = all.filter((name) => !name.startsWith('_'))
  complain(`there is no command ${word}; ${instead(word, known)}`)
  if (!asksForJson(process.argv)) process.stderr.write('(--help lists what there is)\n')
  process.exit(usageCode(''))
}
