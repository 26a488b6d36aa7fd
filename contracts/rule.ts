import type { Severity, Side } from './finding.ts'
import type { History } from './history.ts'
import type { Basis, Citation } from './sources.ts'

/** One place where a history breaks a rule. */
export interface Hit {
  /** As in a finding: `POST /{phone}/messages`. */
  readonly where: string
  /** A sentence: what was found, and what is allowed. */
  readonly problem: string
  /** The operation, field of webhooks or duty whose contract it is. */
  readonly contract: string
  /** The numbers of the calls that show it, oldest first. */
  readonly exchanges: readonly number[]
}

/** What a client owes to Graph, or a receiver to webhooks, read off what a world saw. */
export interface Rule {
  /** In small letters and hyphens, and never changed: suppressions name it. */
  readonly id: string
  /** What is done wrong, as a clause: `A marketing message goes to somebody who stopped them`. */
  readonly title: string
  /** Why that is wrong: a sentence or two. */
  readonly explains: string
  /** What to do instead. */
  readonly mend: string
  readonly severity: Severity
  readonly side: Exclude<Side, 'server'>
  readonly basis: Basis
  /** What no source says, and why it was chosen so. Must be there when the basis is `assumed`. */
  readonly assumes?: string
  readonly sources: readonly [Citation, ...Citation[]]
  /** It looks at how long a client waits: not judged where the clock of the world stood still. */
  readonly timed?: true
  /** Never throws, whatever the history holds. */
  readonly judge: (history: History) => readonly Hit[]
}
