import type { Effects } from '../effects.ts'
import type { Business, BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { accountsOwnedBy, heldOnBehalf } from './accounts.ts'
import { linkAccounts } from './link-accounts.ts'
import { openIntentOf } from './obo-intent.ts'
import { transferAccount } from './obo-transfer.ts'
import { pendingRequestTo } from './onboarding-status.ts'

type Notify = Effects['notify']

/**
 * The accounts that the requesting partner held on behalf of the client become the client's own, shared with the
 * partner (and part of the solution, where the request named one). Accounts without an intent stay.
 * @see sources guide, obo-transfer; ruling obo-transfer-on-signing
 */
function transferHeldAccounts(world: World, request: BusinessAgreement, notify: Notify): void {
  if (world.rulings['obo-transfer-on-signing'] === 'separate') return
  for (const account of heldOnBehalf(world, request.fromId, request.toId)) {
    const intent = openIntentOf(world, account)
    if (intent) transferAccount(world, account, intent, notify)
  }
}

/** The client takes an invitation: the accounts that the partner held for it become its own, and it signs. */
export function acceptRequest(
  world: World,
  request: BusinessAgreement,
  notify: Notify,
): { readonly accounts: readonly string[] } {
  world.put({ ...request, request_status: 'APPROVE' })
  transferHeldAccounts(world, request, notify)
  return signTerms(world, world.need('Business', request.toId), notify)
}

/**
 * A business signs without following an invitation. A request that waits is answered by it (assumed: its purpose is
 * reached); its OBO accounts stay where they are, because the transfer is part of the flow that the invitation opens.
 */
export function signUninvited(
  world: World,
  business: Business,
  notify: Notify,
): { readonly accounts: readonly string[] } {
  const request = pendingRequestTo(world, business.id)
  if (request) world.put({ ...request, request_status: 'APPROVE' })
  return signTerms(world, business, notify)
}

/** The terms are signed: once per business, for every account that it owns. */
function signTerms(world: World, business: Business, notify: Notify): { readonly accounts: readonly string[] } {
  const accounts = accountsToLink(world, business)
  const signed = world.put({ ...business, termsSignedAt: business.termsSignedAt ?? world.now })
  return { accounts: linkAccounts(world, signed, accounts, notify).map(({ id }) => id) }
}

/** The accounts that signing takes in: all, and of a business that has signed before those that left or are new. */
export function accountsToLink(world: World, business: Business): readonly WhatsAppBusinessAccount[] {
  return accountsOwnedBy(world, business.id).filter(
    ({ onBehalfOfId, offboardedAt, adAccountId }) =>
      !onBehalfOfId && (!business.termsSignedAt || offboardedAt !== undefined || !adAccountId),
  )
}
