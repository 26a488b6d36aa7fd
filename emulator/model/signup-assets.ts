import type { Static } from '../../contracts/schema.ts'
import type { signupChoices } from '../../contracts/signup/choices.ts'
import type { Application, Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { newAccount } from './new-account.ts'
import { putNumber } from './phone-number.ts'
import { codeProblem } from './signup-code.ts'
import { digitsWanted, type NumberWanted, numberMade, numberProblem, onApp } from './signup-number.ts'
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
  if (typeof wanted !== 'string') return newAccount(world, business, wanted)
  const found = world.get('WhatsAppBusinessAccount', world.idOf(wanted))
  if (!found) return refuse(`account: '${wanted}' is none of the world ${world.id}; a new one is {"name": "…"}`)
  if (found.status === 'DISABLED') refuse(`account: ${found.name} is disabled`)
  if (found.onBehalfOfId === business.id && found.ownerId === app.businessId) return claimed(world, found, refuse)
  if (found.ownerId !== business.id || found.onBehalfOfId) refuse(`account: ${found.name} is not of ${business.name}`)
  return found
}

/** The client takes over what the partner holds on its behalf: the partner must have asked for that. @see sources obo-transfer */
function claimed(world: World, account: WhatsAppBusinessAccount, refuse: Refuse): WhatsAppBusinessAccount {
  const intent = world.get('WhatsAppBusinessAccountOBOMobilityIntent', account.mobilityIntentId)
  if (!intent) return refuse(`account: ${account.name} has no OBO mobility intent, so it cannot be taken over`)
  const { onBehalfOfId: clientId, ...rest } = account
  const solutionId = intent.solutionId
  world.put({ ...intent, status: 'COMPLETED' })
  return world.put({ ...rest, ownerId: clientId ?? account.ownerId, ...(solutionId && { solutionId }) })
}

/** The number that the client ends with; undefined: none. */
export function numberChosen(
  choosing: Choosing,
  business: Business,
  account: WhatsAppBusinessAccount,
  wanted: SignupChoices['phone'],
): PhoneNumber | undefined {
  const { world, plan, refuse } = choosing
  if (wanted === undefined) {
    if (plan.numberOptional || plan.accountOnly) return undefined
    return refuse(`phone: it is missing; a signup of ${plan.version} ends with a verified number`)
  }
  if (plan.accountOnly) refuse('phone: the flow only_waba_sharing asks for none')
  const number =
    typeof wanted === 'string' ? knownNumber(choosing, account, wanted) : brought(choosing, business, account, wanted)
  const isVerified = number.code_verification_status === 'VERIFIED'
  if (!isVerified && !plan.numberOptional) refuse(`phone: a signup of ${plan.version} ends with a verified number`)
  return putNumber(world, number)
}

function knownNumber({ world, plan, refuse }: Choosing, account: WhatsAppBusinessAccount, wanted: string): PhoneNumber {
  const found = world.get('WhatsAppBusinessAccountToNumberCurrentStatus', world.idOf(wanted))
  if (!found) return refuse(`phone: '${wanted}' is none of the world ${world.id}; a new one is {"number": "+1…"}`)
  if (found.accountId !== account.id)
    refuse(`phone: ${found.display_phone_number} is not of the account ${account.name}`)
  return found.is_on_biz_app && plan.coexistence ? onApp(world, found) : found
}

function brought(
  { world, plan, refuse }: Choosing,
  business: Business,
  account: WhatsAppBusinessAccount,
  wanted: NumberWanted & { readonly code?: string | undefined },
): PhoneNumber {
  if (wanted.on_app && !plan.coexistence) {
    refuse('phone.on_app: the page did not ask for featureType whatsapp_business_app_onboarding')
  }
  const problem = numberProblem(world, business, wanted.number)
  if (problem) refuse(`phone.number: ${wanted.number}: ${problem}`)
  const wrong =
    wanted.code === undefined ? undefined : codeProblem(world, digitsWanted(wanted.number) ?? '', wanted.code)
  if (wrong) refuse(`phone.code: ${wrong}`)
  return numberMade(world, account.id, business.name, wanted)
}
