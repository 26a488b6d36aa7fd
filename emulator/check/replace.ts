type Method = (...given: never[]) => unknown

/**
 * Puts a function in the place of a method, which to whoever looks at it is the same: same name, same length, as
 * enumerable and writable as before. What is not there is left alone.
 * @param make an object with the new one under the same name, as that gives it its name
 */
export function replace<T extends object>(
  owner: T | undefined,
  name: keyof T & string,
  make: (original: Method) => Record<string, Method>,
): void {
  const described = owner && Object.getOwnPropertyDescriptor(owner, name)
  if (!owner || typeof described?.value !== 'function' || !described.configurable) return
  const original = described.value as Method
  const method = make(original)[name]
  if (!method) return
  Object.defineProperty(method, 'length', { value: original.length, configurable: true })
  Object.defineProperty(owner, name, { ...described, value: method })
}
