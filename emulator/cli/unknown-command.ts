import type { Command } from 'commander'
import { instead } from '../../contracts/nearest.ts'
import { asksForJson, complain } from './complaint.ts'
import { usageCode } from './exit-codes.ts'

/** A word that is no command would be taken for one of serve, which is the default and has none. */
export function refuseUnknown(program: Command, words: readonly string[]): void {
  const [first, second] = words
  const word = first === 'help' ? second : first
  const all = [...program.commands.map((command) => command.name()), 'help']
  if (word?.startsWith('-')) refuseLate(words, all)
  if (word === undefined || word.startsWith('-') || all.includes(word)) return
  const known = all.filter((name) => !name.startsWith('_'))
  complain(`there is no command ${word}; ${instead(word, known)}`)
  if (!asksForJson(process.argv)) process.stderr.write('(--help lists what there is)\n')
  process.exit(usageCode(''))
}

/** What stands before a command would be taken for options of serve, and the command for a word too many. */
function refuseLate(words: readonly string[], all: readonly string[]): void {
  const end = words.indexOf('--')
  const late = words.slice(0, end < 0 ? undefined : end).find((word) => all.includes(word))
  if (late === undefined) return
  complain(`the command comes first: mmgraph ${late} ${words.filter((word) => word !== late).join(' ')}`)
  process.exit(usageCode(late))
}
