import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { pageParams } from '../shapes.ts'

/** The ad accounts that a person may see. */
export const getUserAdAccounts = defineOperation({
  name: 'getUserAdAccounts',
  method: 'GET',
  on: 'User',
  edge: 'adaccounts',
  auth: { permissions: ['ads_read'] },
  marketing: true,
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'AdAccount',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['codegen: User', 'published-clients: 32'],
})

/** The ad accounts that a business owns. */
export const getOwnedAdAccounts = defineOperation({
  ...getUserAdAccounts,
  name: 'getOwnedAdAccounts',
  on: 'Business',
  edge: 'owned_ad_accounts',
  sources: ['codegen: Business'],
})

/** The same of a system user, for `/me/adaccounts` with its token. */
export const getSystemUserAdAccounts = defineOperation({
  ...getUserAdAccounts,
  name: 'getSystemUserAdAccounts',
  on: 'SystemUser',
})
