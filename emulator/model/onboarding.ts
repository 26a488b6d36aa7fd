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
 * The terms are signed: once per business, for every account that it owns. Each account gets its read-only ad
 * account and its webhook, and each partner app its token.
 * @see sources guide, mm-onboarding, account-update; rulings ad-account-linked
 */
export function signTerms(
  world: World,
  business: Business,
  notify: Effects['notify'],
): { readonly accounts: readonly string[] } {
  const accounts = accountsToLink(world, business)
  const signed = world.put({ ...business, termsSignedAt: business.termsSignedAt ?? world.now })
  const linked = accounts.map(({ offboardedAt: _, ...account }) =>
    world.put({ ...account, adAccountId: account.adAccountId ?? makeAdAccount(world, account) }),
  )
  const partners = new Set(linked.flatMap(({ sharedWith }) => sharedWith))
  for (const app of world.list('Application')) if (partners.has(app.businessId)) integrate(world, app, signed)
  for (const account of linked) syncTemplates(world, account.id)
  for (const account of linked) tell(notify, 'MM_LITE_TERMS_SIGNED', account, {})
  for (const account of linked) tellOfAdAccount(world, notify, account)
  return { accounts: linked.map(({ id }) => id) }
}

/** The accounts that signing takes in: all, and of a business that has signed before those that left or are new. */
export function accountsToLink(world: World, business: Business): readonly WhatsAppBusinessAccount[] {
  return accountsOwnedBy(world, business.id).filter(
    ({ onBehalfOfId, offboardedAt, adAccountId }) =>
      !onBehalfOfId && (!business.termsSignedAt || offboardedAt !== undefined || !adAccountId),
  )
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
