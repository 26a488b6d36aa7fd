import {
  getOwnedAdAccounts as ofBusiness,
  getSystemUserAdAccounts as ofSystemUser,
  getUserAdAccounts as ofUser,
} from '../../contracts/operations/get-ad-accounts.ts'
import { implement } from '../implement.ts'
import type { Session } from '../session.ts'
import type { AdAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

export const getUserAdAccounts = implement(ofUser, ({ session, world }) => visible(session, world))
export const getSystemUserAdAccounts = implement(ofSystemUser, ({ session, world }) => visible(session, world))

export const getOwnedAdAccounts = implement(ofBusiness, ({ node, world }) =>
  world.list('AdAccount').filter(({ businessId }) => businessId === node.id),
)

function visible({ businessId, token }: Session, world: World): readonly AdAccount[] {
  const own = world.list('AdAccount').filter((account) => account.businessId === businessId)
  return token.targets ? own.filter(({ id }) => token.targets?.includes(id)) : own
}
