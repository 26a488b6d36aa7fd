/**
 * Remembers what a pure function gave for a text or a number. Clients ask the same again and again, and reading a URL, a field
 * list or a hash anew costs more than the answer. When it is full it begins anew.
 */
export function memo<V, K extends string | number = string>(limit: number, make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    if (known.size >= limit) known.clear()
    known.set(key, made)
    return made
  }
}
