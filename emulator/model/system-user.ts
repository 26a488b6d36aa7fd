import type { Permission } from '../../contracts/node.ts'
import { permissionNames } from '../../contracts/permission-names.ts'
import type { Fail } from '../failure.ts'
import type { Session } from '../session.ts'
import type { Application, SystemUser, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** An admin of a business manages its system users; an employee among those does not. @see sources system-users-create */
export function isAdmin({ kind, token }: Session, world: World): boolean {
  return kind !== 'system-user' || world.get('SystemUser', token.subjectId)?.role === 'ADMIN'
}

/** The app of a business that a parameter names. @throws Failure permission_missing */
export function appOf(id: string, businessId: string, world: World, fail: Fail<'permission_missing'>): Application {
  const app = world.get('Application', id)
  return app?.businessId === businessId ? app : fail('permission_missing', `${id} is no app of this business`)
}

/** A token of the app counts as an installation: it could not be had without one. */
export function hasInstalled(user: SystemUser, app: Application, world: World): boolean {
  const hasToken = ({ subjectId, appId }: { subjectId?: string; appId: string }) =>
    subjectId === user.id && appId === app.id
  return (user.apps ?? []).includes(app.id) || world.tokens().some(hasToken)
}

/**
 * The permissions that a scope names, of those that the app has.
 * @throws Failure scope_invalid for what is no permission, permission_missing for what the app has no access to
 */
export function scopesFor(
  scope: readonly string[],
  app: Application,
  fail: Fail<'scope_invalid' | 'permission_missing'>,
): readonly Permission[] {
  return scope.map((wanted) => {
    const permission = permissionNames.find((name) => name === wanted)
    if (!permission) return fail('scope_invalid', `scope has ${wanted}; permissions are ${permissionNames.join(', ')}`)
    if (app.access[permission]) return permission
    return fail('permission_missing', `the app ${app.name} has no access to ${permission}`)
  })
}

/** An ADMIN may use all that its business owns or has shared, an EMPLOYEE what was assigned to it. @see sources system-users-guide */
export function accountsOf({ role, assigned, businessId }: SystemUser, world: World): WhatsAppBusinessAccount[] {
  return world
    .list('WhatsAppBusinessAccount')
    .filter(({ id, ownerId, sharedWith }) =>
      role === 'ADMIN' ? ownerId === businessId || sharedWith.includes(businessId) : assigned.includes(id),
    )
}
