import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { accountsOwnedBy, isPartyTo } from '../model/accounts.ts'
import { integrationToken } from '../model/integration.ts'
import { tellOfApp } from '../model/partner-news.ts'
import { endTokens } from '../model/token-ends.ts'
import type { Application, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { TokenEnd } from '../world/token.ts'
import type { World } from '../world/world.ts'

/** What people do that ends their tokens. */
const WAYS: readonly [name: string, end: TokenEnd, says: string][] = [
  ['user_changes_password', 'password_changed', 'A person changes their password: their tokens end (190/460)'],
  ['user_logs_out', 'logged_out', 'A person logs out: their tokens end (190/467)'],
  ['user_is_checkpointed', 'checkpointed', 'Meta asks a person to confirm who they are: their tokens rest (190/459)'],
  ['user_is_unconfirmed', 'user_unconfirmed', 'A person is no confirmed user: their tokens end (190/464)'],
  ['user_loses_role', 'session_invalid', 'A person loses the role that their tokens stand on: those end (190/492)'],
  ['user_removes_app', 'app_removed', 'A person removes the app in their settings: their tokens end (190/458)'],
]

export const tokensEnd = WAYS.map(([name, end, says]) =>
  happening(
    { name, says, nodes: { user: 'User' }, params: noParams, sources: ['graph-errors: subcodes of 190'] },
    ({ nodes: { user }, world, refuse }) => {
      const ended = endTokens(world, end, ({ subjectId }) => subjectId === user.id)
      return ended > 0 ? { ended } : refuse(`${user.name} has no token that is good`)
    },
  ),
)

export const clientRemovesApp = happening(
  {
    name: 'client_removes_app',
    says: 'An admin of a client disconnects an app in Business Settings: the tokens of the integration end (190/458)',
    nodes: { business: 'Business', app: 'Application' },
    params: noParams,
    sources: ['login-for-business: Connected apps', 'graph-errors: 458', 'account-update: PARTNER_APP_UNINSTALLED'],
  },
  ({ nodes: { business, app }, world, notify, refuse }) => {
    const integration = integrationToken(world, app.id, business.id)
    const ended = endTokens(
      world,
      'app_removed',
      (token) => token.kind === 'business-integration' && token.businessId === business.id && token.appId === app.id,
    )
    if (ended === 0) return refuse(`${business.name} has no integration with ${app.name}`)
    const accounts = accountsOwnedBy(world, business.id).filter(({ id }) => integration?.targets?.includes(id))
    for (const account of accounts) {
      tellOfApp(world, notify, 'PARTNER_APP_UNINSTALLED', account, app)
      uninstall(world, account, app)
    }
    return { ended }
  },
)

/**
 * An app that reached the account by being installed alone reaches it no longer, and hears of it no longer. One whose business
 * the account is shared with keeps its subscription: a share ends by itself. Assumed, as access follows assets.
 */
function uninstall(world: World, account: WhatsAppBusinessAccount, app: Application): void {
  const installedApps = account.installedApps?.filter((id) => id !== app.id)
  const isShared = isPartyTo(account, app.businessId)
  const subscribedApps = account.subscribedApps.filter(({ appId }) => isShared || appId !== app.id)
  world.put({ ...account, ...(installedApps && { installedApps }), subscribedApps })
}
