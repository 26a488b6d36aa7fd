import { describe, expect, test } from 'vitest'
import { datePresets } from '../../contracts/insights/params.ts'
import { type DayRange, earliestDay, piecesOf, presets, type TimeIncrement } from '../../emulator/insights/ranges.ts'
import { dateOf, dayIn, dayNumber, startIn } from '../../emulator/model/calendar.ts'

const told = ({ from, to }: DayRange): string => `${dateOf(from)} ${dateOf(to)}`
const range = (from: string, to: string): DayRange => ({ from: dayNumber(from), to: dayNumber(to) })

describe('date presets', () => {
  // 2026-03-02 is a Monday.
  const cases: Readonly<Record<(typeof datePresets)[number], readonly [onMonday: string, onNewYear: string]>> = {
    today: ['2026-03-02 2026-03-02', '2026-01-01 2026-01-01'],
    yesterday: ['2026-03-01 2026-03-01', '2025-12-31 2025-12-31'],
    this_month: ['2026-03-01 2026-03-02', '2026-01-01 2026-01-01'],
    last_month: ['2026-02-01 2026-02-28', '2025-12-01 2025-12-31'],
    this_quarter: ['2026-01-01 2026-03-02', '2026-01-01 2026-01-01'],
    last_quarter: ['2025-10-01 2025-12-31', '2025-10-01 2025-12-31'],
    this_year: ['2026-01-01 2026-03-02', '2026-01-01 2026-01-01'],
    last_year: ['2025-01-01 2025-12-31', '2025-01-01 2025-12-31'],
    last_3d: ['2026-02-27 2026-03-01', '2025-12-29 2025-12-31'],
    last_7d: ['2026-02-23 2026-03-01', '2025-12-25 2025-12-31'],
    last_14d: ['2026-02-16 2026-03-01', '2025-12-18 2025-12-31'],
    last_28d: ['2026-02-02 2026-03-01', '2025-12-04 2025-12-31'],
    last_30d: ['2026-01-31 2026-03-01', '2025-12-02 2025-12-31'],
    last_90d: ['2025-12-02 2026-03-01', '2025-10-03 2025-12-31'],
    last_week_mon_sun: ['2026-02-23 2026-03-01', '2025-12-22 2025-12-28'],
    last_week_sun_sat: ['2026-02-22 2026-02-28', '2025-12-21 2025-12-27'],
    this_week_mon_today: ['2026-03-02 2026-03-02', '2025-12-29 2026-01-01'],
    this_week_sun_today: ['2026-03-01 2026-03-02', '2025-12-28 2026-01-01'],
    maximum: ['2023-02-02 2026-03-02', '2022-12-01 2026-01-01'],
    data_maximum: ['2023-02-02 2026-03-02', '2022-12-01 2026-01-01'],
  }
  test.each(datePresets)('%s', (preset) => {
    const [onMonday, onNewYear] = cases[preset]
    expect(told(presets[preset](dayNumber('2026-03-02')))).toBe(onMonday)
    expect(told(presets[preset](dayNumber('2026-01-01')))).toBe(onNewYear)
  })

  test('the default of the documented sample is 30 days that end yesterday', () => {
    expect(told(presets.last_30d(dayNumber('2025-06-10')))).toBe('2025-05-11 2025-06-09')
  })

  test('37 months before the 31st of a month is the last day of a shorter one', () => {
    expect(dateOf(earliestDay(dayNumber('2026-03-31')))).toBe('2023-02-28')
    expect(dateOf(earliestDay(dayNumber('2024-03-29')))).toBe('2021-02-28')
  })
})

describe('time increments', () => {
  const cases: readonly [TimeIncrement, string[]][] = [
    ['all_days', ['2026-01-15 2026-03-02']],
    ['monthly', ['2026-01-15 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-02']],
    [30, ['2026-01-15 2026-02-13', '2026-02-14 2026-03-02']],
  ]
  test.each(cases)('%s', (increment, pieces) => {
    expect(piecesOf(range('2026-01-15', '2026-03-02'), increment).map(told)).toEqual(pieces)
  })

  test('1 is day by day', () => {
    expect(piecesOf(range('2026-02-27', '2026-03-01'), 1).map(told)).toEqual([
      '2026-02-27 2026-02-27',
      '2026-02-28 2026-02-28',
      '2026-03-01 2026-03-01',
    ])
  })
})

describe('days', () => {
  test.each(['2026-02-29', '2026-13-01', '26-01-01', 'yesterday', '2026-1-1', '2026-01-01T00:00Z'])(
    '%s is none',
    (date) => {
      expect(dayNumber(date)).toBeNaN()
    },
  )

  test.each([
    ['America/Los_Angeles', '2026-03-08', '2026-03-08T08:00:00.000Z'],
    ['America/Los_Angeles', '2026-03-09', '2026-03-09T07:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-02', '2026-03-01T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-03-02', '2026-03-01T10:00:00.000Z'],
    ['Etc/UTC', '2026-03-02', '2026-03-02T00:00:00.000Z'],
  ])('begin in %s on %s at their own midnight', (zone, date, at) => {
    const start = startIn(zone, dayNumber(date))
    expect(new Date(start).toISOString()).toBe(at)
    expect([dayIn(zone, start - 1), dayIn(zone, start)].map(dateOf)).toEqual([dateOf(dayNumber(date) - 1), date])
  })
})
