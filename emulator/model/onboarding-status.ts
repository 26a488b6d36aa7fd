import { sanctionedRegions, servedSince } from '../../contracts/geography.ts'
import type { accountStatuses } from '../../contracts/nodes/whats-app-business-account.ts'
import { today } from '../../contracts/versions.ts'
import type { Business, BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { numbersOf } from './phone-number.ts'

type AccountStatus = (typeof accountStatuses)[number]

/** The request of the Intent API that the business has not yet answered. */
export function pendingRequestTo(world: World, businessId: string): BusinessAgreement | undefined {
  return world
    .list('BusinessAgreement')
    .find(({ toId, request_status, account }) => toId === businessId && request_status === 'PENDING' && !account)
}

/**
 * Whether Meta lets an account be used. One whose review is not over cannot be used with the API; that its status says so
 * with the word for inactive ones is assumed: the other seven say something else.
 * @see sources account-review
 */
export function isActive(account: WhatsAppBusinessAccount): boolean {
  return account.status === 'ACTIVE' && account.account_review_status === 'APPROVED'
}

/**
 * Whether the tax country of an account and the country of the business that it serves are open to the API.
 * @see sources mm-onboarding, mm-get-started
 */
export function isInEligibleCountry(world: World, account: WhatsAppBusinessAccount): boolean {
  const served = world.need('Business', account.onBehalfOfId ?? account.ownerId)
  return [account.country, served.country].every((country) => isServed(world, country))
}

/** Whether the product is offered in a country, on this day. */
export function isServed(world: World, country: string): boolean {
  return !(country in sanctionedRegions) && today(world.now) >= (servedSince[country] ?? '')
}

/** From this day on coexistence can onboard. @see sources mm-changelog; ruling coexistence-eligibility */
const COEXISTENCE_SINCE = '2025-09-29'

/** Whether the account may not onboard as one of its numbers is in the WhatsApp Business app. */
export function isBarredByApp(world: World, account: WhatsAppBusinessAccount): boolean {
  const isOpen = today(world.now) >= COEXISTENCE_SINCE && world.rulings['coexistence-eligibility'] !== 'still'
  return !isOpen && numbersOf(world, account.id).some(({ is_on_biz_app }) => is_on_biz_app)
}

/** Whether an account meets all that the product asks of it, whoever holds it. @see sources mm-onboarding */
export function isEligible(world: World, account: WhatsAppBusinessAccount): boolean {
  return isActive(account) && isInEligibleCountry(world, account) && !isBarredByApp(world, account)
}

/**
 * `marketing_messages_onboarding_status` of a WABA. It follows from the state of the world and is kept nowhere. That an
 * account with several reasons tells them in this order is assumed.
 */
export function statusOfAccount(world: World, account: WhatsAppBusinessAccount): AccountStatus {
  if (!isActive(account)) return 'INELIGIBLE_INACTIVE_OR_RESTRICTED'
  if (!isInEligibleCountry(world, account)) return 'INELIGIBLE_COUNTRY_NOT_SUPPORTED'
  if (account.onBehalfOfId) return 'INELIGIBLE_ON_BEHALF_OF_WABA'
  if (isBarredByApp(world, account)) return 'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP'
  if (account.offboardedAt !== undefined) return 'ELIGIBLE'
  if (!world.need('Business', account.ownerId).termsSignedAt) return 'ELIGIBLE'
  if (!account.primary_funding_id) return 'PENDING_VALID_PAYMENT_METHOD'
  return account.adAccountId ? 'ONBOARDED' : 'PENDING_INTERNAL_SETUP'
}

/**
 * `marketing_messages_lite_api_status`, the field before v24.0. ONBOARDED takes the terms, a payment method and the ad
 * account. No page says when UNKNOWN comes: that it is while Meta sets the account up is assumed.
 * @see sources mm-onboarding
 */
export function legacyStatusOfAccount(world: World, account: WhatsAppBusinessAccount): string {
  const status = statusOfAccount(world, account)
  if (status === 'ONBOARDED') return status
  if (status === 'PENDING_INTERNAL_SETUP') return 'UNKNOWN'
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
