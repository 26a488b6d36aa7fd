import { defineOperation } from '../operation.ts'
import { nodeId, text } from '../shapes.ts'

/** The Intent API: a partner asks a client business to join the Marketing Messages API. */
export const onboardPartnersToMMLite = defineOperation({
  name: 'onboardPartnersToMMLite',
  method: 'POST',
  on: 'Business',
  edge: 'onboard_partners_to_mm_lite',
  auth: {
    tokens: ['system-user'],
    permissions: ['whatsapp_business_messaging', 'whatsapp_business_management'],
    access: 'advanced',
    reach: 'anyone',
    otherwise: { token: 'mm_app_lacks_permission', permission: 'mm_app_lacks_permission' },
  },
  limit: 'intent',
  params: { type: 'object', properties: { solution_id: text } },
  reply: {
    type: 'object',
    properties: { request_id: nodeId },
    required: ['request_id'],
    additionalProperties: false,
  },
  errors: [
    'mm_app_lacks_permission',
    'mm_partner_not_enrolled',
    'mm_recipient_invalid',
    'mm_accounts_missing',
    'mm_duplicate_request',
    'mm_obo_intent_failed',
    'parameter_not_numeric',
    'solution_missing',
  ],
  rulings: [
    'mm-duplicate-request',
    'mm-request-expiry',
    'obo-transfer-on-signing',
    'openapi-status',
    'solution-id-place',
  ],
  volatile: ['/request_id'],
  basis: 'documented',
  sources: ['guide: Onboard a business using the Intent API', 'openapi: onboardPartnersToMMLite', 'codegen: Business'],
})
