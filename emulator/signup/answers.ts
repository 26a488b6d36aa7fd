import type { SignupStep } from '../../contracts/signup/steps.ts'
import { accountsOwnedBy, heldOnBehalf } from '../model/accounts.ts'
import { whyNotClaimed } from '../model/obo-transfer.ts'
import { numbersOf } from '../model/phone-number.ts'
import { prefilledOf } from '../model/signup-prefill.ts'
import type { Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { Asked } from './asked.ts'

/** What a client has answered so far: it travels with the form from step to step. */
export interface Answers {
  /** An id, or `new`. */
  readonly business?: string
  readonly business_name?: string
  readonly business_country?: string
  /** An id, or `new`. */
  readonly account?: string
  readonly account_name?: string
  /** An id, `new`, `app` (in use in the WhatsApp Business app) or `none`. */
  readonly phone?: string
  readonly display_name?: string
  readonly number?: string
  readonly by?: string
  /** The number is verified another time. */
  readonly later?: string
  readonly code?: string
  readonly mm_terms?: string
}

const KEYS = [
  'business',
  'business_name',
  'business_country',
  'account',
  'account_name',
  'phone',
  'display_name',
  'number',
  'by',
  'later',
  'code',
  'mm_terms',
] as const satisfies readonly (keyof Answers)[]

const LONGEST = 200

export function readAnswers(form: URLSearchParams): Answers {
  const given = KEYS.map((key) => [key, form.get(key)?.trim().slice(0, LONGEST)] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}

/** What the page that opened the dialog knew. */
export function firstAnswers(asked: Asked): Answers {
  const { businessId, business, number, displayName } = prefilledOf(
    asked.place.world,
    asked.extras,
    businessesFor(asked),
  )
  return {
    ...(businessId && { business: businessId }),
    ...(business && { business: 'new', business_name: business.name, business_country: business.country }),
    ...(number && { number }),
    ...(displayName && { display_name: displayName }),
  }
}

/** The businesses that can sign up: all but that of the app. */
export function businessesFor({ place: { world }, app }: Asked): Business[] {
  return world.list('Business').filter(({ id, partner }) => id !== app.businessId && !partner)
}

/** The accounts that a business can choose: its own, and those whose transfer to it the partner has asked for. */
export function accountsFor({ place: { world }, app }: Asked, business: string | undefined): WhatsAppBusinessAccount[] {
  if (!business) return []
  const own = accountsOwnedBy(world, business).filter(({ onBehalfOfId }) => !onBehalfOfId)
  const held = heldOnBehalf(world, app.businessId, business).filter((account) => !whyNotClaimed(world, account))
  return [...own, ...held].filter(({ status }) => status !== 'DISABLED')
}

export function numbersFor(asked: Asked, business: string | undefined): PhoneNumber[] {
  return accountsFor(asked, business).flatMap(({ id }) => numbersOf(asked.place.world, id))
}

/** Whether the client brings a number. */
export const bringsNumber = ({ phone }: Answers): boolean => phone === 'new' || phone === 'app'

/** The steps of a flow, as far as the answers tell. */
export function stepsOf({ plan }: Asked, answers: Answers): SignupStep[] {
  const brings = !plan.accountOnly && bringsNumber(answers)
  const isToVerify = brings && answers.phone === 'new' && !answers.later
  return [
    'BUSINESS_ACCOUNT_SELECTION',
    'WABA_PHONE_PROFILE_PICKER',
    ...(brings || answers.account === 'new' ? (['WHATSAPP_BUSINESS_PROFILE_SETUP'] as const) : []),
    ...(brings ? (['PHONE_NUMBER_SETUP'] as const) : []),
    ...(isToVerify ? (['PHONE_NUMBER_VERIFICATION'] as const) : []),
    'PERMISSIONS',
  ]
}

/** What the happening is told. */
export function choicesOf(asked: Asked, answers: Answers): object {
  const { business_name: name = '', business_country: country } = answers
  return {
    business: answers.business === 'new' ? { name, ...(country && { country }) } : answers.business,
    account: answers.account === 'new' ? { name: answers.account_name } : answers.account,
    phone: asked.plan.accountOnly ? undefined : phoneOf(answers),
    ...(asked.plan.marketingMessages && { mm_terms: answers.mm_terms === 'yes' }),
  }
}

function phoneOf({ phone, number = '', display_name, code, later }: Answers): object | string | undefined {
  if (phone === 'none') return undefined
  if (phone === 'app') return { number, display_name, on_app: true }
  if (phone !== 'new') return phone
  return later ? { number, display_name, verified: false } : { number, display_name, code: code ?? '' }
}
