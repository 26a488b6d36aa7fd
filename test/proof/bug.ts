import type { Parts } from './client/parts.ts'
import type { Condition } from './stage.ts'

/** A client that does one thing wrong. */
export interface ClientBug {
  /** The rule that it breaks. */
  readonly rule: string
  /** What it does wrong, after `a client that`. */
  readonly does: string
  readonly parts: Partial<Parts>
  /** What it must meet to show it: the healthy client meets the same. */
  readonly meets?: Condition
  /** Rules that cannot but be broken with it. */
  readonly also?: readonly string[]
}
