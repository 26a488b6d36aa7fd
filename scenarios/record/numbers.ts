/** Seven digits at the end that begin with 555 belong to nobody. */
const FICTIONAL = /555\d{4}$/
/** A number as people write it, with a plus. */
const WRITTEN = /\+[1-9][\d ().-]{6,22}\d/g
/** Digits alone are a number under such a key. */
const KEYS = new Set(['to', 'from', 'wa_id', 'phone', 'phone_number', 'recipient', 'customer', 'user_id', 'input'])

/** Puts fictional numbers in the place of others: of the same country, the same for the same. */
export class Numbers {
  readonly #standIns = new Map<string, string>()
  readonly #own: ReadonlySet<string>

  /** @param own numbers that the world file has */
  constructor(own: ReadonlySet<string>) {
    this.#own = own
  }

  /** A text without the number of anybody. @param key under which it stands */
  fictional(text: string, key: string): string {
    if (KEYS.has(key) && /^[\d ().-]{8,20}$/.test(text)) return this.#standIn(text)
    return text.replaceAll(WRITTEN, (written) => this.#standIn(written))
  }

  #standIn(written: string): string {
    const digits = written.replaceAll(/\D/g, '')
    const isNone = digits.length < 8 || digits.length > 15
    if (isNone || FICTIONAL.test(digits) || this.#own.has(digits)) return written
    const found = this.#standIns.get(digits) ?? this.#make(digits)
    return written.startsWith('+') ? `+${found}` : found
  }

  #make(digits: string): string {
    const made = `${digits.slice(0, -7)}555${8001 + this.#standIns.size}`
    this.#standIns.set(digits, made)
    return made
  }

  get count(): number {
    return this.#standIns.size
  }
}
