/** What tells secrets: those of the emulator's own log. */
export interface SecretRules {
  readonly isSecretName: (name: string) => boolean
  /** A text without what looks like a token. */
  readonly redactText: (text: string) => string
}

/** A short one could be a part of any word. */
const SHORTEST = 8

/**
 * Puts something that is equally unknown in the place of a secret: the same for the same, and of the same form, so that it is
 * refused for the same reason.
 */
export class Secrets {
  readonly #standIns = new Map<string, string>()

  /** What stands for it, where it was met before. */
  known(value: string): string | undefined {
    return value.length < SHORTEST ? undefined : this.#standIns.get(value)
  }

  standIn(value: string): string {
    const found = this.#standIns.get(value)
    if (found !== undefined) return found
    const made = madeLike(value, this.#standIns.size + 1)
    this.#standIns.set(value, made)
    return made
  }

  /** A text without any secret that was met, wherever it stands. */
  scrubbed(text: string): string {
    const long = [...this.#standIns].filter(([value]) => value.length >= SHORTEST)
    // The longest first: one may be the beginning of another.
    long.sort(([a], [b]) => b.length - a.length)
    return long.reduce((left, [value, standIn]) => left.replaceAll(value, () => standIn), text)
  }

  /** How many there were. */
  get count(): number {
    return this.#standIns.size
  }
}

/** Forms that are told apart when a token, a proof or a PIN is refused. */
function madeLike(value: string, n: number): string {
  if (/^EAAMMGRAPH/.test(value)) return `EAAMMGRAPHnobodys${n}`
  if (/^EA[A-Za-z0-9]{10,}$/.test(value)) return `EAAnobodysToken${n}`
  if (/^\d+\|/.test(value)) return `12345|nobodys-${n}`
  if (/^\d+$/.test(value)) return String(n).padStart(value.length, '7')
  if (/^[0-9a-f]{64}$/.test(value)) return String(n).padStart(64, '0')
  return `nobodys-${n}`
}
