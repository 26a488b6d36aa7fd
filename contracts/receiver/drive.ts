import type { Duty } from '../duty.ts'
import type { Severity } from '../finding.ts'
import type { receiverLimits } from '../receiver-limits.ts'
import type { Bench } from './bench.ts'
import type { PublishedEvent } from './body.ts'
import type { LoadResult } from './load.ts'
import type { Maker } from './maker.ts'

/** What is said of one drive of a receiver. */
export interface Drive {
  /** How the receiver is called in the report: without a query, which may hold secrets. */
  readonly title: string
  readonly duties: readonly Duty[]
  /** Why duties are not tried, by their ids. */
  readonly skipped: ReadonlyMap<string, string>
  /** The secret of the app. Without it nothing is posted. */
  readonly secret?: string
  /** What handshakes show. Without it none is made. */
  readonly verifyToken?: string
  /** The same seed sends the same bytes. */
  readonly seed: string
  /** The time in webhooks: milliseconds since 1970. */
  readonly at: number
  readonly published: readonly PublishedEvent[]
  readonly limits: { readonly [name in keyof typeof receiverLimits]: number }
  /** Webhooks a second, and for how many seconds. */
  readonly rate: number
  readonly seconds: number
}

/** What one duty is tried with. Each has a maker of its own: what is sent does not hang on which others are tried. */
export interface Trial {
  readonly drive: Drive
  readonly bench: Bench
  readonly maker: Maker
  /** The load is driven once, for all duties about it. */
  readonly load: () => Promise<LoadResult>
}

/** What came of one step of a duty. */
export interface Tried {
  /** How many requests it took. */
  readonly sent: number
  readonly problems: readonly DutyProblem[]
  /** Why it says nothing. */
  readonly unchecked?: string
}

export interface DutyProblem {
  /** What was sent, in words: `POST messages statuses: read`. */
  readonly where: string
  /** What came back, and what is owed. */
  readonly problem: string
  /** Where it is not that of the duty. */
  readonly severity?: Severity
}
