import type { Page } from '../paging.ts'
import { columnsOf, type Row, rowOf } from './columns.ts'
import { type Report, type Rows, summaryOf } from './report.ts'
import { each, type Work } from './slices.ts'

/** So many rows are on a page at most. Assumed: no page names a number, and no client asks for more. */
const MOST_ROWS = 5000

export interface InsightsPage {
  readonly data: Row[]
  readonly paging?: NonNullable<Page<unknown>['paging']>
  readonly summary?: Row
}

/** The page of the rows of a report that a call asks for, with the fields that it asks for. */
export function* insightsPage(
  report: Report,
  rows: Rows,
  fields: readonly string[],
  page: <T>(rows: readonly T[], most: number) => Page<T>,
): Work<InsightsPage> {
  const summary = yield* summaryOf(rows, report)
  const { data, paging } = page(rows, MOST_ROWS)
  const written: Row[] = []
  const columns = columnsOf(fields, report)
  yield* each(data, columns.length, (cell) => written.push(rowOf(cell, columns)))
  return { data: written, ...(paging && { paging }), ...(summary && { summary }) }
}
