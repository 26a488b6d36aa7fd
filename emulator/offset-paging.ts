import { fail } from './failure.ts'
import { DEFAULT_LIMIT, type Link, linkTo, type Page, type PageParams } from './paging.ts'

/**
 * Cuts the page out of rows that are no nodes. Cursors are the place of a row: in base64 with `ZD` for every `=`, so
 * that `MAZDZD` is the first and `MjQZD` the 25th. Where nothing is said a limit has no upper end: assumed, as no page
 * names one.
 * @param most the highest limit
 * @throws Failure cursor_invalid
 * @see sources waba-analytics, graph-paging
 */
export function pageOfRows<T>(
  rows: readonly T[],
  params: PageParams,
  to: Link,
  most = Number.POSITIVE_INFINITY,
): Page<T> {
  const limit = Math.min(params.limit ?? DEFAULT_LIMIT, most)
  const end = params.before === undefined ? rows.length : placeOf(params.before)
  const start = firstOf(params, end, limit)
  const data = rows.slice(start, Math.min(end, start + limit))
  if (data.length === 0) return { data }
  const last = start + data.length - 1
  const cursors = { before: cursorOf(start), after: cursorOf(last) }
  return {
    data,
    paging: {
      cursors,
      ...(start > 0 && { previous: linkTo(to, limit, { before: cursors.before }) }),
      ...(last + 1 < rows.length && { next: linkTo(to, limit, { after: cursors.after }) }),
    },
  }
}

function firstOf({ after, before }: PageParams, end: number, limit: number): number {
  if (after !== undefined) return placeOf(after) + 1
  return before === undefined ? 0 : Math.max(0, end - limit)
}

function cursorOf(place: number): string {
  return Buffer.from(String(place)).toString('base64').replaceAll('=', 'ZD')
}

function placeOf(cursor: string): number {
  const place = Buffer.from(cursor.replace(/(ZD)+$/, ''), 'base64').toString()
  // What is written back as it came is a cursor of ours: base64 reads much else as well.
  if (!/^\d{1,9}$/.test(place) || cursorOf(Number(place)) !== cursor) {
    fail('cursor_invalid', `'${cursor}' is no cursor that this edge gave`)
  }
  return Number(place)
}
