import { createRequire } from 'node:module'
import type { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Rulings } from '../../contracts/rulings.ts'
import { digitsOf } from '../model/digits.ts'

/** As Meta's OpenAPI has a number in E.164 format, without the plus. */
const WHOLE = /^[1-9]\d{6,14}$/

/**
 * The WhatsApp id of a number as a caller wrote it. A number without a plus is one of the country of the business: its
 * calling code comes before it, unless the number begins with it already.
 * @returns undefined when it is no number
 * @see sources phone-numbers; rulings number-without-plus, brazil-mexico-digit
 */
export function waIdOf(written: string, businessNumber: string, rulings: Rulings): string | undefined {
  if (!/^[+\d\s().-]{5,30}$/.test(written)) return undefined
  const digits = written.replaceAll(/\D/g, '')
  const stands = written.trim().startsWith('+') || rulings['number-without-plus'] === 'as-it-stands'
  const whole = stands ? digits : inCountryOf(digitsOf(businessNumber), digits)
  if (!WHOLE.test(whole)) return undefined
  return rulings['brazil-mexico-digit'] === 'normalised' ? withoutExtraDigit(whole) : whole
}

function inCountryOf(businessNumber: string, digits: string): string {
  const code = callingCodeOf(businessNumber)
  const isWhole = digits.startsWith(code) && read(digits)?.isPossible()
  return isWhole ? digits : code + digits
}

/** The `1` after Mexico's 52 and the `9` after a Brazilian area code. */
function withoutExtraDigit(digits: string): string {
  return digits.replace(/^521(\d{10})$/, '52$1').replace(/^(55\d{2})9(\d{8})$/, '$1$2')
}

/** ISO 3166 code of the country of a number (digits); `ZZ` where no plan of numbers has it. */
export function countryOf(waId: string): string {
  const key = `${waId.slice(0, 7)}/${waId.length}`
  const known = countries.get(key)
  if (known) return known
  const country = read(waId)?.country ?? 'ZZ'
  if (countries.size >= MOST_KNOWN) countries.clear()
  countries.set(key, country)
  return country
}

/** `16315550101` -> `1`. */
export function callingCodeOf(waId: string): string {
  const key = waId.slice(0, 7)
  const known = callingCodes.get(key) ?? read(waId)?.countryCallingCode ?? ''
  if (callingCodes.size >= MOST_KNOWN) callingCodes.clear()
  callingCodes.set(key, known)
  return known
}

const callingCodes = new Map<string, string>()

/** A country follows from calling code and area, so the end of a number need not be read again and again. */
const countries = new Map<string, string>()
const MOST_KNOWN = 5000

type Parse = typeof parsePhoneNumberFromString

let parse: Parse | undefined

/** The plans of all countries are loaded with the first number: that costs a start 40 ms. */
function read(digits: string): ReturnType<Parse> {
  parse ??= createRequire(import.meta.url)('libphonenumber-js/max').parsePhoneNumberFromString as Parse
  return parse(`+${digits}`)
}
