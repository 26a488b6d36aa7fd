import { redact } from '../../contracts/redact.ts'
import type { TrialPlace } from './place.ts'

/** Digits as people and Graph write numbers of phones: at least eight of them. */
const NUMBER = /\+?\d(?:[ ().-]{0,2}\d){7,}/g

/**
 * A copy of what a report says without tokens, secrets, ids and numbers: those that have a name stand by their names, of
 * other numbers the last four digits are left.
 */
export function cleaned<T>(value: T, place: TrialPlace): T {
  const known = knownIn(place)
  const named = mapped(value, (text) =>
    known.reduce((left, [secret, name]) => left.replaceAll(secret, () => name), text),
  )
  // Tokens have digits, too: they are known whole before numbers are cut.
  return mapped(redact(named), masked) as T
}

function mapped(value: unknown, text: (text: string) => string): unknown {
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return value.map((item) => mapped(item, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), mapped(item, text)]))
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const masked = (text: string): string =>
  text.replaceAll(NUMBER, (number) => (DAY.test(number) ? number : `…${number.slice(-4)}`))

type Known = readonly (readonly [text: string, name: string])[]

/** What stands for what, the longest first: one may be the beginning of another. */
function knownIn({ tokens, secrets, words }: TrialPlace): Known {
  const named = (of: Readonly<Record<string, string>>, kind: string): (readonly [string, string])[] =>
    Object.entries(of).flatMap(([name, value]) =>
      [...new Set([value, encodeURIComponent(value)])].map(
        (form) => [form, `$MMGRAPH_${name.toUpperCase()}_${kind}`] as const,
      ),
    )
  // Tokens among the words have their own names already; times are no ids.
  const ids = [...words].filter(
    ([name, value]) =>
      typeof value === 'string' && /^(act_)?\d{8,}$/.test(value) && !/_(token|secret|code)$/.test(name),
  )
  const all = [
    ...named(tokens, 'TOKEN'),
    ...named(secrets, 'SECRET'),
    ...ids.map(([name, value]) => [String(value), `{${name}}`] as const),
  ]
  return all.filter(([text]) => text !== '').sort(([a], [b]) => b.length - a.length)
}
