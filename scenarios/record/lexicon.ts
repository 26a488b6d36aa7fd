import { leavesOf, type Path, type Scalar, textsOf } from './leaves.ts'
import { runsOf } from './runs.ts'
import type { Opening } from './session.ts'

/** What values are called: those that the world begins with, and those that an answer gave. */
export class Lexicon {
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>(['n', 'callback', 'open'])

  constructor({ names, people, tokens, secrets }: Opening) {
    for (const [name, value] of Object.entries(secrets)) this.#put(`${name}_secret`, value)
    for (const [name, value] of Object.entries(tokens)) this.#put(`${name}_token`, value)
    for (const [name, value] of [...Object.entries(names), ...Object.entries(people)]) this.#put(name, value)
  }

  #put(name: string, value: string): void {
    this.#taken.add(name)
    if (!this.#names.has(value)) this.#names.set(value, name)
  }

  /** What a value is called, if it has a name by now. */
  nameOf(value: Scalar): string | undefined {
    return this.#names.get(String(value))
  }

  /** A name for something, numbered where it is taken. */
  take(wanted: string): string {
    let name = wanted
    for (let count = 2; this.#taken.has(name); count += 1) name = `${wanted}_${count}`
    this.#taken.add(name)
    return name
  }

  /** From now on a value is called so. */
  give(name: string, value: Scalar): void {
    this.#put(name, String(value))
  }
}

/** What an emulator made looks like: it has a digit and is long, or is very long; no day and no time. */
const MADE = /^(?:(?=\S*\d)\S{6,}|\S{24,})$/
const TIME = /^(1[5-9]|2\d)\d{8}$|^\d{4}-\d\d(-\d\d|$)|^v\d+\.\d+$/

const isMade = (value: Scalar): boolean => {
  const text = String(value)
  return typeof value !== 'boolean' && MADE.test(text) && !TIME.test(text)
}

/** Tells values that answers gave from those that the tester, or the world file, had before. */
export class Known {
  readonly #said = new Set<string>()

  constructor({ file, names, people, tokens, secrets }: Opening) {
    this.say([file, names, people, tokens, secrets])
  }

  /** A tester says it. */
  say(value: unknown): void {
    for (const text of textsOf(value)) for (const run of runsOf(text)) this.#said.add(run)
  }

  /** The values in an answer that are new. */
  newIn(value: unknown): { readonly path: Path; readonly value: Scalar }[] {
    return leavesOf(value).filter((leaf) => isMade(leaf.value) && !this.#said.has(String(leaf.value)))
  }
}

/** Where names come from: the key that a value stands under, and what holds that. */
export function nounFor(path: Path, edge: string): string {
  const keys = path.filter((part) => typeof part === 'string')
  const key = snake(keys.at(-1) ?? '')
  if (key !== 'id' && key !== '') return key.replace(/_(id|token)$/, '').replace(/^access$/, 'token') || key
  const holder = keys.at(-2)
  return singular(snake(holder === undefined || holder === 'data' ? edge : holder)) || 'id'
}

/** Small letters, digits and _, with a letter first. */
function snake(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_$/g, '')
}

/** `message_templates` -> `template`. */
function singular(word: string): string {
  const last = word.split('_').at(-1) ?? ''
  return /[^su]s$/.test(last) ? last.slice(0, -1) : last
}
