import type { Citation } from './sources.ts'

/**
 * A question on which Meta's documents contradict each other (or are silent), what each side says, and what we chose.
 * A world may choose another side, so that a client can be tried under every reading.
 */
export interface Ruling {
  readonly question: string
  readonly sides: Readonly<Record<string, { readonly says: string; readonly sources: readonly Citation[] }>>
  readonly chosen: string
  readonly why: string
}
