import type { ErrorDefinition } from './definition.ts'

/** What all errors of a login code have in common. */
const invalidCode = { status: 400, type: 'OAuthException', code: 100 } as const

/** An app that asks for a token at `/oauth/access_token`: its id, its secret, the login code. */
export const loginErrors = {
  client_id_missing: {
    status: 400,
    type: 'OAuthException',
    code: 101,
    message: 'Missing client_id parameter.',
    basis: 'assumed',
    sources: ['capture-invalid-application'],
    assumes: 'The sentence is general knowledge; no capture was found. 101 is the code of application errors.',
  },
  client_secret_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 1,
    message: 'Error validating client secret.',
    basis: 'observed',
    sources: ['capture-client-secret'],
  },
  code_expired: {
    ...invalidCode,
    subcode: 36007,
    message: 'This authorization code has expired.',
    challenge: 'invalid_code',
    basis: 'observed',
    sources: ['capture-invalid-application'],
  },
  code_used: {
    ...invalidCode,
    subcode: 36009,
    message: 'This authorization code has been used.',
    challenge: 'invalid_code',
    basis: 'observed',
    sources: ['capture-invalid-application: www-authenticate "invalid_code"'],
  },
  code_redirect_mismatch: {
    ...invalidCode,
    subcode: 36008,
    message:
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    challenge: 'redirect_uri_mismatch',
    basis: 'observed',
    sources: ['capture-invalid-application'],
  },
  code_format_invalid: {
    ...invalidCode,
    subcode: 36008,
    message: 'Invalid verification code format.',
    challenge: 'invalid_code',
    basis: 'observed',
    sources: ['capture-code-format'],
  },
} as const satisfies Record<string, ErrorDefinition>
