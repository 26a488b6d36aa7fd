import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Ends a token before its time. */
export const revokeToken = defineOperation({
  name: 'revokeToken',
  method: 'GET',
  on: 'Graph',
  edge: 'oauth/revoke',
  auth: { anonymous: true, permissions: [] },
  params: {
    type: 'object',
    properties: { client_id: text, client_secret: text, revoke_token: text },
    required: ['revoke_token'],
  },
  reply: success,
  errors: ['client_id_missing', 'app_unknown', 'client_secret_invalid', 'token_unparsable'],
  basis: 'documented',
  sources: ['system-user-tokens: revoke'],
})
