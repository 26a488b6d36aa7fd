import type { Page } from '../paging.ts'
import { type Report, type Row, rowOf, rowsOf, summaryOf } from './report.ts'
import type { Work } from './slices.ts'

/** So many rows are on a page at most. Assumed: no page names a number, and no client asks for more. */
const MOST_ROWS = 5000

export interface InsightsPage {
  readonly data: Row[]
  readonly paging?: NonNullable<Page<unknown>['paging']>
  readonly summary?: Row
}

/** The page of a report that a call asks for, with the fields that it asks for. */
export function* insightsPage(
  report: Report,
  fields: readonly string[],
  page: <T>(rows: readonly T[], most: number) => Page<T>,
): Work<InsightsPage> {
  const rows = yield* rowsOf(report)
  const summary = yield* summaryOf(rows, report)
  const { data, paging } = page(rows, MOST_ROWS)
  const written: Row[] = []
  for (const cell of data) {
    written.push(rowOf(cell, fields, report))
    yield
  }
  return { data: written, ...(paging && { paging }), ...(summary && { summary }) }
}
