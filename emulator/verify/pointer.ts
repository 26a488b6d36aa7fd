/** What a JSON pointer leads to; undefined where nothing stands there. */
export function at(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1)
  return keys.reduce<unknown>((inner, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    const isThere = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
    return isThere ? (inner as Readonly<Record<string, unknown>>)[name] : undefined
  }, value)
}
