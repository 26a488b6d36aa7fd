import type { Permission } from '../../contracts/node.ts'
import { partnerPermissions } from '../../contracts/permission-names.ts'
import type { Application } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** The app without the review of a permission that it waited for. */
export function withoutReview(app: Application, permission: Permission): Application {
  const { [permission]: _, ...reviews } = app.reviews
  return { ...app, reviews }
}

/**
 * The permissions of the partner terms that a business has neither got nor asked for, of the app that comes nearest.
 * @see sources guide, app-review
 */
export function permissionsToRequest(world: World, businessId: string): readonly Permission[] {
  const apps = world.list('Application').filter((app) => app.businessId === businessId)
  const lacking = apps.map(({ access, reviews }) =>
    partnerPermissions.filter((name) => access[name] !== 'advanced' && reviews[name] === undefined),
  )
  return lacking.toSorted((one, other) => one.length - other.length)[0] ?? partnerPermissions
}
