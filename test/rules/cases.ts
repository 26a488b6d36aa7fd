import type { History } from '../../contracts/history.ts'

/** A history that breaks a rule, and one that comes near and does not. */
export interface Case {
  readonly breaks: () => History | Promise<History>
  readonly keeps: () => History | Promise<History>
}

export type Cases = Readonly<Record<string, Case>>
