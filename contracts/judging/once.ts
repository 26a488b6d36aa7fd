import type { History } from '../history.ts'

/** What is read off a history, once: rules share it. */
export function once<T>(make: (history: History) => T): (history: History) => T {
  const known = new WeakMap<History, { readonly made: T }>()
  return (history) => {
    const found = known.get(history) ?? { made: make(history) }
    known.set(history, found)
    return found.made
  }
}
