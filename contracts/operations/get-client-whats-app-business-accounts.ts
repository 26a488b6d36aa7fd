import { accountListParams, pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'

/** The WABAs that client businesses share with this business. */
export const getClientWhatsAppBusinessAccounts = defineOperation({
  name: 'getClientWhatsAppBusinessAccounts',
  method: 'GET',
  on: 'Business',
  edge: 'client_whatsapp_business_accounts',
  auth: { permissions: ['whatsapp_business_management'], access: 'advanced', reach: 'own' },
  params: accountListParams,
  reply: pageOf,
  lists: 'WhatsAppBusinessAccount',
  errors: ['parameter_invalid', 'cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['manage-accounts', 'mm-onboarding: filtering', 'openapi: getClientWhatsAppBusinessAccounts'],
})
