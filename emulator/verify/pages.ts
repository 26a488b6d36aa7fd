import type { Finding } from '../../contracts/finding.ts'
import type { Tried, Wanted } from './call.ts'
import { finding } from './judge.ts'
import { at } from './pointer.ts'

/** What came of going through the pages of a list. */
export interface PagesRead {
  readonly findings: readonly Finding[]
  readonly pages: number
  /** Pages that were left, and why. */
  readonly left?: string
}

/** Whether an operation answers page by page. */
export const hasPages = ({ contract, reply }: Tried): boolean =>
  contract.method === 'GET' &&
  Object.hasOwn(contract.params.properties ?? {}, 'after') &&
  Array.isArray(at(reply, '/data')) &&
  (at(reply, '/data') as unknown[]).length > 0

/**
 * Goes from page to page by the cursors, an item a page, until there is no `next`. The address that `next` gives is not
 * called, as it may lead anywhere.
 * @param most how many pages are read
 */
export async function readPages(
  wanted: Wanted,
  most: number,
  call: (wanted: Wanted) => Promise<Tried>,
): Promise<PagesRead> {
  const cursors = new Set<string>()
  const items = new Set<string>()
  let after: string | undefined
  for (let page = 1; page <= most; page += 1) {
    const query = { ...wanted.trial.query, limit: 1, ...(after !== undefined && { after }) }
    const tried = await call({
      ...wanted,
      what: `${wanted.contract.name}: page ${page}`,
      trial: { ...wanted.trial, query },
    })
    if (tried.status !== 200) return { findings: refusedPage(tried, page), pages: page - 1 }
    const wrong = wrongPage(tried, cursors, items)
    if (wrong) return { findings: [wrong], pages: page }
    after = String(at(tried.reply, '/paging/cursors/after'))
    if (at(tried.reply, '/paging/next') === undefined) return { findings: [], pages: page }
    cursors.add(after)
  }
  return { findings: [], pages: most, left: `pages after the ${most}th were not read` }
}

/** The first page was answered without a limit before: what is wrong with the refusal of this one is found elsewhere. */
function refusedPage(tried: Tried, page: number): Finding[] {
  const problem = `HTTP ${tried.status} came to the cursor of the page before it`
  return page > 1 ? [finding(tried, 'pages-go-on', '/reply', problem)] : []
}

function wrongPage(tried: Tried, cursors: ReadonlySet<string>, items: Set<string>): Finding | undefined {
  const wrong = (where: string, problem: string): Finding =>
    finding(tried, 'pages-end', where, `${problem}: whoever follows next never comes to an end`)
  const hasNext = at(tried.reply, '/paging/next') !== undefined
  const after = at(tried.reply, '/paging/cursors/after')
  if (hasNext && after === undefined)
    return wrong('/reply/paging/cursors/after', 'there is a next page without a cursor')
  if (hasNext && cursors.has(String(after))) {
    return wrong('/reply/paging/cursors/after', 'the cursor is that of an earlier page')
  }
  for (const item of at(tried.reply, '/data') as unknown[]) {
    const key = JSON.stringify(at(item, '/id') ?? item)
    if (items.has(key)) return wrong('/reply/data/0', 'an item of an earlier page comes again')
    items.add(key)
  }
  return undefined
}
