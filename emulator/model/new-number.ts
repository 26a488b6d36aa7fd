import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { graphTime } from './time.ts'

/** The digits of a number with its country code, or undefined when they make no E.164 number. */
export function internationalDigits(cc: string | undefined, number: string): string | undefined {
  const digits = number.replaceAll(/[\s()+-]/g, '')
  const isWhole = cc === undefined || number.trim().startsWith('+') || (cc !== '' && digits.startsWith(cc))
  const all = isWhole ? digits : `${cc}${digits}`
  return /^[1-9]\d{6,14}$/.test(all) && (cc === undefined || /^\d{1,3}$/.test(cc)) ? all : undefined
}

/** `+1 631-555-0101`; of other countries the digits as they are. */
export function shownAs(digits: string): string {
  return digits.replace(/^1(\d{3})(\d{3})(\d{4})$/, '1 $1-$2-$3').replace(/^/, '+')
}

/**
 * A number that was just added: to be verified, then registered. Its name can be used without a review until the limit of
 * its business grows.
 * @see sources display-names, capture-unregistered-number
 */
export function newNumber(world: World, accountId: string, shown: string, name: string): PhoneNumber {
  return {
    nodeType: 'WhatsAppBusinessAccountToNumberCurrentStatus',
    id: world.ids.next(),
    accountId,
    display_phone_number: shown,
    verified_name: name,
    code_verification_status: 'NOT_VERIFIED',
    quality_rating: 'UNKNOWN',
    platform_type: 'NOT_APPLICABLE',
    throughput: { level: 'NOT_APPLICABLE' },
    last_onboarded_time: graphTime(world.now),
    account_mode: 'LIVE',
    is_official_business_account: false,
    is_on_biz_app: false,
    name_status: 'AVAILABLE_WITHOUT_REVIEW',
    status: 'PENDING',
  }
}
