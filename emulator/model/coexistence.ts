import type { disconnectionReasons } from '../../contracts/nodes/phone-number.ts'
import type { Effects } from '../effects.ts'
import { countryOf } from '../sending/numbers.ts'
import type { BusinessApp } from '../world/business-app.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { disable } from './ad-account.ts'
import { unlinkAds } from './ad-sync.ts'
import { digitsOf } from './digits.ts'
import { newNumber, shownAs } from './new-number.ts'
import { numbersOf, putNumber } from './phone-number.ts'
import { graphTime } from './time.ts'

/** An account leaves the Marketing Messages API: its ad account is disabled and unlinked. @see sources guide */
export function offboard(world: World, accountId: string): void {
  const { adAccountId, ...account } = world.need('WhatsAppBusinessAccount', accountId)
  const adAccount = world.get('AdAccount', adAccountId)
  if (adAccount) disable(world, adAccount)
  unlinkAds(world, accountId)
  world.put({ ...account, offboardedAt: world.now })
}

/** @see sources coexistence: Unsupported countries */
const UNSUPPORTED = ['NG', 'ZA']

/** Why a number of the WhatsApp Business app cannot come to the Cloud API. Undefined: it can. */
export function appNumberProblem(number: string): string | undefined {
  const isSupported = !UNSUPPORTED.includes(countryOf(digitsOf(number)))
  return isSupported ? undefined : 'numbers of Nigeria and South Africa cannot be onboarded so'
}

/** A number of the WhatsApp Business app, as its owner brings it to the Cloud API. */
export interface AppNumber {
  /** With its country code. */
  readonly digits: string
  readonly name: string
  readonly app: BusinessApp
}

/**
 * A number of the WhatsApp Business app comes to the Cloud API as well: nobody registers it, and it has no PIN here. One that
 * was there before, and left, comes back. Whoever brings it, the account cannot be reconnected for another partner.
 * @see sources coexistence, coexistence-reconnect
 */
export function bringAppNumber(world: World, accountId: string, { digits, name, app }: AppNumber): PhoneNumber {
  clearReconnection(world, accountId)
  const known = numbersOf(world, accountId).find((one) => digitsOf(one.display_phone_number) === digits)
  const number = known ?? newNumber(world, accountId, shownAs(digits), name)
  return putNumber(world, {
    ...number,
    verified_name: name,
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    quality_rating: number.quality_rating === 'UNKNOWN' ? 'GREEN' : number.quality_rating,
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    last_onboarded_time: graphTime(world.now),
    status: 'CONNECTED',
    is_on_biz_app: true,
    businessApp: app,
  })
}

/** Ends that numbers of an account come back by themselves, as somebody onboards it. @see sources coexistence-reconnect */
export function clearReconnection(world: World, accountId: string): void {
  for (const number of numbersOf(world, accountId)) {
    if (number.businessApp?.mayReconnect) world.put({ ...number, ...withoutReturn(number) })
  }
}

function withoutReturn({ businessApp }: PhoneNumber): Pick<PhoneNumber, 'businessApp'> {
  if (!businessApp) return {}
  const { mayReconnect: _, ...rest } = businessApp
  return { businessApp: rest }
}

/** Its owner used the app: that it was left alone counts from the beginning again. */
export function useApp(world: World, phone: PhoneNumber): PhoneNumber {
  if (!phone.businessApp?.unused) return phone
  const { unused: _, ...businessApp } = phone.businessApp
  return world.put({ ...phone, businessApp })
}

export type Reason = (typeof disconnectionReasons)[number]
export type Initiator = 'SYSTEM' | 'USER'

/** After these the number is in the WhatsApp Business app no longer: assumed, as the reasons say so. */
const LEAVES_APP: readonly Reason[] = ['BUSINESS_DOWNGRADE', 'CHANGE_NUMBER']

/** A number leaves the Cloud API, its account the Marketing Messages API, and the partners are told. @see sources coexistence, guide */
export function endCoexistence(
  world: World,
  notify: Effects['notify'],
  phone: PhoneNumber,
  info: { readonly reason: Reason; readonly initiated_by: Initiator },
): void {
  const isLeaving = LEAVES_APP.includes(info.reason)
  const left = isLeaving && { is_on_biz_app: false }
  putNumber(world, { ...phone, ...withoutReturn(phone), status: 'DISCONNECTED', ...left })
  offboard(world, phone.accountId)
  tellOfRemoval(world, notify, phone, info)
}

/** The number of a changed phone is back. @see sources coexistence-reconnect */
export function reconnect(world: World, notify: Effects['notify'], phone: PhoneNumber): void {
  putNumber(world, { ...phone, status: 'CONNECTED', ...withoutReturn(phone) })
  notify({ waba: phone.accountId, field: 'account_update', value: { event: 'ACCOUNT_RECONNECTED' } })
}

/** @see sources account-update, coexistence; ruling coexistence-removal */
export function tellOfRemoval(
  world: World,
  notify: Effects['notify'],
  phone: PhoneNumber,
  disconnection_info: { readonly reason: string; readonly initiated_by: string },
): void {
  const { id, ownerId } = world.need('WhatsAppBusinessAccount', phone.accountId)
  const event = 'PARTNER_REMOVED'
  const shared = { waba: id, field: 'account_update' }
  const waba_info = { waba_id: id, owner_business_id: ownerId }
  if (world.rulings['coexistence-removal'] === 'coexistence-page') {
    notify({ ...shared, value: { phone_number: digitsOf(phone.display_phone_number), event } })
  } else notify({ ...shared, value: { event, waba_info, disconnection_info }, entry: 'business' })
}
