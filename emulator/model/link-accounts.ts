import type { Effects } from '../effects.ts'
import type { Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { makeAdAccount } from './ad-account.ts'
import { syncTemplates } from './ad-sync.ts'
import { integrate } from './integration.ts'

type Notify = Effects['notify']

/**
 * Accounts of a business that has signed are linked to the Marketing Messages API: each partner app gets its token, each
 * account its webhook, and once Meta has set it up its read-only ad account.
 * @see sources guide, mm-onboarding, account-update; rulings terms-signed-timing, ad-account-linked
 */
export function linkAccounts(
  world: World,
  owner: Business,
  accounts: readonly WhatsAppBusinessAccount[],
  notify: Notify,
): readonly WhatsAppBusinessAccount[] {
  const joining = accounts.map(({ offboardedAt: _, ...account }) => world.put(account))
  integrateAll(world, owner, joining)
  if (world.rulings['terms-signed-timing'] === 'signature') {
    for (const account of joining) tellOfTerms(notify, account)
  }
  beginSetup(world, joining, notify)
  return joining.map(({ id }) => world.need('WhatsAppBusinessAccount', id))
}

/** Meta sets accounts up, for as long as the world says. */
function beginSetup(world: World, accounts: readonly WhatsAppBusinessAccount[], notify: Notify): void {
  const { internalSetup: takes } = world
  if (takes === undefined) return
  for (const { id } of accounts) {
    if (takes === 0) completeSetup(world, id, notify)
    else
      world.schedule({ at: world.now + takes, kind: 'happening', name: 'internal_setup_ends', params: { account: id } })
  }
}

/**
 * What Meta does behind is done: the account has its ad account, its templates are synced, and partners can fetch tokens.
 * Answers whether there was anything to do.
 */
export function completeSetup(world: World, accountId: string, notify: Notify): boolean {
  const account = world.need('WhatsAppBusinessAccount', accountId)
  const owner = world.need('Business', account.ownerId)
  const waits = owner.termsSignedAt !== undefined && !account.onBehalfOfId && account.offboardedAt === undefined
  if (!waits || account.adAccountId !== undefined) return false
  const linked = world.put({ ...account, adAccountId: makeAdAccount(world, account) })
  integrateAll(world, owner, [linked])
  syncTemplates(world, linked.id)
  if (world.rulings['terms-signed-timing'] === 'setup') tellOfTerms(notify, linked)
  tellOfAdAccount(world, notify, linked)
  return true
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

function tellOfTerms(notify: Notify, account: WhatsAppBusinessAccount): void {
  tell(notify, 'MM_LITE_TERMS_SIGNED', account, {})
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
