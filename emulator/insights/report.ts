import { type InsightsMetric, insightsMetrics } from '../../contracts/insights/fields.ts'
import { BUTTON_BREAKDOWN } from '../../contracts/insights/params.ts'
import { dateOf } from '../model/calendar.ts'
import { addTo, type Tally } from '../world/tally.ts'
import type { Ask } from './ask.ts'
import type { Benchmarks } from './benchmarks.ts'
import { byButton, type Cell, sumOf } from './cells.ts'
import { numberOf, numberOfButton, type Reckoning, written } from './numbers.ts'
import { operators, type Value } from './operators.ts'
import { sorted, type Work } from './slices.ts'

/** All that the rows of one report are made of: of one moment, and never changed. */
export interface Report {
  readonly ask: Ask
  readonly cells: readonly Cell[]
  readonly reckoning: Reckoning
  readonly benchmarks: Benchmarks
}

/** The rows of a report, chosen and in order. */
export type Rows = readonly Cell[]

/** A row as it goes over the wire: strings all through, and what has no value is left out. */
export interface Row {
  readonly date_start: string
  readonly date_stop: string
  readonly [field: string]: string
}

/** The cells that filters leave, one for each button where that is asked for, in the order asked for. */
export function* rowsOf(report: Report): Work<Rows> {
  const { ask } = report
  const all = ask.byButton ? yield* spread(report.cells) : report.cells
  const left = yield* chosen(all, report)
  if (!ask.sort) return left
  const { field, descending } = ask.sort
  const values = new Map(left.map((cell) => [cell, sortableOf(cell, field, report)]))
  return yield* sorted(left, (a, b) => compare(values.get(a), values.get(b), descending))
}

function* spread(cells: readonly Cell[]): Work<Cell[]> {
  const found: Cell[] = []
  for (const cell of cells) {
    found.push(...byButton(cell))
    yield
  }
  return found
}

/** Rows whose numbers are as `filtering` wants them. What has no number counts as 0. */
function* chosen(cells: readonly Cell[], report: Report): Work<readonly Cell[]> {
  let left = cells
  for (const { metric, operator, value } of report.ask.filters) {
    if (!metric) continue
    const least = operator === 'TOP' ? yield* leastOfTop(left, metric, Number(value), report) : 0
    const holds =
      operator === 'TOP' ? (number: number) => number >= least : (number: number) => operators[operator](number, value)
    left = yield* kept(left, (cell) => holds(metricOf(cell, metric, report) ?? 0))
  }
  return left
}

function* kept(cells: readonly Cell[], holds: (cell: Cell) => boolean): Work<Cell[]> {
  const found: Cell[] = []
  for (const cell of cells) {
    if (holds(cell)) found.push(cell)
    yield
  }
  return found
}

/** The smallest number among so many of the largest. */
function* leastOfTop(cells: readonly Cell[], metric: InsightsMetric, count: number, report: Report): Work<number> {
  const numbers = cells.map((cell) => metricOf(cell, metric, report) ?? 0)
  const descending = yield* sorted(numbers, (a, b) => b - a)
  return descending[Math.max(0, Math.min(count, descending.length) - 1)] ?? 0
}

/** What is without a value comes last. */
function compare(one: Value | undefined, other: Value | undefined, descending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  const order = one < other ? -1 : Number(one > other)
  return descending ? -order : order
}

function sortableOf(cell: Cell, field: string, report: Report): Value | undefined {
  const metric = insightsMetrics.find((known) => known === field)
  return metric ? metricOf(cell, metric, report) : textOf(cell, field, report)
}

function metricOf(cell: Cell, metric: InsightsMetric, { reckoning }: Report): number | undefined {
  const tally = sumOf(cell)
  return cell.button === undefined
    ? numberOf(metric, tally, reckoning)
    : numberOfButton(metric, cell.button, tally, reckoning)
}

/** What a row has of a field. */
function textOf(cell: Cell, field: string, report: Report): string | undefined {
  if (field === 'date_start') return dateOf(cell.days.from)
  if (field === 'date_stop') return dateOf(cell.days.to)
  if (field in report.benchmarks) return report.benchmarks[field as keyof Benchmarks]
  const attribute = cell.subject.attributes[field as keyof typeof cell.subject.attributes]
  if (attribute !== undefined) return attribute
  const number = metricOf(cell, field as InsightsMetric, report)
  return number === undefined ? undefined : written(number)
}

/** One row, with the fields that are asked for and have a value, and its days. */
export function rowOf(cell: Cell, fields: readonly string[], report: Report): Row {
  const row: Record<string, string> = {}
  for (const field of fields) {
    const value = textOf(cell, field, report)
    if (value !== undefined) row[field] = value
  }
  row.date_start = dateOf(cell.days.from)
  row.date_stop = dateOf(cell.days.to)
  if (cell.button !== undefined) row[BUTTON_BREAKDOWN] = cell.button
  return row as Record<string, string> & Row
}

/** All rows together, where the call asks for a summary: only what can be summed, and the days of the call. */
export function* summaryOf(rows: Rows, report: Report): Work<Row | undefined> {
  const { summary, days } = report.ask
  if (!summary) return undefined
  const sum: Tally = {}
  // The rows of the buttons of a cell share its tallies.
  for (const tallies of new Set(rows.map((cell) => cell.tallies))) {
    addTo(sum, sumOf({ tallies }))
    yield
  }
  const subject = { attributes: accountOf(rows), series: [] }
  return rowOf({ subject, days, tallies: [sum] }, summary, report)
}

/** What all rows have in common. */
function accountOf([first]: Rows): Cell['subject']['attributes'] {
  const { account_id, account_name, account_currency, marketing_messages_spend_currency } =
    first?.subject.attributes ?? {}
  return {
    ...(account_id !== undefined && { account_id }),
    ...(account_name !== undefined && { account_name }),
    ...(account_currency !== undefined && { account_currency, marketing_messages_spend_currency }),
  }
}
