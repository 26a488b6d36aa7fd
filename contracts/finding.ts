import type { Citation } from './sources.ts'

/** Who keeps a contract or breaks it: the client that calls, Graph that answers, the receiver of webhooks. */
export type Side = 'caller' | 'server' | 'receiver'

/** `error`: it breaks, or will. `warning`: it works today, and Meta says not to. `note`: it could be done with less. */
export type Severity = 'error' | 'warning' | 'note'

/** A place in a file: lines and columns are counted from 1. */
export interface Place {
  /** As seen from where the command ran, with slashes: `src/send.js`, `../shared/send.js`. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One thing that is wrong: whose fault it is, where it stands, and what says so. */
export interface Finding {
  /** The id of the rule that it breaks, as `token-in-url`. */
  readonly rule: string
  readonly severity: Severity
  readonly side: Side
  /** A place within what was looked at: a JSON pointer, or `POST /{phone}/messages`. */
  readonly where: string
  /** A sentence: what was found, and what is allowed. */
  readonly problem: string
  /** The operation, field of webhooks or duty whose contract it is. */
  readonly contract: string
  readonly source: Citation
  /** The numbers of the exchanges that show it, in the log of the world. */
  readonly exchanges?: readonly number[]
  /** The code that made the call, where it is known. */
  readonly place?: Place
}
