import fc from 'fast-check'

/** What no schema asks for: other types, ends of ranges, names of prototypes, text of other alphabets, much of it. */
const JUNK: readonly unknown[] = [
  null,
  '',
  ' ',
  '0',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { type: 'text' },
  { 0: 'a', length: 1 },
  { toString: 1, valueOf: null },
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-0',
  '[1,2',
  "{'a':1}",
  '<details>',
  '<param> $& $1 %s {{1}}',
  'wamid.',
  'wamid.HBgLMTQxNjU1NTAxMDAVAgARGBI=',
  'US.',
  'https://',
  'https://a.invalid/x',
  'javascript:alert(1)',
  'line\r\nbreak\tand     spaces',
  '\u0000\u001b',
  '\ud800',
  'Übrig 🥖 ٤ नमस्ते',
  '‮abc',
  '9'.repeat(40),
  'a'.repeat(4200),
  '🥖'.repeat(600),
  Array.from({ length: 50 }, (_, at) => at),
  nested(30),
  nested(100),
]

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: [inner] }), 1)
}

/** What is text all the same, so that it passes for a text. */
const TEXTS = JUNK.filter((junk) => typeof junk === 'string')

/** One change somewhere in a value. `at` picks the place. */
export interface Mutation {
  readonly at: number
  readonly does: 'drop' | 'put' | 'say' | 'add' | 'repeat' | 'wrap' | 'unwrap' | 'stringify' | 'swap'
  readonly junk: number
  readonly key: string
}

/** @param keys names that the contract knows, to be put where they do not belong */
export const mutationOf = (keys: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.record({
    at: fc.nat(10_000),
    does: fc.constantFrom('drop', 'put', 'say', 'say', 'add', 'repeat', 'wrap', 'unwrap', 'stringify', 'swap'),
    junk: fc.nat(JUNK.length - 1),
    key: fc.constantFrom(...keys, '__proto__', 'constructor', 'length', 'toString', '0', '', 'a[b]'),
  })

type Holder = Record<string, unknown>

/** A copy of the value with the changes. */
export function mutated(value: object, mutations: readonly Mutation[]): object {
  const copy = JSON.parse(JSON.stringify(value))
  for (const mutation of mutations) mutate(copy, mutation)
  return copy
}

function mutate(body: object, { at, does, junk, key }: Mutation): void {
  const places = placesIn(body)
  const [holder, name] = places[at % Math.max(places.length, 1)] ?? [body as Holder, key]
  // In an empty body there is no place, and a name could be that of its prototype.
  const there = Object.hasOwn(holder, name) ? holder[name] : undefined
  const other = places[(at * 7 + junk) % Math.max(places.length, 1)]
  const set = (value: unknown, into = name, of: object = holder): void => {
    Object.defineProperty(of, into, { value, enumerable: true, configurable: true, writable: true })
  }
  const deeds: { readonly [D in Mutation['does']]: () => unknown } = {
    drop: () => (Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name]),
    put: () => set(junkAt(junk)),
    say: () => set(TEXTS[junk % TEXTS.length]),
    add: () => set(junkAt(junk), key, isObject(there) && !Array.isArray(there) ? there : body),
    repeat: () => (Array.isArray(holder) ? holder.push(structuredClone(there)) : set(there, key)),
    wrap: () => set([there]),
    unwrap: () => set(isObject(there) ? Object.values(there)[0] : [there]),
    stringify: () => set(JSON.stringify(there)),
    swap: () => other && set(structuredClone(other[0][other[1]])),
  }
  deeds[does]()
}

/** A copy, as later changes may be made in it. */
function junkAt(at: number): unknown {
  const junk = JUNK[at]
  return isObject(junk) ? structuredClone(junk) : junk
}

/** Every place in a value where something stands. */
function placesIn(value: object, found: [holder: Holder, key: string][] = []): typeof found {
  const holder = value as Holder
  for (const key of Object.keys(holder)) {
    found.push([holder, key])
    const inner = holder[key]
    if (isObject(inner)) placesIn(inner, found)
  }
  return found
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
