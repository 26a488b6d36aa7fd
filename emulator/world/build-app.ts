import type { AnyEntity } from './entities.ts'
import type { Row } from './file.ts'
import type { Building } from './row.ts'

/** An app of a row. What waits for App Review was asked for when the world began, and has Standard access until then. */
export function buildApp(row: Row<'apps'>, { id, name, world, ref }: Building): AnyEntity {
  const { access, reviews = [], roles = {} } = row
  return {
    nodeType: 'Application',
    id,
    name: row.name,
    link: `https://www.facebook.com/games/?app_id=${id}`,
    businessId: ref('businesses', row.business, 'business'),
    secret: world.ids.secret(name),
    access: { ...Object.fromEntries(reviews.map((permission) => [permission, 'standard'])), ...access },
    reviews: Object.fromEntries(reviews.map((permission) => [permission, world.now])),
    ...(row.mode === 'development' && { inDevelopment: true as const }),
    ...(row.allowedDomains && { allowedDomains: row.allowedDomains }),
    ...(row.redirectUris && { redirectUris: row.redirectUris }),
    roles: Object.fromEntries(Object.entries(roles).map(([user, role]) => [ref('users', user, `roles/${user}`), role])),
  }
}
