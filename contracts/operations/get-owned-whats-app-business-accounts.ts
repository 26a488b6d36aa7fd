import { accountListParams, pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'

/** The WABAs that this business owns, those on behalf of others included. */
export const getOwnedWhatsAppBusinessAccounts = defineOperation({
  name: 'getOwnedWhatsAppBusinessAccounts',
  method: 'GET',
  on: 'Business',
  edge: 'owned_whatsapp_business_accounts',
  auth: { permissions: ['whatsapp_business_management'], reach: 'own' },
  params: accountListParams,
  reply: pageOf,
  lists: 'WhatsAppBusinessAccount',
  errors: ['parameter_invalid', 'cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['manage-accounts', 'openapi: getOwnedWhatsAppBusinessAccounts'],
})
