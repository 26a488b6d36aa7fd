import type { Fail } from '../failure.ts'
import type { World } from '../world/world.ts'
import { dateOf, dayNumber, utcDay } from './calendar.ts'
import { days } from './time.ts'

export type Granularity = 'HALF_HOUR' | 'DAY' | 'MONTH'

/** Milliseconds, whole half hours; `until` is no part of it. */
export interface Range {
  readonly from: number
  readonly until: number
}

type RangeFail = Fail<'analytics_lookback_exceeded' | 'analytics_range_invalid' | 'analytics_month_incomplete'>

const HALF_HOUR = 1_800_000
/** Days back that may be asked for: a year, and before December 2025 ten. Of templates 90 days. @see sources waba-analytics */
const YEAR = 366
const TEN_YEARS = 3653
const YEAR_SINCE = '2025-12-01'
const TEMPLATES = 90

/**
 * The range that a call asks for in seconds, floored to half hours: assumed, as nothing finer is counted.
 * @throws Failure analytics_lookback_exceeded, analytics_range_invalid, analytics_month_incomplete
 * @see sources waba-analytics, capture-monthly-analytics
 */
export function rangeOf(
  world: World,
  { start, end, granularity }: { readonly start: number; readonly end: number; readonly granularity: string },
  fail: RangeFail,
): Range {
  if (end <= start) fail('analytics_range_invalid', `end is ${end} and start ${start}`)
  const isLater = world.graphNow >= dayNumber(YEAR_SINCE) * days(1)
  checkLookback(world, utcDay(start * 1000), isLater ? YEAR : TEN_YEARS, fail)
  if (granularity.startsWith('MONTH') && end - start < days(28) / 1000) {
    fail('analytics_month_incomplete', `${end - start} seconds have no whole month in them`)
  }
  return { from: floored(start), until: floored(end) }
}

/**
 * The first and the last day of the range that a call asks for, and no day that is yet to come. Without the account's own
 * time zone they may be moments. The day of the end is told as well, as in the sample of the page.
 * @throws Failure analytics_lookback_exceeded, analytics_range_invalid, analytics_date_invalid
 */
export function dayRangeOf(
  world: World,
  { start, end, isLocal }: { readonly start: string; readonly end: string; readonly isLocal: boolean },
  fail: Fail<'analytics_lookback_exceeded' | 'analytics_range_invalid' | 'analytics_date_invalid'>,
): { readonly first: number; readonly last: number } {
  const [first, last] = [start, end].map((text) => {
    const day = /^\d{1,12}$/.test(text) && !isLocal ? utcDay(Number(text) * 1000) : dayNumber(text)
    return Number.isNaN(day) ? fail('analytics_date_invalid', `'${text}' is no date like 2026-03-02`) : day
  }) as [number, number]
  if (last < first) fail('analytics_range_invalid', `the range ends on ${dateOf(last)} and begins on ${dateOf(first)}`)
  checkLookback(world, first, TEMPLATES, fail)
  return { first, last: Math.min(last, utcDay(world.now) + 1) }
}

/** By whole days, so that a call which asks for exactly the most is not late by the time that it took. */
function checkLookback(world: World, first: number, most: number, fail: Fail<'analytics_lookback_exceeded'>): void {
  const earliest = dateOf(utcDay(world.now) - most)
  if (first >= dayNumber(earliest)) return
  fail('analytics_lookback_exceeded', `start is ${dateOf(first)}; at most ${most} days back are told`, { earliest })
}

function floored(seconds: number): number {
  return Math.floor((seconds * 1000) / HALF_HOUR) * HALF_HOUR
}
