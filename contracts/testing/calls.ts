import { instead } from '../nearest.ts'
import { operations } from '../operations.ts'
import { callOf, candidates } from './keeps-contract.ts'
import type { RecordedExchange } from './record.ts'
import { type Verdict, verdict } from './verdict.ts'

/**
 * Whether one of the exchanges is a call of the operation, with these parameters at least.
 * @param operation Meta's name of it: `sendMarketingMessage`
 */
export function calls(exchanges: readonly RecordedExchange[], operation: string, params: object = {}): Verdict {
  const names = operations.map(({ name }) => name)
  if (!names.includes(operation)) return verdict([instead(operation, names)], `there is no operation ${operation}`, '')
  const own = exchanges.filter((exchange) => candidates(exchange).some(({ name }) => name === operation))
  const found = own.some((exchange) => includes(exchange.params, params))
  const near = own.map((exchange) => `${callOf(exchange)} had the parameters ${JSON.stringify(exchange.params)}`)
  const others = exchanges.length > 0 ? exchanges.map((one) => `called was ${nameOf(one)}`) : ['nothing was called']
  const what =
    own.length > 0 ? `${operation} was not called with ${JSON.stringify(params)}:` : `${operation} was not called:`
  return verdict(found ? [] : own.length > 0 ? near : others, what, `${operation} was called`)
}

function nameOf(exchange: RecordedExchange): string {
  const known = candidates(exchange).map(({ name }) => name)
  const call = `${callOf(exchange)}, answered with HTTP ${exchange.status}`
  return known.length === 1 ? `${known[0]}: ${call}` : call
}

/** Whether a value has all that the other has; lists must be as long. */
function includes(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(whole) && whole.length === part.length && part.every((one, at) => includes(whole[at], one))
  }
  if (typeof part !== 'object' || part === null) return whole === part
  if (typeof whole !== 'object' || whole === null) return false
  return Object.entries(part).every(([key, inner]) => includes((whole as Record<string, unknown>)[key], inner))
}
