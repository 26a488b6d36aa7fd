import { lenientJson } from '../contracts/lenient-json.ts'
import { textOf } from './body.ts'
import { fail } from './failure.ts'
import { memo } from './memo.ts'

/** One wish of a `fields` parameter: `owner_business{id,name}`, `phone_numbers.limit(5)`. */
export interface Selection {
  readonly name: string
  /** `.limit(5).after(x)`: parameters of an edge. */
  readonly args: Readonly<Record<string, string>>
  /** `.as(name)`: what it is called in the reply. */
  readonly alias: string | undefined
  readonly sub: readonly Selection[] | undefined
}

/** Deep enough for any real call, shallow enough that no call can exhaust the stack. */
const DEEPEST = 20

/**
 * Reads `fields`: a comma list with `{}` and modifiers, or a JSON array as published clients send it.
 * Undefined when the call asks for the default fields.
 * @throws Failure fields_syntax
 * @see sources graph-fields
 */
export function parseFields(value: unknown): readonly Selection[] | undefined {
  if (typeof value === 'string') return parseText(value)
  return value === undefined ? undefined : parseList(value)
}

const parseText = memo(500, parseList)

function parseList(value: unknown): readonly Selection[] | undefined {
  const list = typeof value === 'string' && value.trim().startsWith('[') ? (lenientJson(value) ?? value) : value
  const text = Array.isArray(list) ? list.map((field) => textOf(field) ?? '').join(',') : (textOf(list) ?? '')
  if (!text.trim()) return undefined
  const reader = new Reader(text)
  const selections = reader.list(0)
  if (!reader.atEnd) reader.refuse('end of string')
  return selections
}

/** `.limit(5)`, `.filtering([{…}])`: one pair of brackets within is taken along. */
const MODIFIER = /\.[a-z_]+\((?:[^()]|\([^()]*\))*\)/y

/** The text of selections, for an edge that reads them anew. */
export function fieldsText(selections: readonly Selection[]): string {
  return selections
    .map(({ name, args, alias, sub }) => {
      const all = { ...args, ...(alias !== undefined && { as: alias }) }
      const modifiers = Object.entries(all).map(([key, value]) => `.${key}(${value})`)
      return `${name}${modifiers.join('')}${sub ? `{${fieldsText(sub)}}` : ''}`
    })
    .join(',')
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  list(depth: number): Selection[] {
    if (depth > DEEPEST) this.refuse('at most 20 levels')
    const found: Selection[] = []
    do {
      this.#spaces()
      if (this.#text[this.#at] === '}' || this.atEnd) break
      found.push(this.#one(depth))
      this.#spaces()
    } while (this.#take(','))
    return found
  }

  refuse(expected: string): never {
    const found = this.#text[this.#at] ?? 'end of string'
    return fail('fields_syntax', `fields cannot be read at character ${this.#at + 1}: ${expected} was expected`, {
      expected,
      found,
      at: this.#at + 1,
      fields: this.#text,
    })
  }

  #one(depth: number): Selection {
    const name = this.#match(/[A-Za-z0-9_]+/y) ?? this.refuse('a field')
    const { as: alias, ...args } = this.#modifiers()
    if (!this.#take('{')) return { name, args, alias, sub: undefined }
    const sub = this.list(depth + 1)
    if (!this.#take('}')) this.refuse('}')
    return { name, args, alias, sub }
  }

  #modifiers(): Record<string, string> {
    const found: Record<string, string> = {}
    for (let next = this.#match(MODIFIER); next; next = this.#match(MODIFIER)) {
      const [, name = '', value = ''] = /^\.([a-z_]+)\((.*)\)$/s.exec(next) ?? []
      if (name !== '__proto__') found[name] = value
    }
    return found
  }

  #spaces(): void {
    this.#match(/\s*/y)
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    this.#at += found?.length ?? 0
    return found
  }
}
