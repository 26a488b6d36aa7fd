import {
  getOwnedAdAccounts as ofBusiness,
  getSystemUserAdAccounts as ofSystemUser,
  getUserAdAccounts as ofUser,
} from '../../contracts/operations/get-ad-accounts.ts'
import { implement } from '../implement.ts'

// Of every list only what the token may see is answered: the ad accounts of its business, or those that it was granted.
export const getUserAdAccounts = implement(ofUser, ({ world }) => world.list('AdAccount'))
export const getSystemUserAdAccounts = implement(ofSystemUser, ({ world }) => world.list('AdAccount'))

export const getOwnedAdAccounts = implement(ofBusiness, ({ node, world }) =>
  world.list('AdAccount').filter(({ businessId }) => businessId === node.id),
)
