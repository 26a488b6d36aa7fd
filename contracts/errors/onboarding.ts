import type { ErrorDefinition } from './definition.ts'

const SENTENCE =
  "Your business has already sent this request. To follow up on the request, contact the business you're requesting access from."

/** What the Intent API says no with. */
export const onboardingErrors = {
  mm_recipient_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid recipient type',
    basis: 'documented',
    sources: ['guide: Error: Invalid recipient type'],
    assumes: 'HTTP 400 and code 100: the guide gives the sentence and its reasons, no code.',
    under: {
      'mm-refusals': {
        openapi: {
          status: 403,
          type: 'GraphMethodException',
          code: 200,
          message: 'End business is not eligible for MM Lite onboarding',
        },
      },
    },
  },
  mm_accounts_missing: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'Invalid recipient type',
    basis: 'documented',
    sources: ['guide: no country eligible WABAs shared with the BSP', 'openapi: onboardPartnersToMMLite, 400'],
    assumes: 'HTTP 400 and code 100: the guide gives the sentence and its reasons, no code.',
    under: {
      'mm-refusals': {
        openapi: {
          type: 'GraphMethodException',
          message: 'No eligible WhatsApp Business Accounts found for MM Lite onboarding',
        },
      },
    },
  },
  mm_duplicate_request: {
    status: 400,
    type: 'OAuthException',
    code: 1752041,
    message: '(#1752041) Duplicate Request',
    details: 'Duplicate Request is thrown when a client has already been invited to onboard by any partner.',
    transient: false,
    title: 'Duplicate Request',
    userMessage: SENTENCE,
    basis: 'documented',
    sources: ['error-codes: 1752041', 'guide: Your business has already sent this request'],
    assumes: "That the error page's title and the guide's sentence are one error: ruling mm-duplicate-request.",
    under: {
      'mm-duplicate-request': {
        guide: { code: 100, message: SENTENCE, details: '', title: '', userMessage: '' },
        'openapi-refusal': {
          status: 403,
          type: 'GraphMethodException',
          code: 100,
          message: 'A business agreement request already exists between these parties',
          details: '',
          title: '',
          userMessage: '',
        },
      },
    },
  },
  mm_app_lacks_permission: {
    status: 403,
    type: 'OAuthException',
    code: 200,
    message: 'The app does not have sufficient permissions to call this API.',
    basis: 'documented',
    sources: ['guide: The app does not have sufficient permissions', 'openapi: onboardPartnersToMMLite, 403'],
    assumes: 'HTTP 403 and code 200, as the OpenAPI row for a missing permission: the guide gives no code.',
    under: {
      'mm-refusals': {
        openapi: {
          subcode: 1349174,
          message: "Your app doesn't have the required whatsapp_business_management permission",
          title: 'Permission Denied',
          userMessage: "Your app doesn't have permission to access this resource",
        },
      },
    },
  },
  mm_partner_not_enrolled: {
    status: 403,
    type: 'OAuthException',
    code: 10,
    message: '(#10) Application does not have permission for this action',
    basis: 'assumed',
    sources: ['error-codes: 10', 'guide: Register yourself for MM API'],
    assumes:
      'That a partner who never accepted the terms is refused, and how: 10 is documented for a caller who is not eligible for the endpoint.',
  },
  mm_obo_intent_failed: {
    status: 400,
    type: 'GraphMethodException',
    code: 100,
    message: 'Failed to set OBO mobility intent on one or more WhatsApp Business Accounts',
    basis: 'documented',
    sources: ['openapi: onboardPartnersToMMLite, 422', 'guide: contingent on setting OBO intent'],
    under: { 'openapi-status': { openapi: { status: 422 } } },
  },
  solution_missing: {
    status: 400,
    type: 'GraphMethodException',
    code: 803,
    message: 'WhatsApp Business Solution not found or not accessible',
    basis: 'documented',
    sources: ['openapi: onboardPartnersToMMLite, 422'],
    under: { 'openapi-status': { openapi: { status: 422 } } },
  },
} as const satisfies Record<string, ErrorDefinition>
