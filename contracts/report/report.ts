import type { Finding } from '../finding.ts'

/** What a command of the contract kit found out. It always says what was not looked at, too. */
export interface Report {
  /** What was judged: `npm test`, `http://127.0.0.1:3000/webhooks`. */
  readonly title: string
  readonly findings: readonly Finding[]
  /** Findings that a config file has a reason for. */
  readonly suppressed: readonly Suppressed[]
  readonly checked: readonly Checked[]
  readonly unchecked: readonly Unchecked[]
}

export interface Suppressed {
  readonly finding: Finding
  readonly reason: string
}

/** An operation, a webhook, a duty or a rule, and how often it was met. */
export interface Checked {
  readonly what: string
  readonly count: number
}

export interface Unchecked {
  readonly what: string
  readonly why: string
}
