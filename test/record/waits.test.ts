import { expect, test } from 'vitest'
import { durationOf, exactWait, roundedWait } from '../../scenarios/record/waits.ts'

const NEVER = Number.POSITIVE_INFINITY
const DAY = 86_400_000

test.each([
  ['seven days and a bit', { took: 7 * DAY + 213, least: 1200, below: NEVER }, 7 * DAY],
  ['seconds in which something came', { took: 2128, least: 1200, below: NEVER }, 2000],
  ['a pause in which nothing came', { took: 42_000, below: NEVER }, 0],
  ['a long one in which nothing came', { took: 3_600_123, below: NEVER }, 3_600_000],
  ['no less than what came', { took: 2128, least: 2100, below: NEVER }, 3000],
  ['less than what came later', { took: 59_990, least: 10, below: 60_000 }, 59_990],
  ['what came at once', { took: 40, least: 0, below: NEVER }, 0],
  ['what came at once before something that came later', { took: 40, least: 0, below: 5 }, 0],
  ['the end: as long as something comes', { took: 9 * DAY, least: 61_000, below: NEVER, last: true }, 61_000],
  ['the end, in which nothing comes', { took: 9 * DAY, below: NEVER, last: true }, 0],
])('a round wait: %s', (_, gap, wait) => {
  expect(roundedWait(gap)).toBe(wait)
})

test('an exact wait is what it was, and at the end what something took', () => {
  expect(exactWait({ took: 2128, below: NEVER })).toBe(2128)
  expect(exactWait({ took: 2128, least: 12, below: NEVER, last: true })).toBe(12)
})

test('durations have the largest unit that fits', () => {
  expect([7 * DAY, 3_600_000, 90_000, 1500].map(durationOf)).toEqual(['7d', '1h', '90s', '1500ms'])
})
