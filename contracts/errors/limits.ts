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
    sources: ['capture-ads-errors', 'graph-rate-limits'],
  },
  ads_limit_reached: {
    ...prefixed,
    code: 80004,
    subcode: 2446079,
    message: `(#80004) There have been too many calls to this ad-account. Wait a bit and try again. ${LEARN}`,
    basis: 'documented',
    sources: ['graph-rate-limits'],
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

const foreign = {
  ...prefixed,
  basis: 'assumed',
  sources: ['graph-rate-limits'],
  assumes: 'The page lists the code and what it is for; the sentence follows that of 80000.',
} as const

/** Business use cases other than WhatsApp: no call that is answered here counts towards them. */
export const foreignLimitErrors = {
  page_buc_limit_reached: {
    ...foreign,
    code: 80001,
    message: `(#80001) There have been too many calls to this Page account. Wait a bit and try again. ${LEARN}`,
  },
  instagram_buc_limit_reached: {
    ...foreign,
    code: 80002,
    message: `(#80002) There have been too many calls to this Instagram account. Wait a bit and try again. ${LEARN}`,
  },
  custom_audience_buc_limit_reached: {
    ...foreign,
    code: 80003,
    message: `(#80003) There have been too many calls to this ad-account. Wait a bit and try again. ${LEARN}`,
  },
  leadgen_buc_limit_reached: {
    ...foreign,
    code: 80005,
    message: `(#80005) There have been too many calls to this Page account. Wait a bit and try again. ${LEARN}`,
  },
  messenger_buc_limit_reached: {
    ...foreign,
    code: 80006,
    message: `(#80006) There have been too many calls to this Page account. Wait a bit and try again. ${LEARN}`,
  },
  catalog_batch_buc_limit_reached: {
    ...foreign,
    code: 80009,
    message: `(#80009) There have been too many calls to this catalog account. Wait a bit and try again. ${LEARN}`,
  },
  catalog_buc_limit_reached: {
    ...foreign,
    code: 80014,
    message: `(#80014) There have been too many calls to this catalog account. Wait a bit and try again. ${LEARN}`,
  },
} as const satisfies Record<string, ErrorDefinition>
