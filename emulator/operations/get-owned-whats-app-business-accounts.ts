import { getOwnedWhatsAppBusinessAccounts as contract } from '../../contracts/operations/get-owned-whats-app-business-accounts.ts'
import { implement } from '../implement.ts'
import { chosenAccounts } from '../model/account-list.ts'
import { accountsOwnedBy } from '../model/accounts.ts'

export const getOwnedWhatsAppBusinessAccounts = implement(contract, ({ node, params, world, fail }) =>
  chosenAccounts(accountsOwnedBy(world, node.id), params, world, fail),
)
