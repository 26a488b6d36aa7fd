import type { Ruling } from '../ruling.ts'

/** Embedded Signup. */
export const signupRulings = {
  'signup-error-key': {
    question: 'Under which key does a page get the number of an error that a client reported?',
    sides: {
      'error-code': { says: 'error_code', sources: ['embedded-signup: User reported errors'] },
      'error-id': { says: 'error_id', sources: ['embedded-signup-2025: User reported errors'] },
    },
    chosen: 'error-code',
    why: 'The same page said error_id in 2025 and says error_code in 2026.',
  },
  'signup-cancel-version': {
    question: 'Does the message of a client who cancels have version: 3?',
    sides: {
      absent: { says: 'No: data, type and event', sources: ['embedded-signup: Abandoned flow structure'] },
      present: { says: 'Yes', sources: ['signup-errors: Abandoned Flow Screens'] },
    },
    chosen: 'absent',
    why: 'The page on the implementation is newer.',
  },
  'signup-version-end': {
    question: 'Does a version of Embedded Signup work once its time is over?',
    sides: {
      refused: { says: 'No: it is available until October 2026, v2 until the 15th', sources: ['signup-versions'] },
      served: {
        says: 'Yes: deprecated means that it is advised against',
        sources: ['signup-versions: will be deprecated'],
      },
    },
    chosen: 'refused',
    why: 'The table says until when each is available, and the banner tells partners to migrate before, to avoid disruption.',
  },
} as const satisfies Record<string, Ruling>
