import type { Citation } from '../sources.ts'

/** Differences between a description of Meta and the contracts that were looked at, and why the contracts stay. */
export interface KnownDrift {
  readonly reason: string
  readonly sources: readonly Citation[]
  /** `field GET Business` -> what differs there, `; ` between them. An operation itself stands under `operation`. */
  readonly of: Readonly<Record<string, string>>
}
