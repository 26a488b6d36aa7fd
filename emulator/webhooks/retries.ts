import type { Rulings } from '../../contracts/rulings.ts'
import { days, hours, minutes } from '../model/time.ts'

const WINDOW = { '7-days': days(7), '36-hours': hours(36) } as const

/**
 * Delays before the second, third … try. Meta says "immediately, then a few more times with decreasing frequency";
 * the steps themselves are assumed.
 */
const DELAYS = [0, minutes(1), minutes(5), minutes(15), hours(1), hours(3), hours(6), hours(12), days(1)]

/**
 * When a webhook that was not taken is tried again, or undefined when its window is over.
 * @see sources webhooks-overview; ruling webhook-retry-window
 */
export function nextTry(firstAt: number, now: number, attempt: number, rulings: Rulings): number | undefined {
  const at = now + (DELAYS[attempt - 1] ?? days(1))
  return at - firstAt <= WINDOW[rulings['webhook-retry-window']] ? at : undefined
}

/** Whether a receiver's status says that it has the webhook. @see ruling webhook-success-status */
export function isTaken(status: number, rulings: Rulings): boolean {
  if (rulings['webhook-success-status'] === '200-only') return status === 200
  return status >= 200 && status < 300
}
