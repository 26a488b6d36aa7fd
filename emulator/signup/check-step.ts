import type { SignupStep } from '../../contracts/signup/steps.ts'
import { appNumberProblem } from '../model/coexistence.ts'
import { codeProblem } from '../model/signup-code.ts'
import { digitsWanted, numberProblem } from '../model/signup-number.ts'
import { type Answers, accountsFor, bringsNumber, businessesFor, numbersFor } from './answers.ts'
import type { Asked } from './asked.ts'

type Check = (asked: Asked, answers: Answers) => string | undefined

const business: Check = (asked, { business: wanted, business_name, business_country = 'US' }) => {
  if (!wanted) return 'Choose a business, or make a new one.'
  if (wanted !== 'new')
    return businessesFor(asked).some(({ id }) => id === wanted) ? undefined : 'There is no such business.'
  if (!business_name) return 'The new business needs a name.'
  if (business_name.length > 75) return 'The name of a business has at most 75 characters.'
  return /^[A-Z]{2}$/.test(business_country) ? undefined : 'A country is two capital letters, like CA.'
}

const picker: Check = (asked, answers) => {
  const { account } = answers
  const accounts = accountsFor(asked, answers.business)
  if (!account) return 'Choose a WhatsApp account, or make a new one.'
  if (account !== 'new' && !accounts.some(({ id }) => id === account)) return 'There is no such account.'
  return asked.plan.accountOnly ? undefined : pickedNumber(asked, answers)
}

const pickedNumber: Check = (asked, answers) => {
  const { account, phone } = answers
  if (!phone) return 'Choose a phone number.'
  if (phone === 'none') return asked.plan.numberOptional ? undefined : 'This flow ends with a phone number.'
  if (bringsNumber(answers)) return undefined
  const number = numbersFor(asked, answers.business).find(({ id }) => id === phone)
  if (!number) return 'There is no such number.'
  const owner = accountsFor(asked, answers.business).find(({ id }) => id === number.accountId)
  return number.accountId === account
    ? undefined
    : `${number.display_phone_number} is a number of ${owner?.name}: choose that account, or another number.`
}

const profile: Check = (_, answers) => {
  if (answers.account === 'new' && !answers.account_name) return 'The new account needs a name.'
  if (bringsNumber(answers) && !answers.display_name) return 'The number needs a display name.'
  const tooLong = [answers.account_name, answers.display_name].some((name = '') => name.length > 75)
  return tooLong ? 'A name has at most 75 characters.' : undefined
}

const number: Check = ({ place: { world } }, { business: owner, phone, number: wanted = '' }) =>
  numberProblem(world, world.get('Business', owner), wanted) ?? (phone === 'app' ? appNumberProblem(wanted) : undefined)

const verification: Check = ({ place: { world } }, { number: wanted = '', code = '' }) =>
  codeProblem(world, digitsWanted(wanted) ?? '', code)

const CHECKS: Readonly<Record<SignupStep, Check>> = {
  BUSINESS_ACCOUNT_SELECTION: business,
  WABA_PHONE_PROFILE_PICKER: picker,
  WHATSAPP_BUSINESS_PROFILE_SETUP: profile,
  PHONE_NUMBER_SETUP: number,
  PHONE_NUMBER_VERIFICATION: verification,
  PERMISSIONS: () => undefined,
}

/** What is wrong with the answers of a step; undefined: nothing. */
export function problemAt(step: SignupStep, asked: Asked, answers: Answers): string | undefined {
  return CHECKS[step](asked, answers)
}
