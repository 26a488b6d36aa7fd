import type { ErrorDefinition } from './definition.ts'

/** What all errors of a token that is no longer, or never was, valid have in common. */
const invalidToken = {
  status: 401,
  type: 'OAuthException',
  code: 190,
  under: { 'token-error-status': { 400: { status: 400 } } },
} as const

/** Who calls, and may they: the token itself, the app behind it, its proof. */
export const tokenErrors = {
  token_missing: {
    status: 400,
    type: 'OAuthException',
    code: 104,
    message: 'An access token is required to request this resource.',
    basis: 'observed',
    sources: ['capture-no-token'],
  },
  token_missing_for_me: {
    status: 400,
    type: 'OAuthException',
    code: 2500,
    message: 'An active access token must be used to query information about the current user.',
    basis: 'observed',
    sources: ['capture-me-no-token', 'capture-unknown-version'],
  },
  token_unparsable: {
    ...invalidToken,
    message: 'Invalid OAuth access token - Cannot parse access token',
    basis: 'observed',
    sources: ['capture-unparsable-token', 'error-codes: 190'],
  },
  token_malformed: {
    ...invalidToken,
    message: 'Malformed access token <token>',
    basis: 'observed',
    sources: ['capture-malformed-token', 'error-codes: 190'],
  },
  token_undecryptable: {
    ...invalidToken,
    message: 'The access token could not be decrypted',
    basis: 'observed',
    sources: ['capture-undecryptable-token', 'error-codes: 190'],
  },
  token_signature_invalid: {
    ...invalidToken,
    message: 'Invalid OAuth access token signature.',
    basis: 'observed',
    sources: ['capture-token-signature', 'error-codes: 190'],
  },
  token_expired: {
    ...invalidToken,
    subcode: 463,
    message: 'Error validating access token: Session has expired on <expired>. The current time is <now>.',
    basis: 'observed',
    sources: ['capture-expired-token', 'error-codes: 190'],
  },
  token_app_removed: {
    ...invalidToken,
    subcode: 458,
    message: 'Error validating access token: The user has not authorized application <app>.',
    basis: 'observed',
    sources: ['capture-ads-errors', 'graph-errors: 458'],
  },
  token_checkpointed: {
    ...invalidToken,
    subcode: 459,
    message:
      'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
    basis: 'observed',
    sources: ['capture-checkpointed', 'graph-errors: 459'],
  },
  token_password_changed: {
    ...invalidToken,
    subcode: 460,
    message:
      'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
    basis: 'observed',
    sources: ['capture-ads-errors', 'graph-errors: 460'],
  },
  token_user_unconfirmed: {
    ...invalidToken,
    subcode: 464,
    message:
      'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
    basis: 'observed',
    sources: ['capture-unconfirmed-user', 'graph-errors: 464'],
  },
  token_logged_out: {
    ...invalidToken,
    subcode: 467,
    message: 'Error validating access token: The session is invalid because the user logged out.',
    basis: 'observed',
    sources: ['capture-logged-out', 'graph-errors: 467'],
  },
  token_session_invalid: {
    ...invalidToken,
    subcode: 492,
    message: 'Error validating access token: Invalid session.',
    basis: 'assumed',
    sources: ['graph-errors: 492'],
    assumes:
      'The page names the subcode "Invalid Session" (the owner of a page token lacks a role); the sentence is not given.',
  },
  app_unknown: {
    status: 400,
    type: 'OAuthException',
    code: 101,
    message: 'Error validating application. Invalid application ID.',
    basis: 'observed',
    sources: ['capture-invalid-application'],
  },
  app_token_required: {
    status: 400,
    type: 'OAuthException',
    code: 15,
    message: '(#15) This method must be called with an app access_token.',
    basis: 'observed',
    sources: ['capture-app-token-needed', 'subscriptions'],
  },
  appsecret_proof_invalid: {
    status: 400,
    type: 'GraphMethodException',
    code: 100,
    message: 'Invalid appsecret_proof provided in the API argument',
    basis: 'observed',
    sources: ['capture-appsecret-invalid', 'secure-requests'],
  },
  appsecret_proof_required: {
    status: 400,
    type: 'GraphMethodException',
    code: 100,
    message: 'API calls from the server require an appsecret_proof argument',
    basis: 'observed',
    sources: ['capture-appsecret-required', 'login-for-business: appsecret_proof is required'],
  },
  debug_token_caller: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message:
      '(#100) You must provide an app access token, or a user access token that is an owner or developer of the app',
    basis: 'observed',
    sources: ['capture-debug-token-caller'],
  },
  permission_missing: {
    status: 403,
    type: 'OAuthException',
    code: 200,
    message: '(#200) Permissions error',
    basis: 'documented',
    sources: ['system-user-access-tokens', 'error-codes: 200', 'manage-accounts: without Advanced access'],
  },
  business_management_missing: {
    status: 403,
    type: 'OAuthException',
    code: 200,
    message: '(#200) Requires business_management permission to manage the object',
    basis: 'observed',
    sources: ['capture-ads-errors', 'error-codes: 200'],
  },
  scope_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 3962,
    message: '(#3962) Provided permission is not valid. Check your spelling and syntax.',
    basis: 'documented',
    sources: ['system-user-access-tokens'],
    assumes: 'HTTP 400 and the prefix: the reference gives the code and the sentence.',
  },
  integration_session_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 452,
    message:
      '(#452) Session key invalid. This could be because the session key has an incorrect format, or because the user has revoked this session',
    basis: 'documented',
    sources: ['system-user-access-tokens'],
    assumes: 'HTTP 400 and the prefix, and that the client who removed the app is the one who revoked.',
  },
} as const satisfies Record<string, ErrorDefinition>
