import type { History, HistoryCall } from '../history.ts'
import { groupBy } from './keys.ts'
import { once } from './once.ts'

type Groups = (history: History) => ReadonlyMap<string, readonly HistoryCall[]>

/** Calls that were refused, by our name of the error: rules of refusals are many, and refused calls are few. */
const byError: Groups = once(({ calls }) => groupBy(calls, ({ error }) => error))

const byOperation: Groups = once(({ calls }) => groupBy(calls, ({ operation }) => operation))

/** The calls that were refused with one of these, oldest first. */
export function refusedWith(history: History, isWanted: (error: string) => boolean): readonly HistoryCall[] {
  const groups = [...byError(history)].filter(([error]) => isWanted(error))
  return groups.flatMap(([, calls]) => calls).sort((a, b) => a.n - b.n)
}

/** The calls of an operation, oldest first. */
export function callsOf(history: History, operation: string): readonly HistoryCall[] {
  return byOperation(history).get(operation) ?? []
}
