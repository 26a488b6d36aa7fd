import type { Effects } from '../effects.ts'
import type { Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { makeAdAccount } from './ad-account.ts'
import { syncTemplates } from './ad-sync.ts'
import { integrate } from './integration.ts'

type Notify = Effects['notify']

/**
 * Accounts of a business that has signed are linked to the Marketing Messages API: each gets its read-only ad account and
 * its webhook, and each partner app its token.
 * @see sources guide, mm-onboarding, account-update; rulings ad-account-linked
 */
export function linkAccounts(
  world: World,
  owner: Business,
  accounts: readonly WhatsAppBusinessAccount[],
  notify: Notify,
): readonly WhatsAppBusinessAccount[] {
  const linked = accounts.map(({ offboardedAt: _, ...account }) =>
    world.put({ ...account, adAccountId: account.adAccountId ?? makeAdAccount(world, account) }),
  )
  integrateAll(world, owner, linked)
  for (const account of linked) syncTemplates(world, account.id)
  for (const account of linked) tell(notify, 'MM_LITE_TERMS_SIGNED', account, {})
  for (const account of linked) tellOfAdAccount(world, notify, account)
  return linked
}

/**
 * What an account that its business gains becomes: the apps of its partners get their tokens, and where the terms are
 * signed it is linked. That the webhook of the terms comes then, too, is assumed: the terms hold for every account.
 */
export function linkIfSigned(world: World, account: WhatsAppBusinessAccount, notify: Notify): WhatsAppBusinessAccount {
  const owner = world.need('Business', account.ownerId)
  if (owner.termsSignedAt) return linkAccounts(world, owner, [account], notify)[0] ?? account
  integrateAll(world, owner, [account])
  return account
}

/** Each app of a partner of these accounts gets its token, or has it brought up to date. */
function integrateAll(world: World, owner: Business, accounts: readonly WhatsAppBusinessAccount[]): void {
  const partners = new Set(accounts.flatMap(({ sharedWith }) => sharedWith))
  for (const app of world.list('Application')) if (partners.has(app.businessId)) integrate(world, app, owner)
}

function tellOfAdAccount(world: World, notify: Notify, account: WhatsAppBusinessAccount): void {
  const side = world.rulings['ad-account-linked']
  if (side === 'off') return
  const id = account.adAccountId?.replace(/^act_/, '')
  if (side === 'reference') tell(notify, 'AD_ACCOUNT_LINKED', account, { ad_account_linked: id })
  else tell(notify, 'AD_ACCOUNT_LINKED', account, { ad_account_id: id }, 'waba')
}

function tell(
  notify: Notify,
  event: string,
  { id, ownerId }: WhatsAppBusinessAccount,
  extra: object,
  entry: 'business' | 'waba' = 'business',
): void {
  const waba_info = { owner_business_id: ownerId, ...extra, waba_id: id }
  notify({ waba: id, field: 'account_update', value: { event, waba_info }, ...(entry === 'business' && { entry }) })
}
