import type { RealGraph } from './real-graph.ts'
import type { Outcome } from './result.ts'

/** What came of a step without any token or secret: those that were given stand by their names. */
export function redacted(outcome: Outcome, { tokens, secrets, redact }: RealGraph): Outcome {
  const known = [...named(tokens, 'TOKEN'), ...named(secrets, 'SECRET')]
  // The longest first: one may be the beginning of another.
  known.sort(([a], [b]) => b.length - a.length)
  return redact(cleaned(outcome, known)) as Outcome
}

type Known = readonly (readonly [secret: string, name: string])[]

function named(values: Readonly<Record<string, string>>, kind: string): (readonly [string, string])[] {
  const forms = ([name, value]: [string, string]): (readonly [string, string])[] =>
    [...new Set([value, encodeURIComponent(value)])].map((form) => [form, `$MMGRAPH_${name.toUpperCase()}_${kind}`])
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .flatMap(forms)
}

function cleaned(value: unknown, known: Known): unknown {
  if (typeof value === 'string') return cleanedText(value, known)
  if (Array.isArray(value)) return value.map((item) => cleaned(item, known))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [cleanedText(key, known), cleaned(inner, known)])
  return Object.fromEntries(entries)
}

function cleanedText(text: string, known: Known): string {
  return known.reduce((left, [secret, name]) => left.replaceAll(secret, () => name), text)
}
