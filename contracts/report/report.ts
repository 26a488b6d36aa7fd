import type { Exchange } from '../check.ts'
import type { Finding, Severity, Side } from '../finding.ts'

/** What a command of the contract kit found out. It always says what was not looked at, too. */
export interface Report {
  /** What was judged: `npm test`, `http://127.0.0.1:3000/webhooks`. */
  readonly title: string
  /** The command that judged: `mmgraph check`. */
  readonly command?: string
  readonly findings: readonly Finding[]
  /** Findings that a config file has a reason for. */
  readonly suppressed: readonly Suppressed[]
  readonly checked: readonly Checked[]
  readonly unchecked: readonly Unchecked[]
  /** The exchanges that findings name by number, for those who want to see them. */
  readonly exchanges?: readonly NumberedExchange[]
}

export interface Suppressed {
  readonly finding: Finding
  readonly reason: string
}

/** An operation, a webhook, a duty or a rule, and how often it was met. */
export interface Checked {
  readonly what: string
  readonly count: number
  /** Whose keeping of it was looked at, where that is one side's alone. */
  readonly side?: Side
}

export interface Unchecked {
  readonly what: string
  readonly why: string
}

/** `n`: its number in the log of the world. */
export interface NumberedExchange extends Exchange {
  readonly n: number
}

/** What people read of a rule. */
export interface RuleText {
  readonly title: string
  /** Why it matters. */
  readonly explains: string
  /** What to do instead. */
  readonly mend?: string
  /** What of it no source says, and why it was chosen so. */
  readonly assumes?: string
}

/** By the id of a rule. */
export type RuleTexts = ReadonlyMap<string, RuleText>

/** What every format may be given beside the report. */
export interface ReportOptions {
  readonly rules?: RuleTexts
  /** What fails the command, and so is a failure for CI servers: findings of this weight, and heavier ones. `error` where absent. */
  readonly failOn?: Severity
  /** Tokens and secrets that were in use: they are hidden wherever they stand, also where nothing shows that they are secret. */
  readonly secrets?: readonly string[]
}
