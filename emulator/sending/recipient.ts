import { digitsOf } from '../model/digits.ts'
import type { PhoneNumber, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Recipient } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { numberOf } from './bsuid.ts'
import { countryOf, waIdOf } from './numbers.ts'
import type { RefuseSend } from './refusals.ts'

/** Who is written to. */
export interface Addressee {
  /** As the caller wrote it. */
  readonly input: string
  /** Digits; or the business-scoped user id that it was sent to. */
  readonly to: string
  readonly isUserId: boolean
  /** ISO 3166 code. */
  readonly country: string
  readonly person: Recipient
}

/**
 * The person whom `to` names, or where it is absent the one whom `recipient` (a business-scoped user id) names.
 * @throws Failure recipient_missing, message_parameter_wrong
 * @see sources send-marketing-messages: to and recipient
 */
export function addresseeOf(
  { to, recipient }: { readonly to?: string | undefined; readonly recipient?: string | undefined },
  phone: PhoneNumber,
  account: WhatsAppBusinessAccount,
  world: World,
  fail: RefuseSend,
): Addressee {
  if (!to && !recipient) fail('recipient_missing', 'neither to nor recipient was sent')
  if (!to) return byUserId(recipient ?? '', account, world, fail)
  const waId = waIdOf(to, phone.display_phone_number, world.rulings)
  if (!waId) {
    fail('message_parameter_wrong', `to is '${to}', which is no phone number`, {
      details: 'to is not a valid phone number',
    })
  }
  return { input: to, to: waId, isUserId: false, country: countryOf(waId), person: world.traffic.recipient(waId) }
}

function byUserId(userId: string, account: WhatsAppBusinessAccount, world: World, fail: RefuseSend): Addressee {
  if (!/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(userId)) {
    const details = 'recipient is not a valid business-scoped user ID'
    fail('message_parameter_wrong', `recipient is '${userId}'; a business-scoped user id looks like US.1349…`, {
      details,
    })
  }
  const person = world.traffic.recipient(numberOf(world, account.ownerId, userId) ?? userId)
  return { input: userId, to: userId, isUserId: true, country: userId.slice(0, 2), person }
}

/**
 * Whether the number may write to this person.
 * @throws Failure recipient_is_sender, recipient_not_allowed, country_restricted
 */
export function checkAddressee(
  { to, country }: Addressee,
  phone: PhoneNumber,
  account: WhatsAppBusinessAccount,
  fail: RefuseSend,
): void {
  if (to === digitsOf(phone.display_phone_number)) {
    fail('recipient_is_sender', `${to} is the number that sends`)
  }
  if (phone.account_mode === 'SANDBOX' && !phone.allowedRecipients?.includes(to)) {
    const allowed = phone.allowedRecipients?.join(', ') || 'nobody'
    fail('recipient_not_allowed', `the number is a test number, which may write to ${allowed}`)
  }
  if (account.restrictedCountries?.includes(country)) {
    fail('country_restricted', `the account may not write to people in ${country}`)
  }
}
