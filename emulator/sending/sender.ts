import { isFromWhatsApp } from '../model/phone-number.ts'
import { lockOf, refusalOf, type Wanted } from '../model/restrictions.ts'
import type { PhoneNumber, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import type { RefuseSend } from './refusals.ts'

/**
 * Whether a number can send at all: it exists, is registered, and neither it nor its account is held back. Calls that are
 * refused for this do not count towards the throughput.
 * @throws Failure phone_number_deleted, account_blocked_for_policy, account_locked, number_not_registered,
 * display_name_unapproved, account_in_maintenance, spam_limit_reached
 * @see sources error-codes
 */
export function checkSender(
  phone: PhoneNumber,
  account: WhatsAppBusinessAccount,
  { now }: World,
  fail: RefuseSend,
): void {
  const lock = lockOf(account, now)
  if (lock) fail(lock.error, lock.why)
  if (phone.status === 'DELETED') fail('phone_number_deleted', `the number ${phone.id} was deleted`)
  if (phone.status === 'BANNED' || phone.status === 'RESTRICTED') {
    fail('account_locked', `the number ${phone.id} is ${phone.status}`)
  }
  if (phone.status !== 'CONNECTED') {
    fail('number_not_registered', `the number is ${phone.status}: POST /${phone.id}/register first`)
  }
  if (phone.name_status !== 'APPROVED' && isFromWhatsApp(phone)) {
    fail('display_name_unapproved', `the display name of the number is ${phone.name_status}`)
  }
  if (isBefore(now, phone.maintenanceUntil)) {
    fail('account_in_maintenance', 'the throughput of the number is being upgraded; it takes up to a minute')
  }
  if (isBefore(now, phone.spamUntil)) fail('spam_limit_reached', 'people blocked or reported the number')
}

/**
 * Whether the account may send this message: it may be forbidden to begin conversations, or to answer.
 * @throws Failure account_locked, classification_limit_reached
 */
export function checkRestrictions(
  account: WhatsAppBusinessAccount,
  wanted: Wanted,
  { now }: World,
  fail: RefuseSend,
): void {
  const refusal = refusalOf(account, wanted, now)
  if (refusal) fail(refusal.error, refusal.why)
}

function isBefore(now: number, until: number | undefined): boolean {
  return until !== undefined && now < until
}
