import type { Command } from 'commander'
import { complete, type Offers } from './complete.ts'

/**
 * What the script of a shell reads: a word a line, for zsh and fish with a tab and what it is for. The last line begins
 * with a colon and says what the shell adds: `:none`, `:folders`, `:files` with the endings of files.
 */
export function completionLines(program: Command, shell: string, words: readonly string[]): string[] {
  const whole = shell === 'bash' ? joined(words) : words
  const { offers, files } = complete(program, whole)
  const start = shell === 'bash' ? beforeTyped(words, whole) : 0
  const told = offers.map(({ word, says }) =>
    shell === 'bash' || says === '' ? word.slice(start) : `${word}\t${firstLine(says)}`,
  )
  return [...told, directive(files)]
}

function directive(files: Offers['files']): string {
  if (files === undefined) return ':none'
  return files === 'folders' ? ':folders' : [':files', ...files].join(' ')
}

/** Bash makes three words of `--clock=still`. */
function joined(words: readonly string[]): string[] {
  const whole: string[] = []
  for (const [at, word] of words.entries()) {
    const isPart = word === '=' || words[at - 1] === '='
    if (isPart && whole.length > 0) whole.push(`${whole.pop()}${word}`)
    else whole.push(word)
  }
  return whole
}

/** How much of a word bash has already, as it takes what stands after `=` for a word of its own. */
function beforeTyped(words: readonly string[], whole: readonly string[]): number {
  const typed = words.at(-1) === '=' ? '' : (words.at(-1) ?? '')
  return (whole.at(-1) ?? '').length - typed.length
}

const firstLine = (text: string): string => text.replaceAll(/\s+/g, ' ')
