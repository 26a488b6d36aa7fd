import { memo } from '../memo.ts'
import type { World } from '../world/world.ts'
import { countryOf } from './numbers.ts'

// An id is the number of the person, moved about by what its business is: so it can be read back, and nothing is kept.
const RANGE = 10n ** 20n
/** Shares no factor with the range, so that no two numbers have one id. */
const STEP = 31_415_926_535_897_932_367n
const BACK = inverse(STEP)

/**
 * The business-scoped id of a person: the country of the number and 20 digits, one for each pair of portfolio and number.
 * @see sources bsuid-webhooks: Business-scoped user ID
 */
export function bsuidOf(world: World, businessId: string, waId: string): string {
  return `${countryOf(waId)}.${digitsFor(waId, `${world.id}/${businessId}`)}`
}

/** The id of a person for all portfolios of an enrolled business, as the ruling parent-bsuid wants it; mostly none. */
export function parentBsuidOf(world: World, waId: string): string | undefined {
  const side = world.rulings['parent-bsuid']
  if (side === 'not-enrolled') return undefined
  const infix = side === 'recipient_parent_user_id' ? 'ENT.' : ''
  return `${countryOf(waId)}.${infix}${digitsFor(waId, `${world.id}/parent`)}`
}

/** Whose id it is: the number. Undefined where nobody has it. */
export function numberOf(world: World, businessId: string, userId: string): string | undefined {
  const [, country, infix, digits] = /^([A-Z]{2})\.(ENT\.)?(\d{20})$/.exec(userId) ?? []
  if (digits === undefined) return undefined
  const offset = offsetOf(`${world.id}/${infix ? 'parent' : businessId}`)
  const number = String((((BigInt(digits) - offset + RANGE) % RANGE) * BACK) % RANGE)
  return number.length <= 15 && countryOf(number) === country ? number : undefined
}

function digitsFor(waId: string, whose: string): string {
  return String((BigInt(waId) * STEP + offsetOf(whose)) % RANGE).padStart(20, '0')
}

/** FNV-1a of a text, to the range. */
const offsetOf = memo(1000, (text) => {
  let hash = 0xcbf29ce484222325n
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % 2n ** 64n
  return hash
})

/** What undoes a multiplication by a number that shares no factor with the range. */
function inverse(step: bigint): bigint {
  let [low, high, one, other] = [RANGE, step % RANGE, 0n, 1n]
  while (high > 0n) {
    const quotient = low / high
    ;[low, high] = [high, low - quotient * high]
    ;[one, other] = [other, one - quotient * other]
  }
  return ((one % RANGE) + RANGE) % RANGE
}
