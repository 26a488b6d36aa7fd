import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** Whether a business owns the account, has it shared, or is the client that it is held for. */
export function isPartyTo(account: WhatsAppBusinessAccount, businessId: string): boolean {
  if (account.deletedAt !== undefined) return false
  return (
    account.ownerId === businessId || account.onBehalfOfId === businessId || account.sharedWith.includes(businessId)
  )
}

/** All accounts but those that were deleted. */
function accountsIn(world: World): WhatsAppBusinessAccount[] {
  return world.list('WhatsAppBusinessAccount').filter(({ deletedAt }) => deletedAt === undefined)
}

/** The businesses that an account is of: its owner, the client that it is held for, and whom it is shared with. */
export function partiesTo({ ownerId, onBehalfOfId, sharedWith }: WhatsAppBusinessAccount): string[] {
  return [ownerId, ...(onBehalfOfId ? [onBehalfOfId] : []), ...sharedWith]
}

export function accountsOwnedBy(world: World, businessId: string): WhatsAppBusinessAccount[] {
  return accountsIn(world).filter((account) => account.ownerId === businessId)
}

/** Accounts that their owners share with the business. */
export function accountsSharedWith(world: World, businessId: string): WhatsAppBusinessAccount[] {
  return accountsIn(world).filter((account) => account.sharedWith.includes(businessId))
}

/** Accounts of the client that the client itself owns and shares with the partner. */
export function sharedBetween(world: World, partnerId: string, clientId: string): WhatsAppBusinessAccount[] {
  return accountsOwnedBy(world, clientId).filter((account) => account.sharedWith.includes(partnerId))
}

/** Accounts that the partner owns on behalf of the client (OBO). */
export function heldOnBehalf(world: World, partnerId: string, clientId: string): WhatsAppBusinessAccount[] {
  return accountsOwnedBy(world, partnerId).filter((account) => account.onBehalfOfId === clientId)
}
