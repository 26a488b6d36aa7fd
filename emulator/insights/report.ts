import type { InsightsMetric } from '../../contracts/insights/fields.ts'
import { addTo, type Tally } from '../world/tally.ts'
import type { Ask } from './ask.ts'
import type { Benchmarks } from './benchmarks.ts'
import { byButton, type Cell, cellsOf } from './cells.ts'
import { columnsOf, metricNamed, metricOf, type Row, rowOf } from './columns.ts'
import type { Reckoning } from './numbers.ts'
import { operators, type Value } from './operators.ts'
import { each, sorted, type Work } from './slices.ts'
import type { Subject } from './subjects.ts'

/** All that the rows of one report are made of: of one moment, and never changed. */
export interface Report {
  readonly ask: Ask
  readonly subjects: readonly Subject[]
  readonly reckoning: Reckoning
  readonly benchmarks: Benchmarks
}

/** The rows of a report, chosen and in order. */
export type Rows = readonly Cell[]

/** The steps that it takes to make cells of a cell, to reckon a number of it, and to add it to others. */
const SPREAD = 10
const RECKON = 1
const ADD = 3

/** The cells that filters leave, one for each button where that is asked for, in the order asked for. */
export function* rowsOf(report: Report, cells: readonly Cell[]): Work<Rows> {
  const { ask } = report
  const all = ask.byButton ? yield* spread(cells) : cells
  const left = yield* chosen(all, report)
  return ask.sort ? yield* inOrder(left, ask.sort, report) : left
}

/** The rows of reports that are read page by page. */
const known = new WeakMap<Report, Rows>()

/** All rows of a report that is kept; made once. */
export function* rowsOfKept(report: Report): Work<Rows> {
  const rows = known.get(report) ?? (yield* rowsOf(report, yield* cellsOf(report.subjects, report.ask.pieces)))
  known.set(report, rows)
  return rows
}

function* spread(cells: readonly Cell[]): Work<Cell[]> {
  const found: Cell[] = []
  yield* each(cells, SPREAD, (cell) => found.push(...byButton(cell)))
  return found
}

/** Rows whose numbers are as `filtering` wants them. What has no number counts as 0. */
function* chosen(cells: readonly Cell[], report: Report): Work<readonly Cell[]> {
  let left = cells
  for (const { metric, operator, value } of report.ask.filters) {
    if (!metric) continue
    const numbers = yield* numbersOf(left, metric, report)
    const least = operator === 'TOP' ? yield* leastOfTop(numbers, Number(value)) : 0
    const holds =
      operator === 'TOP' ? (number: number) => number >= least : (number: number) => operators[operator](number, value)
    left = yield* kept(left, (at) => holds(numbers[at] ?? 0))
  }
  return left
}

function* numbersOf(cells: readonly Cell[], metric: InsightsMetric, { reckoning }: Report): Work<number[]> {
  const numbers: number[] = []
  yield* each(cells, RECKON, (cell) => numbers.push(metricOf(cell, metric, reckoning) ?? 0))
  return numbers
}

function* kept(cells: readonly Cell[], holds: (at: number) => boolean): Work<Cell[]> {
  const found: Cell[] = []
  yield* each(cells, RECKON, (cell, at) => holds(at) && found.push(cell))
  return found
}

/** The smallest number among so many of the largest. */
function* leastOfTop(numbers: readonly number[], count: number): Work<number> {
  const descending = yield* sorted(numbers, (a, b) => b - a)
  return descending[Math.max(0, Math.min(count, descending.length) - 1)] ?? 0
}

/** Cells by what they have of a field, which is reckoned once. */
function* inOrder(cells: readonly Cell[], { field, descending }: NonNullable<Ask['sort']>, report: Report): Work<Rows> {
  const metric = metricNamed(field)
  const [column] = columnsOf([field], report)
  const keyed: { readonly cell: Cell; readonly key: Value | undefined }[] = []
  yield* each(cells, RECKON, (cell) =>
    keyed.push({ cell, key: metric ? metricOf(cell, metric, report.reckoning) : column?.of(cell) }),
  )
  const ordered = yield* sorted(keyed, (a, b) => compare(a.key, b.key, descending))
  const found: Cell[] = []
  yield* each(ordered, 0.1, ({ cell }) => found.push(cell))
  return found
}

/** What is without a value comes last. */
function compare(one: Value | undefined, other: Value | undefined, descending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  const order = one < other ? -1 : Number(one > other)
  return descending ? -order : order
}

/** All rows together, where the call asks for a summary: only what can be summed, and the days of the call. */
export function* summaryOf(rows: Rows, report: Report): Work<Row | undefined> {
  const { summary, days, byButton: isByButton } = report.ask
  if (!summary) return undefined
  const sum: Tally = {}
  // The rows of the buttons of a cell share its tally.
  const cells = isByButton ? [...new Set(rows.map((row) => row.whole ?? row))] : rows
  yield* each(cells, ADD, ({ tally }) => addTo(sum, tally))
  const subject = { attributes: accountOf(rows), series: [] }
  return rowOf({ subject, days, tally: sum }, columnsOf(summary, report))
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
