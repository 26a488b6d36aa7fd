import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

const invalid = { status: 400, type: 'OAuthException', code: 100, message: 'Invalid parameter' } as const
const NAMED = 'The page names the number and what it is about; the sentence is ours.'

/** Errors of operations that are not answered here yet: met by a fault alone. */
export const elsewhereErrors = {
  template_buc_limit_reached: {
    status: 400,
    type: 'OAuthException',
    code: 80012,
    message:
      '(#80012) There have been too many calls to this message template. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
    basis: 'documented',
    sources: ['template-reference: POST'],
  },
  flow_blocked_by_integrity: {
    ...cloud(139000, 'Blocked by Integrity', 'Flows cannot be published by an account that is not verified.'),
    basis: 'assumed',
    sources: ['capture-blocked-by-integrity'],
    assumes: 'Code and title were captured; the sentence is ours.',
  },
  number_in_maintenance: {
    ...invalid,
    subcode: 2494100,
    title: 'Account is in maintenance mode',
    userMessage: 'The phone number is being migrated. Try again later.',
    basis: 'assumed',
    sources: ['error-codes: 2494100'],
    assumes: NAMED,
  },
  synchronization_limit_reached: {
    ...invalid,
    subcode: 2593107,
    title: 'Synchronization request limit exceeded',
    userMessage: 'You have exceeded the maximum number of times to call the synchronization api for this phone number.',
    basis: 'documented',
    sources: ['error-codes: 2593107'],
    assumes: 'That the sentence of the page is error_user_msg.',
  },
  synchronization_too_late: {
    ...invalid,
    subcode: 2593108,
    title: 'Synchronization request made outside of allowed time window',
    userMessage: 'The business was onboarded more than 24 hours ago.',
    basis: 'assumed',
    sources: ['error-codes: 2593108'],
    assumes: NAMED,
  },
  obo_mobility_refused: {
    ...invalid,
    subcode: 2593079,
    title: 'OBO mobility',
    userMessage: 'The on-behalf-of account cannot be moved.',
    basis: 'assumed',
    sources: ['error-codes: 2593079'],
    assumes: NAMED,
  },
  obo_mobility_intent_refused: {
    ...invalid,
    subcode: 2593085,
    title: 'OBO mobility',
    userMessage: 'The mobility intent of the on-behalf-of account cannot be set.',
    basis: 'assumed',
    sources: ['error-codes: 2593085'],
    assumes: NAMED,
  },
} as const satisfies Record<string, ErrorDefinition>
