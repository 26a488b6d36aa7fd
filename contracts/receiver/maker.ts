import { hash } from '../hash.ts'

/** Makes ids, numbers and times of webhooks: the same seed makes the same ones in the same order. */
export interface Maker {
  /** 15 digits, as the id of a node. */
  readonly id: () => string
  readonly message: () => string
  /** Digits of a phone number that is nobody's. */
  readonly number: () => string
  /** Milliseconds since 1970 of everything that is made. */
  readonly at: number
}

/** @param at milliseconds since 1970, whole seconds */
export function makerOf(seed: string, at: number): Maker {
  let made = 0
  const start = hash(seed)
  const next = (): string => {
    made += 1
    return `${String(start).padStart(10, '0')}${String(made).padStart(4, '0')}`
  }
  return {
    id: () => `1${next()}`,
    // Base64 of digits has no slash, which would be written \/: those have a duty of their own.
    message: () => `wamid.${btoa(`mmgraph ${next()}`)}`,
    number: () => `1416555${next().slice(-4)}`,
    at,
  }
}

/** `1772442000`: how webhooks about messages write a time. */
export function secondsText(at: number): string {
  return String(Math.floor(at / 1000))
}
