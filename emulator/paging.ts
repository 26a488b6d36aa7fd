import { fail } from './failure.ts'

/** Graph's own default, and the most that these edges give. @see sources openapi, graph-paging */
export const DEFAULT_LIMIT = 25
const HIGHEST_LIMIT = 100

/** One page of a list: `{data, paging}` before the nodes are read. Past the end there is neither data nor paging. */
export interface Page<T> {
  readonly data: readonly T[]
  readonly paging?: {
    readonly cursors: { readonly before: string; readonly after: string }
    readonly previous?: string
    readonly next?: string
  }
}

/** What the links of a page are made of. */
export interface Link {
  readonly origin: string
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
  readonly token: string | undefined
}

export interface PageParams {
  readonly limit?: number
  readonly after?: string
  readonly before?: string
}

/**
 * Cuts the page out of a list that the parameters ask for. Cursors name an id and its place, so they stay good while
 * the list grows; links are absolute, on the host of the caller, with all parameters and the token.
 * @throws Failure cursor_invalid
 * @see sources graph-paging, published-clients 22 and 23
 */
export function pageOf<T extends { readonly id: string }>(list: readonly T[], params: PageParams, to: Link): Page<T> {
  const limit = Math.min(params.limit ?? DEFAULT_LIMIT, HIGHEST_LIMIT)
  const end = params.before ? placeOf(list, params.before) : list.length
  const start = params.after ? placeOf(list, params.after) + 1 : params.before ? Math.max(0, end - limit) : 0
  const data = list.slice(start, Math.min(end, start + limit))
  const [first] = data
  const last = data.at(-1)
  if (!first || !last) return { data }
  const cursors = { before: cursorOf(first, start), after: cursorOf(last, start + data.length - 1) }
  return {
    data,
    paging: {
      cursors,
      ...(start > 0 && { previous: linkTo(to, limit, { before: cursors.before }) }),
      ...(start + data.length < list.length && { next: linkTo(to, limit, { after: cursors.after }) }),
    },
  }
}

function cursorOf(item: { readonly id: string }, place: number): string {
  return Buffer.from(`${item.id}:${place}`).toString('base64url')
}

function placeOf(list: readonly { readonly id: string }[], cursor: string): number {
  const [, id, place] = /^(\w+):(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (id === undefined) fail('cursor_invalid', `'${cursor}' is no cursor that this edge gave`)
  const found = list.findIndex((item) => item.id === id)
  // The node is gone from the list: what stood behind it has moved up into its place.
  return found >= 0 ? found : Number(place) - 1
}

/** The address of another page. */
export function linkTo(to: Link, limit: number, cursor: { readonly before?: string; readonly after?: string }): string {
  const url = new URL(to.path, to.origin)
  const { after: _, before: __, ...params } = to.params
  const all = { ...params, access_token: to.token, limit, ...cursor }
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined) url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return url.href
}
