import { getClientWhatsAppBusinessAccounts as contract } from '../../contracts/operations/get-client-whats-app-business-accounts.ts'
import { implement } from '../implement.ts'
import { chosenAccounts } from '../model/account-list.ts'
import { accountsSharedWith } from '../model/accounts.ts'

export const getClientWhatsAppBusinessAccounts = implement(contract, ({ node, params, world, fail }) =>
  chosenAccounts(accountsSharedWith(world, node.id), params, world, fail),
)
