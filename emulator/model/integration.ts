import type { Permission } from '../../contracts/node.ts'
import type { Application, Business } from '../world/entities.ts'
import type { Token } from '../world/token.ts'
import type { World } from '../world/world.ts'
import { isPartyTo } from './accounts.ts'

const SCOPES: readonly Permission[] = [
  'ads_read',
  'whatsapp_business_manage_events',
  'whatsapp_business_management',
  'whatsapp_business_messaging',
]

/**
 * The first token of the business integration system user that a client has with an app, when there is one: one that is
 * good before one that ended.
 */
export function integrationToken(world: World, appId: string, clientId: string): Token | undefined {
  const tokens = world
    .tokens()
    .filter((token) => token.kind === 'business-integration' && token.appId === appId && token.businessId === clientId)
  return tokens.find(({ ended }) => !ended) ?? tokens[0]
}

/** Whether a client is connected with an app. */
export function hasIntegration(world: World, appId: string, clientId: string): boolean {
  const token = integrationToken(world, appId, clientId)
  return token !== undefined && !token.ended
}

/**
 * Gives an app its token for a client, or brings the accounts that the token reaches up to date.
 * The token never expires and reaches the accounts that both are parties to; ad accounts only where a ruling says so.
 * @see sources login-for-business, guide; ruling ad-account-linked
 */
export function integrate(
  world: World,
  app: Application,
  client: Business,
  scopes: readonly Permission[] = SCOPES.filter((scope) => app.access[scope]),
): Token {
  const accounts = world
    .list('WhatsAppBusinessAccount')
    .filter((account) => account.ownerId === client.id && isPartyTo(account, app.businessId))
  const adAccounts = accounts.flatMap(({ adAccountId }) => adAccountId ?? [])
  const withAds = world.rulings['ad-account-linked'] !== 'off'
  const targets = [...accounts.map(({ id }) => id), ...(withAds ? adAccounts : [])]
  const existing = integrationToken(world, app.id, client.id)
  const assigned = accounts.map(({ id }) => id)
  if (existing && !existing.ended) {
    world.put({ ...world.need('SystemUser', existing.subjectId ?? ''), assigned })
    return world.issue({ ...existing, targets })
  }
  const user = world.put({
    nodeType: 'SystemUser',
    id: world.ids.next(),
    name: app.name,
    role: 'EMPLOYEE',
    businessId: client.id,
    assigned,
  })
  return issue(world, { appId: app.id, subjectId: user.id, businessId: client.id, scopes, targets, expiresAt: 0 })
}

/** Issues one more token of a business integration. */
export function issue(world: World, token: Omit<Token, 'value' | 'kind' | 'issuedAt'>): Token {
  return world.issue({ ...token, value: world.ids.token(), kind: 'business-integration', issuedAt: world.now })
}
