import { defineOperation } from '../operation.ts'
import { flag, integer, text } from '../shapes.ts'

/** Tokens for a code, for the app itself, or for another token. */
export const getAccessToken = defineOperation({
  name: 'getAccessToken',
  method: 'GET',
  on: 'Graph',
  edge: 'oauth/access_token',
  auth: { anonymous: true, permissions: [] },
  params: {
    type: 'object',
    properties: {
      client_id: text,
      client_secret: text,
      grant_type: { enum: ['client_credentials', 'fb_exchange_token', 'authorization_code'] },
      code: text,
      redirect_uri: text,
      fb_exchange_token: text,
      set_token_expires_in_60_days: flag,
    },
  },
  reply: {
    type: 'object',
    properties: { access_token: text, token_type: { const: 'bearer' }, expires_in: integer },
    required: ['access_token', 'token_type'],
    additionalProperties: false,
  },
  errors: [
    'client_id_missing',
    'app_unknown',
    'client_secret_invalid',
    'code_expired',
    'code_used',
    'code_redirect_mismatch',
    'code_format_invalid',
    'parameter_required',
    'token_unparsable',
    'token_expired',
  ],
  // What a page is told before it has the code that it exchanges here.
  rulings: ['signup-error-key', 'signup-cancel-version', 'signup-version-end'],
  volatile: ['/access_token'],
  basis: 'documented',
  sources: ['capture-exchange', 'embedded-signup: Exchange the token code', 'login-for-business'],
})
