import type { ErrorDefinition } from './definition.ts'

/** Ad accounts and what is in them. */
export const adsErrors = {
  ad_account_not_granted: {
    status: 403,
    type: 'OAuthException',
    code: 200,
    message: '(#200) Ad account owner has NOT grant ads_management or ads_read permission',
    basis: 'observed',
    sources: ['capture-ad-account-not-granted'],
  },
  ad_account_read_only: {
    status: 403,
    type: 'OAuthException',
    code: 200,
    message: '(#200) Permissions error',
    basis: 'assumed',
    sources: ['measure-conversion: read-only ad account', 'error-codes: 200'],
    assumes: 'That it is refused is documented; no refused write was captured. See the ruling read-only-ads-error.',
    under: {
      'read-only-ads-error': {
        application: { code: 10, message: '(#10) Application does not have permission for this action' },
        'ads-management': {
          code: 294,
          message:
            '(#294) Managing advertisements requires an access token with the extended permission for ads_management',
        },
      },
    },
  },
  ads_filter_field_unsupported: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: "(#100) Filtering field '<field>' is not supported",
    basis: 'observed',
    sources: ['capture-listing-filters'],
  },
  ads_filter_operator_unsupported: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: "(#100) Filtering field '<field>' with operation '<operation>' is not supported",
    basis: 'observed',
    sources: ['capture-listing-filters'],
  },
} as const satisfies Record<string, ErrorDefinition>
