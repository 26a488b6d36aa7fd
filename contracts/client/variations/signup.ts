import { as, ruled } from '../ruled.ts'
import type { Place, Variation } from '../variation.ts'

/** A client that exchanges codes has a page that clients sign up on, perhaps. */
const page: Place = { kind: 'param', operations: ['getAccessToken'], param: '/code' }

/** What the page of Embedded Signup is told otherwise under other sides of rulings. */
export const signupVariations: readonly Variation[] = [
  ruled(
    'signup-error-key',
    page,
    { 'error-code': as('its page is told error_code'), 'error-id': as('its page is told error_id') },
    'whether its page reads errors that clients of Embedded Signup report',
  ),
  ruled(
    'signup-cancel-version',
    page,
    { absent: as('CANCEL has no version'), present: as('CANCEL has version: 3') },
    'whether its page reads the version of a CANCEL',
  ),
  ruled(
    'signup-version-end',
    page,
    {
      refused: as('versions before v4 open no dialog from 2026-10-15 on'),
      served: as('versions before v4 are served after 2026-10-15'),
    },
    'which version of Embedded Signup its page asks for',
  ),
]
