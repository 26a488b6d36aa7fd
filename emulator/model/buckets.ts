import type { Granularity } from './analytics-range.ts'
import { dayIn, monthOf, startIn } from './calendar.ts'

const HALF_HOUR = 1_800_000

/** A span of time that is told as one point; milliseconds. */
export interface Bucket {
  readonly start: number
  readonly end: number
}

/**
 * The half hour, day or month that a moment is in. Days and months are those of the account's time zone.
 * @see sources capture-pricing-analytics
 */
export function bucketOf(granularity: Granularity, zone: string, at: number): Bucket {
  if (granularity === 'HALF_HOUR') {
    const start = Math.floor(at / HALF_HOUR) * HALF_HOUR
    return { start, end: start + HALF_HOUR }
  }
  const day = dayIn(zone, at)
  const { first, next } = granularity === 'DAY' ? { first: day, next: day + 1 } : monthOf(day)
  return { start: startIn(zone, first), end: startIn(zone, next) }
}

/** `DAILY` and `MONTHLY` are what all but one of the analytics say. */
export function granularityOf(name: 'HALF_HOUR' | 'DAY' | 'DAILY' | 'MONTH' | 'MONTHLY'): Granularity {
  if (name === 'DAILY') return 'DAY'
  return name === 'MONTHLY' ? 'MONTH' : name
}
