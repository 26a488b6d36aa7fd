import {
  getSystemUserPermissions as ofSystemUser,
  getUserPermissions as ofUser,
} from '../../contracts/operations/get-permissions.ts'
import { implement } from '../implement.ts'
import type { Session } from '../session.ts'

export const getUserPermissions = implement(ofUser, ({ session }) => granted(session))
export const getSystemUserPermissions = implement(ofSystemUser, ({ session }) => granted(session))

function granted({ token }: Session) {
  return { data: token.scopes.map((permission) => ({ permission, status: 'granted' as const })) }
}
