import { perUsd, type RateCategory, rateOn } from '../../contracts/rates.ts'
import { memo } from '../memo.ts'
import type { MessageCategory } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { days } from './time.ts'

/**
 * What one delivered message costs, in USD: by the country (ISO 3166) of the recipient's number and the moment
 * (milliseconds). Whether it is free, in a customer service window or otherwise, and whether a business in another country
 * pays `authentication_international`, is for the caller to know. Volume tiers are not counted.
 */
export function priceOf(world: World, country: string, category: MessageCategory | RateCategory, at: number): number {
  return rateOn(world.rates, country, category === 'marketing_lite' ? 'marketing' : category, dayOf(at))
}

/** `2026-03-02`. Messages that arrive on one day ask for the same. */
function dayOf(at: number): string {
  return dayOfNumber(String(Math.floor(at / DAY)))
}

const DAY = days(1)
const dayOfNumber = memo(100, (day) => new Date(Number(day) * DAY).toISOString().slice(0, 10))

/** An amount in USD in the currency of an account: see `perUsd`. */
export function inCurrency(usd: number, currency: string): number {
  return rounded(usd * (perUsd[currency] ?? 1))
}

/** An amount to the hundred-thousandth. */
export function rounded(amount: number): number {
  return Math.round(amount * 100_000) / 100_000
}
