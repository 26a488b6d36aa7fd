import type { InsightsMetric } from '../../contracts/insights/fields.ts'
import { addTo, type Tally } from '../world/tally.ts'
import type { Ask } from './ask.ts'
import type { Benchmarks } from './benchmarks.ts'
import { byButton, type Cell, cellsOf } from './cells.ts'
import { columnsOf, metricNamed, metricOf, type Row, rowOf } from './columns.ts'
import type { Reckoning } from './numbers.ts'
import { operators } from './operators.ts'
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
/** To take a cell over. */
const MOVE = 0.1

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

/** Cells by what they have of a field: by numbers, which are kept apart from the cells, as they are compared often. */
function* inOrder(cells: readonly Cell[], { field, descending }: NonNullable<Ask['sort']>, report: Report): Work<Rows> {
  const rank = yield* ranksOf(cells, field, report)
  const keys = new Float64Array(cells.length)
  const places: number[] = []
  yield* each(cells, RECKON, (cell, at) => {
    const number = rank(cell)
    // What is without a value comes last.
    keys[at] = number === undefined ? Number.MAX_VALUE : descending ? -number : number
    places.push(at)
  })
  const ordered = yield* sorted(places, (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
  const found: Cell[] = []
  yield* each(ordered, MOVE, (at) => found.push(cells[at] as Cell))
  return found
}

/** A number for each cell: its metric, or the place of its text among all that there are. */
function* ranksOf(cells: readonly Cell[], field: string, report: Report): Work<(cell: Cell) => number | undefined> {
  const metric = metricNamed(field)
  if (metric) return (cell) => metricOf(cell, metric, report.reckoning)
  const [column] = columnsOf([field], report)
  const textOf = (cell: Cell): string => column?.of(cell) ?? ''
  const texts = new Set<string>()
  yield* each(cells, RECKON, (cell) => texts.add(textOf(cell)))
  texts.delete('')
  const places = new Map([...texts].sort().map((text, place) => [text, place]))
  return (cell) => places.get(textOf(cell))
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
