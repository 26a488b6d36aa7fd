import type { ErrorDefinition } from './definition.ts'

const LEARN = 'For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.'
const prefixed = { status: 400, type: 'OAuthException' } as const

/** Too many calls. @see sources graph-rate-limits */
export const limitErrors = {
  app_limit_reached: {
    ...prefixed,
    code: 4,
    subcode: 2446079,
    message: '(#4) Application request limit reached',
    transient: true,
    basis: 'documented',
    sources: ['error-codes: 4', 'openapi: 429', 'graph-rate-limits'],
    under: { 'openapi-status': { openapi: { status: 429 } } },
  },
  user_limit_reached: {
    ...prefixed,
    code: 17,
    subcode: 2446079,
    message: '(#17) User request limit reached',
    basis: 'observed',
    sources: ['capture-limits'],
  },
  page_limit_reached: {
    ...prefixed,
    code: 32,
    message: '(#32) Page request limit reached',
    basis: 'documented',
    sources: ['graph-rate-limits'],
  },
  custom_limit_reached: {
    ...prefixed,
    code: 613,
    message: '(#613) Calls to this api have exceeded the rate limit.',
    basis: 'documented',
    sources: ['graph-rate-limits'],
  },
  insights_limit_reached: {
    ...prefixed,
    code: 80000,
    subcode: 2446079,
    message: `(#80000) There have been too many calls from this ad-account. Wait a bit and try again. ${LEARN}`,
    basis: 'observed',
    sources: ['capture-ads-errors', 'ads-rate-limits'],
  },
  ads_limit_reached: {
    ...prefixed,
    code: 80004,
    subcode: 2446079,
    message:
      '(#80004) There have been too many calls to this ad-account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting#ads-management.',
    basis: 'observed',
    sources: ['capture-ads-limit', 'capture-ads-limit-status', 'ads-rate-limits'],
  },
  waba_limit_reached: {
    ...prefixed,
    code: 80008,
    message: '(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.',
    basis: 'observed',
    sources: ['capture-limits', 'graph-rate-limits'],
    under: {
      'waba-limit-code': {
        80007: {
          code: 80007,
          message: '(#80007) Rate limit issues',
          details: 'The WhatsApp Business Account has reached its rate limit.',
        },
      },
    },
  },
} as const satisfies Record<string, ErrorDefinition>

const foreign = <Code extends number>(code: Code, whose: string) =>
  ({
    ...prefixed,
    code,
    message: `(#${code}) There have been too many calls to this ${whose}. Wait a bit and try again. ${LEARN}`,
    basis: 'assumed',
    sources: ['graph-rate-limits'],
    assumes: 'The page lists the code and what it is for; the sentence follows that of 80000.',
  }) as const

/** Business use cases other than WhatsApp: no call that is answered here counts towards them. */
export const foreignLimitErrors = {
  page_buc_limit_reached: foreign(80001, 'Page account'),
  instagram_buc_limit_reached: foreign(80002, 'Instagram account'),
  custom_audience_buc_limit_reached: foreign(80003, 'ad-account'),
  leadgen_buc_limit_reached: foreign(80005, 'Page account'),
  messenger_buc_limit_reached: foreign(80006, 'Page account'),
  catalog_batch_buc_limit_reached: foreign(80009, 'catalog account'),
  catalog_buc_limit_reached: foreign(80014, 'catalog account'),
} as const satisfies Record<string, ErrorDefinition>
