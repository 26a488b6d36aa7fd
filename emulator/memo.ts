/**
 * Remembers what a pure function gave for a text. Clients ask the same again and again, and reading a URL, a field
 * list or a hash anew costs more than the answer. When it is full it begins anew.
 */
export function memo<V>(limit: number, make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    if (known.size >= limit) known.clear()
    known.set(key, made)
    return made
  }
}
