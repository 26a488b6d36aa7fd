import { type InsightsMetric, insightsMetrics } from '../../contracts/insights/fields.ts'
import { BUTTON_BREAKDOWN } from '../../contracts/insights/params.ts'
import { memo } from '../memo.ts'
import { dateOf } from '../model/calendar.ts'
import type { Benchmarks } from './benchmarks.ts'
import type { Cell } from './cells.ts'
import { numberOf, numberOfButton, written } from './numbers.ts'
import type { Report } from './report.ts'

/** A field of the rows, and what a row has of it. */
export interface Column {
  readonly name: string
  readonly of: (cell: Cell) => string | undefined
}

/** A row as it goes over the wire: strings all through, and what has no value is left out. */
export interface Row {
  readonly date_start: string
  readonly date_stop: string
  readonly [field: string]: string
}

/** The fields that are asked for, and after them the days, which come by themselves. */
export function columnsOf(fields: readonly string[], report: Report): readonly Column[] {
  return [...new Set([...fields, 'date_start', 'date_stop'])].map((name) => ({ name, of: readerOf(name, report) }))
}

function readerOf(field: string, { benchmarks, reckoning }: Pick<Report, 'benchmarks' | 'reckoning'>): Column['of'] {
  if (field === 'date_start') return ({ days }) => dayText(days.from)
  if (field === 'date_stop') return ({ days }) => dayText(days.to)
  const metric = metricNamed(field)
  if (metric) {
    return (cell) => {
      const number = metricOf(cell, metric, reckoning)
      return number === undefined ? undefined : written(number)
    }
  }
  if (field in benchmarks) return () => benchmarks[field as keyof Benchmarks]
  return ({ subject }) => subject.attributes[field as keyof typeof subject.attributes]
}

/** Few days, and each in many rows. */
const dayText = memo(5000, dateOf)

/** The metric of this name, if there is one. */
export const metricNamed = (field: string): InsightsMetric | undefined =>
  insightsMetrics.find((known) => known === field)

/** What a cell has of a metric. */
export function metricOf(
  { tally, button }: Cell,
  metric: InsightsMetric,
  reckoning: Report['reckoning'],
): number | undefined {
  return button === undefined ? numberOf(metric, tally, reckoning) : numberOfButton(metric, button, tally, reckoning)
}

/** One row: what has a value. */
export function rowOf(cell: Cell, columns: readonly Column[]): Row {
  const row: Record<string, string> = {}
  for (const { name, of } of columns) {
    const value = of(cell)
    if (value !== undefined) row[name] = value
  }
  if (cell.button !== undefined) row[BUTTON_BREAKDOWN] = cell.button
  return row as Record<string, string> & Row
}
