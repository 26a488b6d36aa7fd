import type { DatePreset } from '../../contracts/insights/params.ts'
import { dateOf, dayNumber } from '../model/calendar.ts'

/** Days, by their numbers since 1970, both of them included. */
export interface DayRange {
  readonly from: number
  readonly to: number
}

/** A day has a place in its month, which day numbers do not tell. */
interface Calendar {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
}

function calendarOf(day: number): Calendar {
  const [year, month] = dateOf(day).split('-').map(Number)
  return { year: year ?? 0, month: month ?? 0 }
}

/** The first day of a month; months beyond a year's end are those of the next. */
function firstOf({ year, month }: Calendar): number {
  const months = year * 12 + month - 1
  const text = (number: number, length: number): string => String(number).padStart(length, '0')
  return dayNumber(`${text(Math.floor(months / 12), 4)}-${text((months % 12) + 1, 2)}-01`)
}

const monthsLater = ({ year, month }: Calendar, count: number): Calendar => ({ year, month: month + count })
const quarterOf = ({ year, month }: Calendar): Calendar => ({ year, month: month - ((month - 1) % 3) })

/** How many days ago the week began: 1970-01-01 was a Thursday. */
const sinceMonday = (day: number): number => (day + 3) % 7
const sinceSunday = (day: number): number => (day + 4) % 7

/** So far back reports reach. @see sources insights-availability, capture-insights-errors */
const MONTHS_KEPT = 37

/** The first day that a report may begin with: the same day of the month, 37 months ago. */
export function earliestDay(today: number): number {
  const month = monthsLater(calendarOf(today), -MONTHS_KEPT)
  const place = today - firstOf(calendarOf(today))
  return Math.min(firstOf(month) + place, firstOf(monthsLater(month, 1)) - 1)
}

const lastDays =
  (count: number) =>
  (today: number): DayRange => ({ from: today - count, to: today - 1 })

/**
 * The days of a preset, by what day it is for the account. `last_…` end yesterday, `this_…` today. `data_maximum` is what
 * has data of `maximum`: whoever asks cuts it.
 * @see sources insights-reference
 */
export const presets: Readonly<Record<DatePreset, (today: number) => DayRange>> = {
  today: (today) => ({ from: today, to: today }),
  yesterday: lastDays(1),
  this_month: (today) => ({ from: firstOf(calendarOf(today)), to: today }),
  last_month: (today) => ({
    from: firstOf(monthsLater(calendarOf(today), -1)),
    to: firstOf(calendarOf(today)) - 1,
  }),
  this_quarter: (today) => ({ from: firstOf(quarterOf(calendarOf(today))), to: today }),
  last_quarter: (today) => {
    const quarter = quarterOf(calendarOf(today))
    return { from: firstOf(monthsLater(quarter, -3)), to: firstOf(quarter) - 1 }
  },
  this_year: (today) => ({ from: firstOf({ ...calendarOf(today), month: 1 }), to: today }),
  last_year: (today) => {
    const { year } = calendarOf(today)
    return { from: firstOf({ year: year - 1, month: 1 }), to: firstOf({ year, month: 1 }) - 1 }
  },
  last_3d: lastDays(3),
  last_7d: lastDays(7),
  last_14d: lastDays(14),
  last_28d: lastDays(28),
  last_30d: lastDays(30),
  last_90d: lastDays(90),
  last_week_mon_sun: (today) => lastDays(7)(today - sinceMonday(today)),
  last_week_sun_sat: (today) => lastDays(7)(today - sinceSunday(today)),
  this_week_mon_today: (today) => ({ from: today - sinceMonday(today), to: today }),
  this_week_sun_today: (today) => ({ from: today - sinceSunday(today), to: today }),
  maximum: (today) => ({ from: earliestDay(today), to: today }),
  data_maximum: (today) => ({ from: earliestDay(today), to: today }),
}

/** `all_days`, a calendar month at a time, or so many days at a time. */
export type TimeIncrement = 'all_days' | 'monthly' | number

/** A range cut into the pieces of a time increment. The first and the last may be shorter. */
export function piecesOf(range: DayRange, increment: TimeIncrement): DayRange[] {
  if (increment === 'all_days') return [range]
  const pieces: DayRange[] = []
  for (let from = range.from; from <= range.to; ) {
    const next = increment === 'monthly' ? firstOf(monthsLater(calendarOf(from), 1)) : from + increment
    pieces.push({ from, to: Math.min(next - 1, range.to) })
    from = next
  }
  return pieces
}
