import type { History, HistoryCall } from '../history.ts'
import type { Offence } from './place.ts'
import { fieldsOf, textOf } from './values.ts'

/** What Graph gives where nothing is said. @see sources graph-paging */
const USUAL_PAGE = 25

/** Who asks for less than a usual page wants to see the newest; who asks for as much, or more, wants all. */
function isLook({ params }: HistoryCall): boolean {
  return Number(fieldsOf(params).limit) < USUAL_PAGE
}

/** Pages that tell of a next one, which nobody asked for; parts of a batch are left out. */
export function notFollowed({ calls }: History): Offence[] {
  const followed = new Set(
    calls.flatMap(({ path, params }) => {
      const { after, offset } = fieldsOf(params)
      return after === undefined && offset === undefined ? [] : [`${path} ${textOf(after) ?? ''}`, `${path} any`]
    }),
  )
  const newest = calls.at(-1)?.n
  const reads = calls.filter(({ method, status, part }) => method === 'GET' && status === 200 && !part)
  return reads.flatMap((call) => {
    const { next, cursors } = fieldsOf(fieldsOf(call.reply).paging)
    if (textOf(next) === undefined || call.n === newest || isLook(call)) return []
    const after = textOf(fieldsOf(cursors).after)
    if (followed.has(`${call.path} ${after ?? 'any'}`)) return []
    return [{ calls: [call], problem: 'paging.next said that there is more, and nobody asked for it' }]
  })
}
