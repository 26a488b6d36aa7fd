import { faultInWords } from '../../contracts/faults.ts'
import type { Act } from './session.ts'
import { durationOf } from './waits.ts'

// Sentences for the report: one a step.

/** What was done. @param path of a call, as the step has it */
export function sayAct(act: Act, path: string): string {
  if (act.kind === 'fault') return `The next is to meet ${faultInWords(act.fault)}`
  return act.kind === 'happens' ? sayHappening(act) : sayCall(act, path)
}

function sayHappening({ name, says, refused }: Extract<Act, { kind: 'happens' }>): string {
  const said = says ? sentenceOf(says) : inWords(name.replaceAll('_', ' '))
  return refused === undefined ? said : `${said}, which cannot be`
}

function sayCall({ call, answer }: Extract<Act, { kind: 'call' }>, path: string): string {
  const { operation, error, way, status } = answer
  const said = operation ? inWords(apart(operation)) : `${call.method} ${path}`
  if (way !== undefined) return `${said}, and ${way === 'none' ? 'no answer comes' : 'the answer breaks off'}`
  return error && status >= 400 ? `${said} is refused (${error.replaceAll('_', ' ')})` : said
}

/** `sendMarketingMessage` -> `send Marketing Message`. */
const apart = (name: string): string =>
  name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')

/** Small letters but for what is all capitals; the first is a capital. */
function inWords(words: string): string {
  const small = words
    .split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ')
    .replace(/whats app/g, 'WhatsApp')
  return small.charAt(0).toUpperCase() + small.slice(1)
}

/** The first sentence, without its end. */
function sentenceOf(text: string): string {
  const [first = text] = text.split(/[.;:](?:\s|$)/)
  return first.charAt(0).toUpperCase() + first.slice(1)
}

const UNITS: Readonly<Record<string, string>> = { ms: 'millisecond', s: 'second', m: 'minute', h: 'hour', d: 'day' }

/** `7 days later`. */
export function sayWait(milliseconds: number): string {
  const [, amount = '', unit = ''] = /^(\d+)([a-z]+)$/.exec(durationOf(milliseconds)) ?? []
  return `${amount} ${UNITS[unit]}${amount === '1' ? '' : 's'} later`
}
