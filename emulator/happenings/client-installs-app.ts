import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { sharedBetween } from '../model/accounts.ts'
import { integrate, integrationToken, issue } from '../model/integration.ts'
import { tellOfApp } from '../model/partner-news.ts'

// Whoever had removed the app gets another token: the old one stays what it is.
export const clientInstallsApp = happening(
  {
    name: 'client_installs_app',
    says: 'An admin of a client grants an app its permissions, on the accounts that are shared with the business of the app',
    nodes: { business: 'Business', app: 'Application' },
    params: noParams,
    sources: ['account-update: PARTNER_APP_INSTALLED', 'login-for-business'],
  },
  ({ nodes: { business, app }, world, notify, refuse }) => {
    const accounts = sharedBetween(world, app.businessId, business.id)
    if (accounts.length === 0) return refuse(`${business.name} shares no account with the business of ${app.name}`)
    const existing = integrationToken(world, app.id, business.id)
    if (existing && !existing.ended) return refuse(`${business.name} has granted them to ${app.name} already`)
    if (existing) {
      const { value: _, kind: __, issuedAt: ___, ended: ____, ...reach } = existing
      issue(world, { ...reach, targets: accounts.map(({ id }) => id) })
    } else integrate(world, app, business)
    for (const account of accounts) tellOfApp(world, notify, 'PARTNER_APP_INSTALLED', account, app)
    return { accounts: accounts.map(({ id }) => id) }
  },
)
