import {
  installApplication as installing,
  getSystemUsers as listing,
  getAssignedWhatsAppBusinessAccounts as listingAccounts,
  createSystemUser as making,
  createBusinessAccessToken as makingForClient,
  createAccessTokenOfSystemUser as makingToken,
} from '../../contracts/operations/system-users.ts'
import { type Context, done, implement } from '../implement.ts'
import { accountsOf, appOf, hasInstalled, isAdmin, scopesFor } from '../model/system-user.ts'
import { days } from '../model/time.ts'
import type { SystemUser } from '../world/entities.ts'

// `role` is a default field on this edge, and on no other.
const getSystemUsers = implement(listing, ({ node, params, world, page, read }) => {
  const { data, paging } = page(world.list('SystemUser').filter(({ businessId }) => businessId === node.id))
  const rows = data.map((user) => read(user, params.fields ?? 'id,name,role') as { id: string })
  return { data: rows, ...(paging && { paging }) }
})

const createSystemUser = implement(making, ({ node, params, session, world, fail }) => {
  if (!isAdmin(session, world)) fail('permission_missing', 'an employee among the system users makes no others')
  const { name, role = 'EMPLOYEE' } = params
  return { id: world.put(newUser(world.ids.next(), name, role, node.id)).id }
})

const installApplication = implement(installing, ({ node, params, world, fail }) => {
  const app = appOf(params.business_app, node.businessId, world, fail)
  world.put({ ...node, apps: [...new Set([...(node.apps ?? []), app.id])] })
  return done
})

const createAccessTokenOfSystemUser = implement(makingToken, ({ node, params, world, now, fail }) => {
  const app = appOf(params.business_app, node.businessId, world, fail)
  if (!hasInstalled(node, app, world)) {
    fail('permission_missing', `${node.name} has not installed ${app.name}: POST /${node.id}/applications`)
  }
  const scopes = scopesFor(params.scope, app, fail)
  const expiresAt = params.set_token_expires_in_60_days ? now + days(60) : 0
  return tokenOf(world, { appId: app.id, subjectId: node.id, businessId: node.businessId, scopes, expiresAt })
})

const getAssignedWhatsAppBusinessAccounts = implement(listingAccounts, ({ node, world }) => accountsOf(node, world))

// The page has the partner connect the portfolios first, by managed_businesses. Here an account that both are parties to
// connects them: assumed. The same name is the same user again: assumed.
const createBusinessAccessToken = implement(makingForClient, ({ node: client, params, session, world, fail }) => {
  if (!isAdmin(session, world)) fail('permission_missing', 'it takes the token of an admin system user of the partner')
  const app = appOf(params.app_id, session.businessId, world, fail)
  const scopes = scopesFor(params.scope, app, fail)
  const { system_user_name: name = app.name } = params
  const known = world.list('SystemUser').find((user) => user.businessId === client.id && user.name === name)
  const user = known ?? world.put({ ...newUser(world.ids.next(), name, 'EMPLOYEE', client.id), apps: [app.id] })
  return tokenOf(world, { appId: app.id, subjectId: user.id, businessId: client.id, scopes, expiresAt: 0 })
})

function newUser(id: string, name: string, role: SystemUser['role'], businessId: string): SystemUser {
  return { nodeType: 'SystemUser', id, name, role, businessId, assigned: [] }
}

type World = Context<typeof making>['world']

function tokenOf(world: World, token: Omit<Parameters<World['issue']>[0], 'kind' | 'value' | 'issuedAt'>) {
  const { value } = world.issue({ ...token, kind: 'system-user', value: world.ids.token(), issuedAt: world.now })
  return { access_token: value }
}

export const systemUserOperations = [
  getSystemUsers,
  createSystemUser,
  installApplication,
  createAccessTokenOfSystemUser,
  getAssignedWhatsAppBusinessAccounts,
  createBusinessAccessToken,
]
