import type { History, HistoryCall } from '../history.ts'
import { once } from './once.ts'
import { fieldsOf } from './values.ts'

/** What proves who calls is no part of what is asked for. */
export const OF_CALLER: ReadonlySet<string> = new Set(['access_token', 'appsecret_proof', 'appsecret_time'])
/** What stands in a history where a secret stood: two that differ look the same. */
const HIDDEN = '"(secret)"'

/**
 * A text that is the same for calls that ask for the same with the same token; undefined where a secret among the
 * parameters makes it impossible to say.
 */
export const keyOf: (call: HistoryCall) => string | undefined = memo((call) => {
  const { access_token: _, appsecret_proof: __, appsecret_time: ___, ...asked } = fieldsOf(call.params)
  const said = JSON.stringify(asked)
  return said.includes(HIDDEN) ? undefined : `${call.method} ${call.path} ${call.token ?? ''} ${said}`
})

function memo<T>(make: (call: HistoryCall) => T): (call: HistoryCall) => T {
  const known = new WeakMap<HistoryCall, { readonly made: T }>()
  return (call) => {
    const found = known.get(call) ?? { made: make(call) }
    known.set(call, found)
    return found.made
  }
}

/** The names of what a call asks, without what proves who calls. */
export function askedOf(call: HistoryCall): readonly string[] {
  return Object.keys(fieldsOf(call.params)).filter((name) => !OF_CALLER.has(name))
}

/**
 * For each call the number of the stretch that it is in: a new one begins when the client has changed something, or was
 * told something by a webhook. Within one, asking the same gives the same.
 */
export const stretches: (history: History) => ReadonlyMap<number, number> = once(({ calls, deliveries }) => {
  const told = deliveries.map((delivery) => delivery.calls).sort((a, b) => a - b)
  const found = new Map<number, number>()
  let stretch = 0
  let heard = 0
  for (const { n, method, status, operation } of calls) {
    const before = heard
    while ((told[heard] ?? n) < n) heard += 1
    if (heard > before) stretch += 1
    found.set(n, stretch)
    if (method !== 'GET' && status === 200 && operation) stretch += 1
  }
  return found
})

/** The calls by a key, oldest first; those without a key are left out. */
export function groupBy<T>(
  list: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    if (key === undefined) continue
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The calls that come after the one of a number, up to another: they stand in the order of their numbers. */
export function callsBetween(calls: readonly HistoryCall[], from: number, to: number): readonly HistoryCall[] {
  return calls.slice(placeAfter(calls, from), placeAfter(calls, to))
}

/** How many calls have this number or a lower one. */
function placeAfter(calls: readonly HistoryCall[], n: number): number {
  let [low, high] = [0, calls.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((calls[middle]?.n ?? 0) <= n) low = middle + 1
    else high = middle
  }
  return low
}
