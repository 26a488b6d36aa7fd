import type { Reading } from './format.ts'

/** @param path JSON pointer, with `*` for the elements of an array; of the whole it is empty */
export type Note = (path: string, how: Reading) => void

/**
 * JSON that tells which of its parts are read. To whoever uses it, it is the same: arrays are arrays, a part is always the
 * same object, and values are values. Keys that are all enumerated (`JSON.stringify`, a spread, a deep comparison) are
 * `copied` as a whole, as nobody can see what becomes of a copy.
 * @param value as `JSON.parse` gave it, and in nobody's hands yet: its inner objects are replaced
 */
export function touched<T>(value: T, note: Note): T {
  return watch(value, '', note) as T
}

/** What a watched object stands for, which is then copied as a whole; undefined where it is none. */
export function copiedTarget(value: object): object | undefined {
  const watched = targets.get(value)
  watched?.watcher.copiedAtOnce()
  return watched?.target
}

const targets = new WeakMap<object, { readonly target: object; readonly watcher: Watcher }>()

/** A reviver may have made something else of a part: that is no JSON, and stands as it is. */
function isJson(value: object): boolean {
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))
}

function watch(value: unknown, path: string, note: Note): unknown {
  if (typeof value !== 'object' || value === null || targets.has(value) || !isJson(value)) return value
  // The inner ones stand in their places before anybody comes: an object that is frozen later cannot show another one.
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) {
      const watched = watch(inner, inside(path, key, value), note)
      Object.defineProperty(value, key, { value: watched, enumerable: true, configurable: true, writable: true })
    }
  }
  const watcher = new Watcher(value, path, note)
  const proxy = new Proxy(value, trapsOf(watcher))
  targets.set(proxy, { target: value, watcher })
  return proxy
}

function inside(path: string, key: string, of: object): string {
  return `${path}/${Array.isArray(of) ? '*' : key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Tells what is done to one object. */
class Watcher {
  /** Keys that the client itself has set: they are no part of the reply. */
  readonly own = new Set<PropertyKey>()
  readonly #target: object
  readonly #path: string
  readonly #note: Note
  /** The keys that one pass over the object has still to read, and the turn of the event loop that it began in. */
  #pass: { readonly keys: Set<string>; readonly turn: number } | undefined

  constructor(target: object, path: string, note: Note) {
    this.#target = target
    this.#path = path
    this.#note = note
  }

  copiedAtOnce(): void {
    this.#note(this.#path, 'copied')
  }

  /** Its keys are asked for: their values are next. */
  copied(): void {
    this.copiedAtOnce()
    this.#pass = { keys: new Set(Object.keys(this.#target)), turn: thisTurn() }
  }

  /**
   * What is not there is not told: nobody can lose it. Nor are methods of arrays and objects.
   * @param takes its value is taken, and not only whether it is there
   */
  asked(key: PropertyKey, takes: boolean): void {
    if (typeof key !== 'string' || this.own.has(key)) return
    const isPass = this.#pass?.turn === thisTurn()
    if (Array.isArray(this.#target) && key === 'length') {
      if (!isPass) this.#note(this.#path, 'read')
    } else if (Object.hasOwn(this.#target, key)) this.#found(key, takes, isPass)
  }

  #found(key: string, takes: boolean, isPass: boolean): void {
    if (!isPass || !this.#pass?.keys.has(key)) this.#note(inside(this.#path, key, this.#target), 'read')
    else if (takes) this.#pass.keys.delete(key)
  }
}

function trapsOf(watcher: Watcher): ProxyHandler<object> {
  return {
    get(target, key, receiver) {
      // JSON.stringify asks each object for it before it reads the keys.
      if (key === 'toJSON' && !Object.hasOwn(target, key)) watcher.copied()
      else watcher.asked(key, true)
      return Reflect.get(target, key, receiver)
    },
    has(target, key) {
      watcher.asked(key, false)
      return Reflect.has(target, key)
    },
    ownKeys(target) {
      watcher.copied()
      return Reflect.ownKeys(target)
    },
    getOwnPropertyDescriptor(target, key) {
      watcher.asked(key, false)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    set(target, key, value) {
      watcher.own.add(key)
      return Reflect.set(target, key, value)
    },
  }
}

let turn = 0
let isCounting = false

/** A number for the turn of the event loop: what is read in a later one is no part of a pass. */
function thisTurn(): number {
  if (!isCounting) {
    isCounting = true
    void Promise.resolve().then(() => {
      isCounting = false
      turn += 1
    })
  }
  return turn
}
