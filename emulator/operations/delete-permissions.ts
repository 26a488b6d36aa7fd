import { deleteUserPermissions as contract } from '../../contracts/operations/delete-permissions.ts'
import { done, implement } from '../implement.ts'
import { endTokens } from '../model/token-ends.ts'

export const deleteUserPermissions = implement(contract, ({ node, session, world }) => {
  endTokens(world, 'app_removed', (token) => token.subjectId === node.id && token.appId === session.app.id)
  return done
})
