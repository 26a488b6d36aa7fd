import { sanctionedRegions } from '../../contracts/geography.ts'
import type { Business, BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** The request of the Intent API that the business has not yet answered. */
export function pendingRequestTo(world: World, businessId: string): BusinessAgreement | undefined {
  return world
    .list('BusinessAgreement')
    .find(({ toId, request_status, account }) => toId === businessId && request_status === 'PENDING' && !account)
}

export function isActive(account: WhatsAppBusinessAccount): boolean {
  return account.status === 'ACTIVE' && account.account_review_status !== 'REJECTED'
}

/**
 * Whether the tax country of an account and the country of the business that it serves are open to the API.
 * @see sources mm-onboarding, mm-get-started
 */
export function isInEligibleCountry(world: World, account: WhatsAppBusinessAccount): boolean {
  const served = world.need('Business', account.onBehalfOfId ?? account.ownerId)
  return !(account.country in sanctionedRegions) && !(served.country in sanctionedRegions)
}

/** `marketing_messages_onboarding_status` of a WABA. It follows from the state of the world and is kept nowhere. */
export function statusOfAccount(world: World, account: WhatsAppBusinessAccount): string {
  if (!isActive(account)) return 'INELIGIBLE_INACTIVE_OR_RESTRICTED'
  if (!isInEligibleCountry(world, account)) return 'INELIGIBLE_COUNTRY_NOT_SUPPORTED'
  if (account.onBehalfOfId) return 'INELIGIBLE_ON_BEHALF_OF_WABA'
  if (account.offboardedAt !== undefined) return 'ELIGIBLE'
  if (!world.need('Business', account.ownerId).termsSignedAt) return 'ELIGIBLE'
  if (!account.primary_funding_id) return 'PENDING_VALID_PAYMENT_METHOD'
  return account.adAccountId ? 'ONBOARDED' : 'PENDING_INTERNAL_SETUP'
}

/** `marketing_messages_lite_api_status`, the field before v24.0. */
export function legacyStatusOfAccount(world: World, account: WhatsAppBusinessAccount): string {
  const status = statusOfAccount(world, account)
  if (status === 'ONBOARDED') return status
  return status.startsWith('INELIGIBLE') ? 'INELIGIBLE' : 'ELIGIBLE'
}

/** `marketing_messages_onboarding_status` of a business: an object, where the WABA has a string. */
export function statusOfBusiness(world: World, business: Business): { status: string; time?: string } {
  if (business.termsSignedAt) {
    return { status: 'TERM_OF_SERVICE_SIGNED', time: statusTime(world, business.termsSignedAt) }
  }
  const request = pendingRequestTo(world, business.id)
  return request ? { status: 'REQUEST_SENT', time: statusTime(world, request.createdAt) } : { status: 'NOT_STARTED' }
}

function statusTime(world: World, at: number): string {
  const iso = new Date(at).toISOString()
  return world.rulings['mm-status-time'] === 'date' ? iso.slice(0, 10) : `${iso.slice(0, 19)}+0000`
}
