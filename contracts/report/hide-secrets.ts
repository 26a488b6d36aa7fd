import { hideNumbers } from '../hide-numbers.ts'
import { redact, redactText } from '../redact.ts'
import type { NumberedExchange, Report } from './report.ts'

const MARK = '(secret)'
/** App secrets have 32 hexadecimal digits, proofs and signatures 64. */
const HEX = /(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-z])/gi
/** What stands behind the name of a scheme in a header. */
const CREDENTIALS = /\b(Bearer|OAuth|Basic)(\s+|%20)[^\s"'<>,;&]{12,}/gi

/**
 * The last gate of every format: a copy of a report in which no text has a token, a secret or a whole phone number. What
 * the report was made of should be clean already; this is for what slipped through.
 * @param secrets those that were in use
 */
export function hideSecrets(report: Report, secrets: readonly string[] = []): Report {
  const known = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))]
  // The longest first: one may be the beginning of another. Shorter ones would hide half of every word.
  const ranked = known.filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length)
  const { exchanges, ...rest } = report
  const clean = (text: string): string => cleanText(text, ranked)
  const told = mapTexts(rest, clean) as Omit<Report, 'exchanges'>
  return exchanges ? { ...told, exchanges: exchanges.map((exchange) => cleanExchange(exchange, clean)) } : told
}

/** A text without tokens, secrets and whole phone numbers: a command line, what a program said. */
export function hideInText(text: string): string {
  return cleanText(text, [])
}

const SHORTEST = 6

type Clean = (text: string) => string

function cleanText(text: string, known: readonly string[]): string {
  const named = known.reduce((left, secret) => left.replaceAll(secret, MARK), text)
  const plain = redactText(named).replaceAll(CREDENTIALS, `$1$2${MARK}`).replaceAll(HEX, MARK)
  return hideNumbers(plain)
}

/** In an exchange what stands under the name of a secret goes, too. */
function cleanExchange({ params, reply, ...rest }: NumberedExchange, clean: Clean): NumberedExchange {
  const known = mapTexts(rest, clean) as Omit<NumberedExchange, 'params' | 'reply'>
  return { ...known, params: mapTexts(redact(params), clean, clean), reply: mapTexts(redact(reply), clean, clean) }
}

/** A copy with every text of it changed, those that are keys as well; with `ofNumber` numbers, too, that are not the same then. */
function mapTexts(value: unknown, change: Clean, ofNumber?: Clean): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value === 'number' && ofNumber) {
    const changed = ofNumber(String(value))
    return changed === String(value) ? value : changed
  }
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, ofNumber))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [change(key), mapTexts(inner, change, ofNumber)]),
  )
}
