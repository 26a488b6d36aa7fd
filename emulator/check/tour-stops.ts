import { type ErrorName, errors, happeningErrors, placeholdersOf } from '../../contracts/errors.ts'
import { operations } from '../../contracts/operations.ts'
import type { ErrorFault } from '../world/fault.ts'
import { exchangesOf } from './judged.ts'
import type { Run } from './run.ts'

/** One error, which one operation answers once. */
export interface Stop {
  readonly operation: string
  readonly error: ErrorName
}

/** What any call can meet on any day, whatever its contract says. @see sources graph-errors */
const ANY_DAY: readonly ErrorName[] = ['service_unavailable', 'unknown_error', 'app_limit_reached', 'token_expired']

/** The names that a tour can be told to keep to. */
export const tourErrors: readonly string[] = Object.keys(errors).filter(
  (name) => !(happeningErrors as readonly string[]).includes(name),
)

/** The operations that a run called and got an answer from, and how often. */
export function callsIn({ worlds }: Run): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { operation, status } of worlds.flatMap(exchangesOf)) {
    if (operation !== undefined && status !== 501) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  }
  return counts
}

/**
 * The stops of a tour: each operation with each error that it can answer, of all operations in turn, so that a tour that is
 * cut short has been everywhere.
 * @param only keeps to these errors, for each operation, whatever its contract says
 */
export function stopsOf(called: Iterable<string>, only: readonly string[] | undefined): Stop[] {
  const rows = [...called].map((operation) => errorsOf(operation, only).map((error): Stop => ({ operation, error })))
  const longest = Math.max(0, ...rows.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat()
}

function errorsOf(name: string, only: readonly string[] | undefined): ErrorName[] {
  if (only) return only as ErrorName[]
  const contract = operations.find((operation) => operation.name === name)
  return [...new Set([...ANY_DAY, ...(contract?.errors ?? [])])].filter((error) => tourErrors.includes(error))
}

/** The fault that a stop is. @param times how often it is answered */
export function faultAt({ operation, error }: Stop, times: number): ErrorFault {
  const params = Object.fromEntries(placeholdersOf(error).map((name) => [name, name]))
  return { error, operation, times, params }
}
