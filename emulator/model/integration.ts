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

/** The token of the business integration system user that a client has with an app, when there is one: a good one first. */
export function integrationToken(world: World, appId: string, clientId: string): Token | undefined {
  const all = world
    .tokens()
    .filter((token) => token.kind === 'business-integration' && token.appId === appId && token.businessId === clientId)
  return all.find((token) => isGood(world, token)) ?? all[0]
}

/** Whether a client is connected with an app. */
export function hasIntegration(world: World, appId: string, clientId: string): boolean {
  const token = integrationToken(world, appId, clientId)
  return token !== undefined && !token.ended
}

/**
 * Gives an app its token for a client, or brings the accounts that the token reaches up to date.
 * The token never expires and reaches the accounts that both are parties to; ad accounts only where a ruling says so.
 * @see sources login-for-business, guide, partner-initiated-accounts; ruling ad-account-linked
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
    .filter(({ partnerInitiated }) => !partnerInitiated)
  const adAccounts = accounts.flatMap(({ adAccountId }) => adAccountId ?? [])
  const withAds = world.rulings['ad-account-linked'] !== 'off'
  const targets = [...accounts.map(({ id }) => id), ...(withAds ? adAccounts : [])]
  const existing = integrationToken(world, app.id, client.id)
  const assigned = accounts.map(({ id }) => id)
  if (existing && !existing.ended) {
    world.put({ ...world.need('SystemUser', existing.subjectId ?? ''), assigned })
    return world.issue({ ...existing, targets: [...new Set([...(existing.targets ?? []), ...targets])] })
  }
  return begin(world, app, client, { scopes, targets, expiresAt: 0 })
}

/**
 * A client delegates assets to an app in a login: the last of its token's targets are those. A client that logs in again has
 * the same token, which then reaches more and is good for longer (assumed: `fetch_only` answers the existing one).
 * @see sources login-for-business
 */
export function delegate(world: World, app: Application, client: Business, given: Granted): Token {
  const existing = integrationToken(world, app.id, client.id)
  if (!existing || !isGood(world, existing)) return begin(world, app, client, given)
  const { scopes, targets, expiresAt } = given
  const before = (existing.targets ?? []).filter((id) => !targets.includes(id))
  return world.issue({
    ...existing,
    scopes: [...new Set([...existing.scopes, ...scopes])],
    targets: [...before, ...targets],
    expiresAt,
  })
}

type Granted = Required<Pick<Token, 'scopes' | 'targets' | 'expiresAt'>>

function isGood(world: World, { ended, expiresAt }: Token): boolean {
  return !ended && (expiresAt === 0 || expiresAt > world.now)
}

/** The first token of an integration, and the system user that it is of. */
function begin(world: World, app: Application, client: Business, granted: Granted): Token {
  const user = world.put({
    nodeType: 'SystemUser',
    id: world.ids.next(),
    name: app.name,
    role: 'EMPLOYEE',
    businessId: client.id,
    assigned: granted.targets,
  })
  return issue(world, { ...granted, appId: app.id, subjectId: user.id, businessId: client.id })
}

/** Issues one more token of a business integration. */
export function issue(world: World, token: Omit<Token, 'value' | 'kind' | 'issuedAt'>): Token {
  return world.issue({ ...token, value: world.ids.token(), kind: 'business-integration', issuedAt: world.now })
}
