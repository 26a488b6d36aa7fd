import { createRequire } from 'node:module'
import type { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Rulings } from '../../contracts/rulings.ts'
import { digitsOf } from '../model/digits.ts'

/**
 * The WhatsApp id of a number as a caller wrote it. What is written as a national number, without a plus, is one of the
 * country of the business: its calling code comes before it. Digits alone that are a whole number already are what webhooks
 * call a wa_id, and stand.
 * @returns undefined when it is no number
 * @see sources phone-numbers; rulings number-without-plus, brazil-mexico-digit
 */
export function waIdOf(written: string, businessNumber: string, rulings: Rulings): string | undefined {
  if (!/^[+\d\s().-]{7,30}$/.test(written)) return undefined
  const digits = written.replaceAll(/\D/g, '')
  const whole = written.trim().startsWith('+') ? digits : completed(written, digits, businessNumber, rulings)
  if (!WA_ID.test(whole)) return undefined
  return rulings['brazil-mexico-digit'] === 'normalised' ? withoutExtraDigit(whole) : whole
}

/** As many digits as a number with its calling code can have. @see sources openapi */
const WA_ID = /^[1-9]\d{6,14}$/

function completed(written: string, digits: string, businessNumber: string, rulings: Rulings): string {
  const side = rulings['number-without-plus']
  if (side === 'as-it-stands') return digits
  const code = callingCodeOf(digitsOf(businessNumber))
  if (digits.startsWith(code) && planOf(digits).isPossible) return digits
  const stands = side === 'whole-numbers-stand' && written === digits && planOf(digits).isValid
  return stands ? digits : code + digits
}

/** The `1` after Mexico's 52 and the `9` after a Brazilian area code. */
function withoutExtraDigit(digits: string): string {
  return digits.replace(/^521(\d{10})$/, '52$1').replace(/^(55\d{2})9(\d{8})$/, '$1$2')
}

/** What the plan of numbers of its country says of a number. */
interface Plan {
  /** ISO 3166; `ZZ` where no plan has the number. */
  readonly country: string
  readonly callingCode: string
  /** It has as many digits as numbers there have. */
  readonly isPossible: boolean
  readonly isValid: boolean
}

/** ISO 3166 code of the country of a number (digits); `ZZ` where no plan of numbers has it. */
export function countryOf(waId: string): string {
  return planOf(waId).country
}

/** `16315550101` -> `1`. */
export function callingCodeOf(waId: string): string {
  return planOf(waId).callingCode
}

/** Whether somebody could have the number: it has as many digits as numbers of its country have. */
export function isPossible(waId: string): boolean {
  return planOf(waId).isPossible
}

/** It follows from calling code, area and length, so the end of a number need not be read again and again. */
function planOf(digits: string): Plan {
  const key = `${digits.slice(0, 7)}/${digits.length}`
  const known = plans.get(key)
  if (known) return known
  const found = read(digits)
  // Mexico wrote its mobile numbers with a 1 before them until 2019, and WhatsApp still does.
  const isOld = /^521\d{10}$/.test(digits)
  const plan = {
    country: found?.country ?? 'ZZ',
    callingCode: found?.countryCallingCode ?? '',
    isPossible: isOld || (found?.isPossible() ?? false),
    isValid: isOld || (found?.isValid() ?? false),
  }
  if (plans.size >= MOST_KNOWN) plans.clear()
  plans.set(key, plan)
  return plan
}

const plans = new Map<string, Plan>()
const MOST_KNOWN = 5000

type Parse = typeof parsePhoneNumberFromString

let parse: Parse | undefined

/** The plans of all countries are loaded with the first number: that costs a start 40 ms. */
function read(digits: string): ReturnType<Parse> {
  parse ??= createRequire(import.meta.url)('libphonenumber-js/max').parsePhoneNumberFromString as Parse
  return parse(`+${digits}`)
}
