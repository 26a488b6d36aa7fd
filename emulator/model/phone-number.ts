import type { Fail } from '../failure.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { digitsOf } from './digits.ts'
import { days, hours, minutes } from './time.ts'

/** Registrations, deregistrations and codes of a number. @see sources number-registration */
const MOST_ATTEMPTS = 10
const ATTEMPT_WINDOW = hours(72)

/** Deleting a number takes so long. @see sources error-codes */
const DELETION = minutes(5)

/**
 * Whether WhatsApp gave the number (area code 555): it cannot send before its display name is approved (131037).
 * @see sources error-codes
 */
export function isFromWhatsApp(number: Pick<PhoneNumber, 'display_phone_number'>): boolean {
  return /^1555\d{7}$/.test(digitsOf(number.display_phone_number))
}

/** The numbers of an account that are not deleted. */
export function numbersOf(world: World, accountId: string): PhoneNumber[] {
  return world
    .list('WhatsAppBusinessAccountToNumberCurrentStatus')
    .filter((number) => number.accountId === accountId && number.status !== 'DELETED')
}

/** @see sources phone-numbers */
const KEPT_AFTER_PAID = days(30)

/** Whether a number sent messages that cost within 30 days: it cannot be deleted then. */
export function sentPaidMessage(world: World, { id }: PhoneNumber): boolean {
  return world.traffic.messages
    .list()
    .some(({ phoneId, at, free }) => phoneId === id && !free && world.now - at < KEPT_AFTER_PAID)
}

/** Whether a number with the same digits was deleted just now. */
export function isBeingDeleted(world: World, number: PhoneNumber): boolean {
  return world
    .list('WhatsAppBusinessAccountToNumberCurrentStatus')
    .some(
      (other) =>
        other.deletedAt !== undefined &&
        digitsOf(other.display_phone_number) === digitsOf(number.display_phone_number) &&
        world.now - other.deletedAt < DELETION,
    )
}

/** Puts a number, and whether its account has a registered one: the account's limit of calls depends on it. */
export function putNumber(world: World, number: PhoneNumber): PhoneNumber {
  world.put(number)
  const account: WhatsAppBusinessAccount = world.need('WhatsAppBusinessAccount', number.accountId)
  const isActive = numbersOf(world, account.id).some(({ status }) => status === 'CONNECTED')
  if (isActive !== account.isActive) world.put({ ...account, isActive })
  return number
}

/**
 * Counts an attempt, also one that then fails. The eleventh in 72 hours is refused, and blocks all for 72 hours more.
 * @see sources number-registration
 */
export function countAttempt<N extends 'registration_limit_reached' | 'code_limit_reached'>(
  world: World,
  kind: string,
  number: PhoneNumber,
  fail: Fail<N>,
  error: N,
): void {
  const key = `${kind}/${number.id}`
  const { times = [], blockedUntil = 0 } = world.usage.get(key) ?? {}
  const refuse = fail as (name: N, why: string) => never
  const why = `${MOST_ATTEMPTS} calls in 72 hours of the world's time are allowed, and the next is blocked for 72 hours`
  if (blockedUntil > world.now) refuse(error, why)
  const recent = times.filter((at) => world.now - at < ATTEMPT_WINDOW)
  if (recent.length >= MOST_ATTEMPTS) {
    world.usage.set(key, { since: world.now, count: 0, blockedUntil: world.now + ATTEMPT_WINDOW })
    refuse(error, why)
  }
  world.usage.set(key, { since: world.now, count: recent.length + 1, times: [...recent, world.now] })
}
