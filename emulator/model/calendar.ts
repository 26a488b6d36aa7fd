import { days, hours, minutes } from './time.ts'

const DAY = days(1)
/** No time zone moves its midnight by less. */
const QUARTER = minutes(15)

/** `2026-03-02` -> the number of the day since 1970. NaN where it is no day. */
export function dayNumber(date: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN
  const day = at / DAY
  return dateOf(day) === date ? day : Number.NaN
}

/** The number of a day -> `2026-03-02`. */
export function dateOf(day: number): string {
  return Number.isFinite(day) ? new Date(day * DAY).toISOString().slice(0, 10) : ''
}

/** The number of the UTC day of a moment (milliseconds). */
export const utcDay = (at: number): number => Math.floor(at / DAY)

/** The number of the day that it is in a time zone (`America/Los_Angeles`) at a moment (milliseconds). */
export function dayIn(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER)
  const known = last.get(zone)
  if (known?.quarter === quarter) return known.day
  const day = utcDay(Date.parse(`${formatOf(zone).format(at)}T00:00Z`))
  last.set(zone, { quarter, day })
  return day
}

/** The moment (milliseconds) at which a day begins in a time zone: its first quarter of an hour. */
export function startIn(zone: string, day: number): number {
  // No zone is further from UTC than 14 hours; half of what is left is ruled out at a time.
  let [first, last] = [-56, 56]
  while (first < last) {
    const middle = Math.floor((first + last) / 2)
    if (dayIn(zone, day * DAY + middle * QUARTER) < day) first = middle + 1
    else last = middle
  }
  return day * DAY + first * QUARTER
}

/** The number of the first day of the month of a day, and of the month after. */
export function monthOf(day: number): { readonly first: number; readonly next: number } {
  const date = new Date(day * DAY)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return { first: Date.UTC(year, month, 1) / DAY, next: Date.UTC(year, month + 1, 1) / DAY }
}

/** By how many hours a time zone is before UTC at a moment (milliseconds): -8, 5.5. */
export function offsetIn(zone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return (Date.parse(`${format.format(quarter).replace(' ', 'T')}Z`) - quarter) / hours(1)
}

/** Whether there is such a time zone. */
export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== undefined
  } catch {
    return false
  }
}

/** What was asked last: many ask for now. */
const last = new Map<string, { readonly quarter: number; readonly day: number }>()
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  // The Swedish way to write a day is that of ISO 8601.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  formats.set(zone, made)
  return made
}
