import { faultInWords } from '../../contracts/faults.ts'
import type { Act } from './session.ts'
import { durationOf } from './waits.ts'

// Sentences for the report: one a step.

/** What was done. */
export function sayAct(act: Act, path: string): string {
  if (act.kind === 'fault') return `The next is to meet ${faultInWords(act.fault)}`
  if (act.kind === 'happens') {
    const said = act.says ? sentenceOf(act.says) : inWords(act.name.replaceAll('_', ' '))
    return act.refused === undefined ? said : `${said}, which cannot be`
  }
  const { operation, error, way, status } = act.answer
  const said = operation ? inWords(apart(operation)) : `${act.call.method} ${path}`
  if (way === 'none') return `${said}, and no answer comes`
  if (way === 'cut') return `${said}, and the answer breaks off`
  if (error && status >= 400) return `${said} is refused (${error.replaceAll('_', ' ')})`
  return said
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
