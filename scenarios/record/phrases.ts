import { filled } from '../words.ts'
import { type Scalar, textsOf } from './leaves.ts'
import type { Lexicon } from './lexicon.ts'
import { Numbers } from './numbers.ts'
import { replaceRuns } from './runs.ts'
import type { SecretRules, Secrets } from './secrets.ts'
import type { Opening } from './session.ts'

/** A name within a text that is not finished: between two signs that no alphabet has. */
const NAME = /\uE000([a-z][a-z0-9_]*)\uE001/
/** What the format would take for a name. */
const LOOKS_LIKE_A_NAME = /\{(?=[a-z][a-z0-9_]*\})/g

/** Says values as a scenario does: names for ids, nothing that is secret, and nobody's number. */
export class Phrases {
  readonly #lexicon: Lexicon
  readonly #secrets: Secrets
  readonly #numbers: Numbers
  readonly #rules: SecretRules
  /** What the world file has is no secret. */
  readonly #open: ReadonlySet<string>
  readonly #fixed = new Map<string, string>()

  constructor(lexicon: Lexicon, secrets: Secrets, rules: SecretRules, { file, people, pins }: Opening) {
    const texts = [...textsOf(file), ...Object.values(people), ...pins]
    this.#lexicon = lexicon
    this.#secrets = secrets
    this.#rules = rules
    this.#open = new Set(texts)
    this.#numbers = new Numbers(new Set(texts.map((text) => text.replaceAll(/\D/g, ''))))
  }

  /** How many numbers were replaced. */
  get strangers(): number {
    return this.#numbers.count
  }

  /** A value, with all in it. @param key under which it stands */
  value(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return this.text(value, key)
    if (typeof value === 'number') return this.#number(value, key)
    if (Array.isArray(value)) return value.map((item) => this.value(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [this.text(name, ''), this.value(inner, name)]),
    )
  }

  #number(value: number, key: string): unknown {
    // The code of an error is no secret, as the code of a login is.
    const said = this.text(String(value), key === 'code' ? '' : key)
    return said === String(value) ? value : said
  }

  /** What a value is called, if it has a name by now. */
  nameOf(value: Scalar): string | undefined {
    return this.#lexicon.nameOf(value)
  }

  /** An address is said so from now on, also within a form. @param said may begin with a name */
  fix(address: string, said: string): void {
    this.#fixed.set(address, said)
    this.#fixed.set(encodeURIComponent(address), said)
  }

  #withFixed(text: string): string {
    const marked = [...this.#fixed].map(([from, said]) => [from, said.replace(/^\{(\w+)\}/, '\uE000$1\uE001')] as const)
    return marked.reduce((left, [from, said]) => left.replaceAll(from, () => said), text)
  }

  text(text: string, key = ''): string {
    if (key === 'verify_token') return VERIFY_TOKEN
    const fixed = this.#fixed.get(text)
    if (fixed !== undefined) return fixed
    const whole = this.#lexicon.nameOf(text)
    if (whole !== undefined) return `{${whole}}`
    if (this.#hides(key, text)) return this.#secrets.standIn(text)
    const named = replaceRuns(this.#withFixed(text), (part) => {
      const name = this.#lexicon.nameOf(part)
      return name === undefined ? this.#secrets.known(part) : `\uE000${name}\uE001`
    })
    const parts = named.split(NAME).map((part, at) => (at % 2 === 0 ? this.#plain(part, key) : part))
    return escaped(parts)
  }

  /** Whether it is a secret for the name that it stands under. */
  #hides(key: string, text: string): boolean {
    if (text === '' || this.#open.has(text)) return false
    return this.#rules.isSecretName(key) && !(key === 'code' && LANGUAGE.test(text))
  }

  #plain(part: string, key: string): string {
    return this.#numbers.fictional(this.#rules.redactText(part), key)
  }
}

/** The callback of a scenario takes any; this is the one of those that `hears` subscribes. */
const VERIFY_TOKEN = 'scenario'

/** `en`, `en_US`: the code of a language. */
const LANGUAGE = /^[a-z]{2,3}(?:_[A-Za-z]{2,4}){0,2}$/

/** Text and names in turn, as one text. A brace that would begin a name is `{open}`. */
function escaped(parts: readonly string[]): string {
  const plain = parts.map((part, at) => (at % 2 === 0 ? part : STANDS)).join('')
  const words = new Map<string, unknown>([['open', '{'], ...namesIn(parts).map((name) => [name, STANDS] as const)])
  const joined = (way: (part: string) => string): string =>
    parts.map((part, at) => (at % 2 === 0 ? way(part) : `{${part}}`)).join('')
  const ways = [(part: string) => part, (part: string) => part.replaceAll(LOOKS_LIKE_A_NAME, '{open}'), everyBrace]
  return ways.map(joined).find((said) => isSaid(said, words, plain)) ?? joined(everyBrace)
}

const STANDS = '\uE002'

const namesIn = (parts: readonly string[]): string[] => parts.filter((_, at) => at % 2 === 1)

const everyBrace = (part: string): string => part.replaceAll('{', '{open}')

function isSaid(said: string, words: ReadonlyMap<string, unknown>, plain: string): boolean {
  try {
    return filled(said, words) === plain
  } catch {
    return false
  }
}
