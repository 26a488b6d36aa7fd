/** What `{name}` stands for: variables, names of the world, and what was remembered. */
export type Words = ReadonlyMap<string, unknown>

/** `{name}`; what stands in two pairs of braces is a variable of a template, and stays. */
const WORD = /\{\{.*?\}\}|\{([a-z][a-z0-9_]*)\}/g

/** A name that stands for nothing. */
export class UnknownWord extends Error {
  readonly word: string

  constructor(word: string) {
    super(`{${word}} stands for nothing here`)
    this.word = word
  }
}

/** A value with every `{name}` in it replaced. A text that is nothing else becomes the value itself. @throws UnknownWord */
export function filled(value: unknown, words: Words): unknown {
  if (typeof value === 'string') return filledText(value, words)
  if (Array.isArray(value)) return value.map((item) => filled(item, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [String(filled(key, words)), filled(inner, words)]),
  )
}

function filledText(text: string, words: Words): unknown {
  const [whole] = /^\{([a-z][a-z0-9_]*)\}$/.exec(text) ? [text.slice(1, -1)] : []
  if (whole !== undefined) return meaning(whole, words)
  return text.replaceAll(WORD, (all, word: string | undefined) =>
    word === undefined ? all : String(meaning(word, words)),
  )
}

function meaning(word: string, words: Words): unknown {
  if (!words.has(word)) throw new UnknownWord(word)
  return words.get(word)
}

/** The names that a value recalls. */
export function recalled(value: unknown): string[] {
  const text = JSON.stringify(value) ?? ''
  return [...text.matchAll(WORD)].flatMap(([, word]) => word ?? [])
}

/** `<name>`: remembers what stands there. */
const MARK = /^<([a-z][a-z0-9_]*)>$/

export const markOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? MARK.exec(value)?.[1] : undefined

/** The names that a value remembers. */
export function remembered(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(remembered)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(remembered)
  const mark = markOf(value)
  return mark === undefined ? [] : [mark]
}
