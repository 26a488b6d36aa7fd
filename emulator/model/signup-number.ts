import { signupTexts } from '../../contracts/signup/texts.ts'
import type { Business } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { digitsOf } from './digits.ts'
import { numberCapOf } from './messaging-limit.ts'
import { internationalDigits, newNumber, shownAs } from './new-number.ts'
import { graphTime } from './time.ts'

/** A number that a client brings. */
export interface NumberWanted {
  readonly number: string
  readonly display_name?: string | undefined
  /** Whether the code that came to it was typed in. */
  readonly verified?: boolean | undefined
  /** It is in use in the WhatsApp Business app, and stays there. */
  readonly on_app?: boolean | undefined
}

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

/** The number as it is once the flow is done: to be registered, or in use already where it is on the app. */
export function numberMade(world: World, accountId: string, name: string, wanted: NumberWanted): PhoneNumber {
  const made = newNumber(world, accountId, shownAs(digitsWanted(wanted.number) ?? ''), wanted.display_name ?? name)
  if (wanted.on_app) return onApp(world, made)
  return wanted.verified === false ? made : { ...made, code_verification_status: 'VERIFIED' }
}

/** Of such a number nothing is left to do: it sends at 20 messages a second, which STANDARD stands for. @see sources coexistence */
export function onApp(world: World, number: PhoneNumber): PhoneNumber {
  return {
    ...number,
    code_verification_status: 'VERIFIED',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    status: 'CONNECTED',
    is_on_biz_app: true,
    last_onboarded_time: graphTime(world.now),
  }
}
