import type { Citation } from '../sources.ts'

/** An error that can be asked for without doing harm. */
export interface ProbeDuty {
  /** How it is asked for. */
  readonly says: string
  readonly code: number
  readonly subcode?: number
  readonly source: Citation
}

/** What is answered to what is plainly wrong. */
export const probeDuties = {
  'token that is none': { says: 'a token that is none', code: 190, source: 'capture-malformed-token' },
  'id that is none': { says: 'an id of nothing', code: 100, subcode: 33, source: 'capture-ads-errors' },
  'field that is none': { says: 'a field that there is not', code: 100, source: 'capture-unknown-field' },
  'parameter left out': {
    says: 'a parameter left out that must be there',
    code: 100,
    source: 'capture-parameter-required',
  },
} as const satisfies Record<string, ProbeDuty>

export type ProbeName = keyof typeof probeDuties
