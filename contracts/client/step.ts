import type { Finding, Severity } from '../finding.ts'
import type { Citation } from '../sources.ts'
import type { ClientCall, ClientContract } from './format.ts'
import type { Setting } from './variation.ts'

/** From where to where one call or webhook of a client goes. */
export interface Step {
  readonly before: Asked
  readonly after: Asked
  readonly client: ClientContract
}

/** A setting, and the version that was asked for in it: absent where none was. */
export interface Asked extends Setting {
  readonly asked: Setting['version'] | undefined
}

/** A call, and what becomes of it. */
export interface CallStep extends Step {
  readonly call: ClientCall
}

/** What a finding of an upgrade says, beside whose it is. */
export interface Problem {
  readonly rule: UpgradeRule
  /** It breaks; or it changes, and whether that breaks the client cannot be told. */
  readonly severity: Extract<Severity, 'error' | 'warning'>
  /** A part of the call: `fields owner_business`, `reply /data/id`. */
  readonly part?: string
  readonly problem: string
  readonly source: Citation
}

export type UpgradeRule =
  | 'upgrade-call-refused'
  | 'upgrade-call-answered'
  | 'upgrade-call-differs'
  | 'upgrade-error-differs'
  | 'upgrade-part-gone'
  | 'upgrade-part-differs'
  | 'upgrade-version-ended'
  | 'upgrade-webhook-gone'
  | 'upgrade-webhook-differs'

export function findingOf(
  { part, ...problem }: Problem,
  side: Finding['side'],
  where: string,
  contract: string,
): Finding {
  return { ...problem, side, where: part === undefined ? where : `${where}: ${part}`, contract }
}
