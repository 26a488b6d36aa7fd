import { appData } from '../../contracts/app-data.ts'
import type { Static } from '../../contracts/schema.ts'
import type { signupChoices } from '../../contracts/signup/choices.ts'
import type { Application, Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { businessAppOf } from './business-app.ts'
import { appNumberProblem, bringAppNumber } from './coexistence.ts'
import { digitsOf } from './digits.ts'
import { newAccount } from './new-account.ts'
import { newNumber, shownAs } from './new-number.ts'
import { openIntentOf } from './obo-intent.ts'
import { transferAccount, whyNotClaimed } from './obo-transfer.ts'
import { putNumber } from './phone-number.ts'
import { codeProblem } from './signup-code.ts'
import { digitsWanted, numberProblem } from './signup-number.ts'
import type { Refuse, SignupPlan } from './signup-plan.ts'
import { graphTime } from './time.ts'

export type SignupChoices = {
  readonly [K in keyof typeof signupChoices]?: Static<(typeof signupChoices)[K]> | undefined
}

interface Choosing {
  readonly world: World
  readonly app: Application
  readonly plan: SignupPlan
  readonly refuse: Refuse
}

/** The portfolio that signs up: one that is there, or a new one with the person who made it as its admin. */
export function businessChosen({ world, app, refuse }: Choosing, wanted: SignupChoices['business']): Business {
  if (wanted === undefined) return refuse('business: it is missing; the flow begins with the business that signs up')
  if (typeof wanted !== 'string') return newBusiness(world, wanted)
  const found = world.get('Business', world.idOf(wanted))
  if (!found) return refuse(`business: '${wanted}' is none of the world ${world.id}; a new one is {"name": "…"}`)
  if (found.id === app.businessId) refuse(`business: ${found.name} owns the app itself`)
  return found
}

/** What a new portfolio is: not verified, with the limits of that. */
function newBusiness(world: World, { name, country = 'US' }: { name: string; country?: string }): Business {
  const business: Business = {
    nodeType: 'Business',
    id: world.ids.next(),
    name,
    country,
    verification_status: 'not_verified',
    timezone_id: 1,
    created_time: graphTime(world.now),
    messagingLimit: 'TIER_250',
  }
  const email = `admin@${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`
  world.put(business)
  world.put({ nodeType: 'User', id: world.ids.next(), name: `Admin of ${name}`, email, adminOf: business.id })
  return business
}

/** The account that is delegated: one of the business, a new one, or one that the partner holds on its behalf. */
export function accountChosen(
  { world, app, refuse }: Choosing,
  business: Business,
  wanted: SignupChoices['account'] = {},
): WhatsAppBusinessAccount {
  if (typeof wanted !== 'string') return world.put(newAccount(world, business, wanted))
  const found = world.get('WhatsAppBusinessAccount', world.idOf(wanted))
  if (!found) return refuse(`account: '${wanted}' is none of the world ${world.id}; a new one is {"name": "…"}`)
  if (found.status === 'DISABLED') refuse(`account: ${found.name} is disabled`)
  if (found.onBehalfOfId === business.id && found.ownerId === app.businessId) return claimed(world, found, refuse)
  if (found.ownerId !== business.id || found.onBehalfOfId) refuse(`account: ${found.name} is not of ${business.name}`)
  return found
}

/** The client takes over what the partner holds on its behalf. That the partner has it, the end of the signup tells. @see sources obo-transfer */
function claimed(world: World, account: WhatsAppBusinessAccount, refuse: Refuse): WhatsAppBusinessAccount {
  const problem = whyNotClaimed(world, account)
  const intent = openIntentOf(world, account)
  if (problem || !intent) return refuse(`account: ${problem}`)
  return transferAccount(world, account, intent, () => undefined)
}

/** The number that the client ends with; undefined: none. */
export function numberChosen(
  choosing: Choosing,
  business: Business,
  account: WhatsAppBusinessAccount,
  wanted: SignupChoices['phone'],
): PhoneNumber | undefined {
  const { plan, refuse } = choosing
  if (wanted === undefined) {
    if (plan.numberOptional || plan.accountOnly) return undefined
    return refuse(`phone: it is missing; a signup of ${plan.version} ends with a verified number`)
  }
  if (plan.accountOnly) refuse('phone: the flow only_waba_sharing asks for none')
  const number =
    typeof wanted === 'string' ? knownNumber(choosing, account, wanted) : brought(choosing, business, account, wanted)
  const isVerified = number.code_verification_status === 'VERIFIED'
  if (!isVerified && !plan.numberOptional) refuse(`phone: a signup of ${plan.version} ends with a verified number`)
  return number
}

function knownNumber({ world, plan, refuse }: Choosing, account: WhatsAppBusinessAccount, wanted: string): PhoneNumber {
  const found = world.get('WhatsAppBusinessAccountToNumberCurrentStatus', world.idOf(wanted))
  if (!found) return refuse(`phone: '${wanted}' is none of the world ${world.id}; a new one is {"number": "+1…"}`)
  if (found.accountId !== account.id)
    refuse(`phone: ${found.display_phone_number} is not of the account ${account.name}`)
  if (!found.is_on_biz_app || !plan.coexistence) return found
  const app = found.businessApp ?? businessAppOf({}, world.now, (_, why) => refuse(why))
  return bringAppNumber(world, account.id, {
    digits: digitsOf(found.display_phone_number),
    name: found.verified_name,
    app,
  })
}

type Brought = Exclude<SignupChoices['phone'], string | undefined>

function brought(
  choosing: Choosing,
  business: Business,
  account: WhatsAppBusinessAccount,
  wanted: Brought,
): PhoneNumber {
  const { world, plan, refuse } = choosing
  if (wanted.on_app && !plan.coexistence) {
    refuse('phone.on_app: the page did not ask for featureType whatsapp_business_app_onboarding')
  }
  const { number, display_name: name = business.name } = wanted
  const problem = numberProblem(world, business, number)
  if (problem) refuse(`phone.number: ${number}: ${problem}`)
  const given = { ...wanted, name, digits: digitsWanted(number) ?? '' }
  return wanted.on_app ? fromApp(choosing, account, given) : verified(choosing, account, given)
}

type Named = Brought & { readonly name: string; readonly digits: string }

function fromApp({ world, refuse }: Choosing, account: WhatsAppBusinessAccount, given: Named): PhoneNumber {
  const { digits, name } = given
  const problem = appNumberProblem(digits)
  if (problem) refuse(`phone.number: ${problem}`)
  const app = businessAppOf(given, world.now, (at, why) => refuse(`phone.history[${at}]: ${why}`))
  return bringAppNumber(world, account.id, { digits, name, app })
}

function verified({ world, refuse }: Choosing, account: WhatsAppBusinessAccount, given: Named): PhoneNumber {
  const unused = Object.keys(appData).find((key) => Object.hasOwn(given, key))
  if (unused) refuse(`phone.${unused}: only a number with on_app has it`)
  const wrong = given.code === undefined ? undefined : codeProblem(world, given.digits, given.code)
  if (wrong) refuse(`phone.code: ${wrong}`)
  const made = newNumber(world, account.id, shownAs(given.digits), given.name)
  return putNumber(world, given.verified === false ? made : { ...made, code_verification_status: 'VERIFIED' })
}
