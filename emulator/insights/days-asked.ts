import { datePresets } from '../../contracts/insights/params.ts'
import { lenientJson } from '../../contracts/lenient-json.ts'
import { isRecord } from '../body.ts'
import { dateOf, dayNumber } from '../model/calendar.ts'
import type { Ask, Asked, InsightsFail, InsightsParams } from './ask.ts'
import { type DayRange, earliestDay, piecesOf, presets, type TimeIncrement } from './ranges.ts'

type Days = Pick<Ask, 'pieces' | 'days'>

/** What Insights tells of where nobody says. @see sources insights-reference */
const DEFAULT_PRESET = 'last_30d'

/**
 * The days of an insights call: time_ranges before time_range before date_preset.
 * @throws Failure insights_date_invalid, insights_range_*, insights_increment_invalid, insights_value_invalid
 */
export function daysAsked(params: InsightsParams, asked: Asked, fail: InsightsFail): Days {
  const ranges = jsonOf(params.time_ranges)
  if (ranges !== undefined) return ofRanges(ranges, asked, fail)
  const increment = incrementOf(params.time_increment ?? 'all_days', fail)
  const range = jsonOf(params.time_range)
  const days = range === undefined ? presetOf(params.date_preset, asked, fail) : rangeOf(range, asked, fail)
  return { pieces: days ? piecesOf(days, increment) : [], days: days ?? presets.last_30d(asked.today) }
}

/** JSON that came as text is read; what is no JSON stays as it is. */
function jsonOf(value: unknown): unknown {
  return typeof value === 'string' ? (lenientJson(value) ?? value) : value
}

function ofRanges(given: unknown, asked: Asked, fail: InsightsFail): Days {
  const pieces = (Array.isArray(given) ? given : [given]).map((range) => rangeOf(range, asked, fail))
  if (pieces.length === 0) fail('insights_range_missing', 'time_ranges is empty')
  const from = Math.min(...pieces.map((piece) => piece.from))
  return { pieces, days: { from, to: Math.max(...pieces.map(({ to }) => to)) } }
}

function rangeOf(given: unknown, { today }: Asked, fail: InsightsFail): DayRange {
  if (!isRecord(given) || Object.keys(given).length === 0) {
    return fail(
      'insights_range_missing',
      `time_range is ${JSON.stringify(given)}; one is {"since":"2026-03-01","until":"2026-03-31"}`,
    )
  }
  const [from, to] = [given.since, given.until].map((date) => dayNumber(String(date)))
  if (from === undefined || to === undefined || Number.isNaN(from + to)) {
    return fail('insights_date_invalid', `time_range is ${JSON.stringify(given)}; it has the days since and until`)
  }
  if (from > to) fail('insights_range_reversed', `the range begins on ${given.since} and ends on ${given.until}`)
  const earliest = earliestDay(today)
  if (from < earliest) fail('insights_range_too_old', `${given.since} is before ${dateOf(earliest)}`)
  return { from, to }
}

function presetOf(preset: string | undefined, asked: Asked, fail: InsightsFail): DayRange | undefined {
  const name = preset ?? DEFAULT_PRESET
  const found = datePresets.find((known) => known === name)
  if (!found) {
    return fail('insights_value_invalid', `date_preset is '${name}'`, {
      param: 'date_preset',
      allowed: datePresets.join(', '),
    })
  }
  const range = presets[found](asked.today)
  return found === 'data_maximum' ? within(range, asked.spans()) : range
}

function within(range: DayRange, spans: DayRange | undefined): DayRange | undefined {
  return spans && { from: Math.max(range.from, spans.from), to: Math.min(range.to, spans.to) }
}

function incrementOf(increment: string, fail: InsightsFail): TimeIncrement {
  if (increment === 'all_days' || increment === 'monthly') return increment
  const days = Number(increment)
  if (Number.isInteger(days) && days >= 1 && days <= 90) return days
  return fail('insights_increment_invalid', `time_increment is '${increment}'`)
}
