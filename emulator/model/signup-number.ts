import { signupTexts } from '../../contracts/signup/texts.ts'
import type { Business } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { digitsOf } from './digits.ts'
import { numberCapOf } from './messaging-limit.ts'
import { internationalDigits } from './new-number.ts'

/** The digits of a number as it was typed. Undefined: it is none. */
export function digitsWanted(number: string): string | undefined {
  return internationalDigits(undefined, number)
}

/** Why a business cannot bring a number, in the words of the flow. @see sources signup-errors */
export function numberProblem(world: World, business: Business | undefined, number: string): string | undefined {
  const digits = digitsWanted(number)
  if (!digits) return signupTexts.invalid
  const all = world.list('WhatsAppBusinessAccountToNumberCurrentStatus').filter(({ status }) => status !== 'DELETED')
  const ownerOf = ({ accountId }: PhoneNumber): string => world.need('WhatsAppBusinessAccount', accountId).ownerId
  const same = all.find(({ display_phone_number }) => digitsOf(display_phone_number) === digits)
  if (same) return ownerOf(same) === business?.id ? signupTexts.listed : signupTexts.taken
  if (!business) return undefined
  const own = all.filter((other) => ownerOf(other) === business.id)
  return own.length >= numberCapOf(business) ? signupTexts.tooManyNumbers : undefined
}
