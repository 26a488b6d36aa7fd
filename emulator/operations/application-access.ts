import type { Permission } from '../../contracts/node.ts'
import {
  getConnectedClientBusinesses as clients,
  getApplicationPermissions as permissions,
  getApplicationRoles as roles,
} from '../../contracts/operations/application-access.ts'
import { implement } from '../implement.ts'
import { hasIntegration } from '../model/integration.ts'

// That only Advanced access is `live` is assumed: the page calls it the status of the review, and Standard access has none.
const getApplicationPermissions = implement(permissions, ({ node: { access }, params }) => {
  const all = Object.entries(access) as [Permission, 'standard' | 'advanced'][]
  const rows = all.map(([permission, level]) => ({
    permission,
    status: level === 'advanced' ? ('live' as const) : ('unapproved' as const),
  }))
  const { permission: wanted, status } = params
  const data = rows.filter((row) => (wanted ?? [row.permission]).includes(row.permission))
  return { data: data.filter((row) => (status ?? [row.status]).includes(row.status)) }
})

const getApplicationRoles = implement(roles, ({ node }) => ({
  data: Object.entries(node.roles).map(([user, role]) => ({ app_id: node.id, user, role })),
}))

const getConnectedClientBusinesses = implement(clients, ({ node, world }) =>
  world.list('Business').filter(({ id }) => hasIntegration(world, node.id, id)),
)

export const applicationAccess = [getApplicationPermissions, getApplicationRoles, getConnectedClientBusinesses]
