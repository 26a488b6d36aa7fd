import {
  addAssignedUser as adding,
  getAssignedUsers as listing,
  removeAssignedUser as removing,
} from '../../contracts/operations/assigned-users.ts'
import type { Fail } from '../failure.ts'
import { done, implement } from '../implement.ts'
import type { SystemUser } from '../world/entities.ts'
import type { World } from '../world/world.ts'

export const getAssignedUsers = implement(listing, ({ node, params, world }) =>
  world
    .list('SystemUser')
    .filter(({ assigned, businessId }) => businessId === params.business && assigned.includes(node.id)),
)

export const addAssignedUser = implement(adding, ({ node, params, world, fail }) => {
  const user = systemUser(params.user, world, fail)
  world.put({ ...user, assigned: [...new Set([...user.assigned, node.id])] })
  return done
})

export const removeAssignedUser = implement(removing, ({ node, params, world, fail }) => {
  const user = systemUser(params.user, world, fail)
  world.put({ ...user, assigned: user.assigned.filter((id) => id !== node.id) })
  return done
})

function systemUser(id: string, world: World, fail: Fail<'parameter_type'>): SystemUser {
  const user = world.get('SystemUser', id)
  if (user) return user
  const expected = 'the id of a system user.'
  return fail('parameter_type', `user is ${id}, which names no system user`, { param: 'user', expected })
}
