import { defineOperation } from '../operation.ts'
import { flag, text } from '../shapes.ts'

/** Makes or fetches the token of a business integration system user (BISUAT). */
export const createSystemUserAccessToken = defineOperation({
  name: 'createSystemUserAccessToken',
  method: 'POST',
  on: 'Business',
  edge: 'system_user_access_tokens',
  auth: {
    tokens: ['system-user'],
    permissions: ['business_management'],
    proof: 'required',
    reach: 'anyone',
    otherwise: { permission: 'business_management_missing' },
  },
  params: {
    type: 'object',
    properties: {
      asset: { type: 'array', items: text },
      scope: { type: 'array', items: text },
      fetch_only: flag,
      set_token_expires_in_60_days: flag,
      system_user_id: text,
    },
  },
  reply: {
    type: 'object',
    properties: { access_token: text },
    required: ['access_token'],
    additionalProperties: false,
  },
  errors: [
    'appsecret_proof_required',
    'business_management_missing',
    'permission_missing',
    'scope_invalid',
    'integration_session_invalid',
  ],
  rulings: ['ad-account-linked'],
  volatile: ['/access_token'],
  basis: 'documented',
  sources: [
    'guide: Fetch an updated BISUAT',
    'login-for-business',
    'hosted-embedded-signup',
    'system-user-access-tokens',
    'codegen: Business',
  ],
})
