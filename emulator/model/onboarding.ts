import type { Effects } from '../effects.ts'
import type { Business, BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { accountsOwnedBy, heldOnBehalf } from './accounts.ts'
import { makeAdAccount } from './ad-account.ts'
import { syncTemplates } from './ad-sync.ts'
import { integrate } from './integration.ts'

/**
 * The accounts that the requesting partner held on behalf of the client become the client's own, shared with the
 * partner (and part of the solution, where the request named one). Accounts without an intent stay.
 * @see sources guide, obo-transfer
 */
export function transferHeldAccounts(world: World, request: BusinessAgreement): void {
  for (const account of heldOnBehalf(world, request.fromId, request.toId)) {
    const intent = world.get('WhatsAppBusinessAccountOBOMobilityIntent', account.mobilityIntentId)
    if (!intent) continue
    const { onBehalfOfId: _, ...rest } = account
    const solutionId = intent.solutionId
    world.put({
      ...rest,
      ownerId: request.toId,
      sharedWith: [...account.sharedWith, request.fromId],
      ...(solutionId && { solutionId }),
    })
    world.put({ ...intent, status: 'COMPLETED' })
  }
}

/**
 * The terms are signed: once per business, for every account that it owns. Each partner app gets its token, each account
 * its webhook, and once Meta has set it up its read-only ad account.
 * @see sources guide, mm-onboarding, account-update; rulings terms-signed-timing, ad-account-linked
 */
export function signTerms(
  world: World,
  business: Business,
  notify: Effects['notify'],
): { readonly accounts: readonly string[] } {
  const accounts = accountsToLink(world, business)
  const signed = world.put({ ...business, termsSignedAt: business.termsSignedAt ?? world.now })
  const joining = accounts.map(({ offboardedAt: _, ...account }) => world.put(account))
  integratePartners(world, signed, joining)
  if (world.rulings['terms-signed-timing'] === 'signature') {
    for (const account of joining) tellOfTerms(notify, account)
  }
  beginSetup(world, joining, notify)
  return { accounts: joining.map(({ id }) => id) }
}

/** Meta sets accounts up, for as long as the world says. */
function beginSetup(world: World, accounts: readonly WhatsAppBusinessAccount[], notify: Effects['notify']): void {
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
export function completeSetup(world: World, accountId: string, notify: Effects['notify']): boolean {
  const account = world.need('WhatsAppBusinessAccount', accountId)
  const owner = world.need('Business', account.ownerId)
  const waits = owner.termsSignedAt !== undefined && !account.onBehalfOfId && account.offboardedAt === undefined
  if (!waits || account.adAccountId !== undefined) return false
  const linked = world.put({ ...account, adAccountId: makeAdAccount(world, account) })
  integratePartners(world, owner, [linked])
  syncTemplates(world, linked.id)
  if (world.rulings['terms-signed-timing'] === 'setup') tellOfTerms(notify, linked)
  tellOfAdAccount(world, notify, linked)
  return true
}

/** Each app of a partner gets its token, or one that reaches these accounts as well. */
function integratePartners(world: World, business: Business, accounts: readonly WhatsAppBusinessAccount[]): void {
  const partners = new Set(accounts.flatMap(({ sharedWith }) => sharedWith))
  for (const app of world.list('Application')) if (partners.has(app.businessId)) integrate(world, app, business)
}

/** The accounts that signing takes in: all, and of a business that has signed before those that left. */
export function accountsToLink(world: World, business: Business): readonly WhatsAppBusinessAccount[] {
  return accountsOwnedBy(world, business.id).filter(
    ({ onBehalfOfId, offboardedAt }) => !onBehalfOfId && (!business.termsSignedAt || offboardedAt !== undefined),
  )
}

function tellOfTerms(notify: Effects['notify'], account: WhatsAppBusinessAccount): void {
  tell(notify, 'MM_LITE_TERMS_SIGNED', account, {})
}

function tellOfAdAccount(world: World, notify: Effects['notify'], account: WhatsAppBusinessAccount): void {
  const side = world.rulings['ad-account-linked']
  if (side === 'off') return
  const id = account.adAccountId?.replace(/^act_/, '')
  if (side === 'reference') tell(notify, 'AD_ACCOUNT_LINKED', account, { ad_account_linked: id })
  else tell(notify, 'AD_ACCOUNT_LINKED', account, { ad_account_id: id }, 'waba')
}

function tell(
  notify: Effects['notify'],
  event: string,
  { id, ownerId }: WhatsAppBusinessAccount,
  extra: object,
  entry: 'business' | 'waba' = 'business',
): void {
  const waba_info = { owner_business_id: ownerId, ...extra, waba_id: id }
  notify({ waba: id, field: 'account_update', value: { event, waba_info }, ...(entry === 'business' && { entry }) })
}
