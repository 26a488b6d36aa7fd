import { LEGACY_PROTOCOL } from '../contracts/versions.ts'
import { textOf } from './body.ts'
import type { PlacedCall } from './call.ts'
import { fail } from './failure.ts'
import { after, inTurn, type Paused } from './pause.ts'

/** `GET /?ids=1,2` and `GET /{edge}?ids=1,2`: the same of several nodes. */
export function isMany(call: PlacedCall): boolean {
  return call.method === 'GET' && call.params.ids !== undefined && call.path.length <= 1
}

/** Most that one call may name. @see sources graph-batch: assumed to be as many as a batch may have */
const MOST = 50

/**
 * An object with the reply for each id.
 * @throws Failure ids_gone, parameter_type; any that one of the nodes gives, which fails all
 * @see sources graph-changelog
 */
export function answerMany(
  call: PlacedCall,
  one: (call: PlacedCall) => Paused<unknown>,
): Paused<Record<string, unknown>> {
  if (call.path.length === 0 && !call.legacy) {
    fail('ids_gone', `ids at the root ended with ${LEGACY_PROTOCOL.until}, and for all on ${LEGACY_PROTOCOL.lastDay}`)
  }
  const { ids, ...params } = call.params
  const list = (Array.isArray(ids) ? ids.map((id) => textOf(id) ?? '') : (textOf(ids) ?? '').split(','))
    .map((id) => id.trim())
    .filter(Boolean)
  if (list.length === 0 || list.length > MOST) {
    fail('parameter_type', `ids names ${list.length} nodes; 1 to ${MOST} are read`, {
      param: 'ids',
      expected: `1 to ${MOST} ids.`,
    })
  }
  const wanted = [...new Set(list)]
  const replies = inTurn(wanted, (id) => {
    const path = [id, ...call.path]
    const url = new URL(`/${[call.version, ...path].map(encodeURIComponent).join('/')}`, call.url)
    return one({ ...call, path, params, url })
  })
  return after(replies, (all) => Object.fromEntries(wanted.map((id, at) => [id, all[at]])))
}
