import type { Notice } from '../effects.ts'
import type { Parcel } from '../world/queue.ts'

type Unnumbered = Omit<Parcel, 'event'>

/** What became of one notice: who gets which body. */
export interface Routed {
  readonly notice: Notice
  readonly parcels: readonly Unnumbered[]
}

/** @see sources webhooks-endpoint: Batching; webhooks-overview: Payload size */
const MOST_UPDATES = 1000
const MOST_BYTES = 3 * 1024 * 1024

const HEAD = '{"object":"whatsapp_business_account","entry":['
const TAIL = ']}'

/**
 * Joins what one piece of work tells of a field into one webhook for each callback, entry behind entry.
 * @see ruling webhook-batching
 */
export function together(posts: readonly Routed[]): Routed[] {
  const byField = groupsOf(posts, ({ notice }) => notice.field)
  return byField.flatMap((routed) => {
    const [first] = routed
    if (!first) return []
    const byCallback = groupsOf(
      routed.flatMap(({ parcels }) => parcels),
      ({ appId, url }) => `${appId} ${url}`,
    )
    return rounds(byCallback.map(joined)).map((parcels) => ({ notice: first.notice, parcels }))
  })
}

/** The bodies of one callback, joined as far as the limits allow. All are ASCII, so that characters are bytes. */
function joined(parcels: readonly Unnumbered[]): Unnumbered[] {
  const bodies: Unnumbered[] = []
  let entries: string[] = []
  let size = 0
  for (const parcel of parcels) {
    const entry = parcel.body.slice(HEAD.length, -TAIL.length)
    const fits = entries.length < MOST_UPDATES && size + entry.length < MOST_BYTES
    if (!fits || entries.length === 0) {
      entries = []
      size = HEAD.length + TAIL.length
      bodies.push(parcel)
    }
    entries.push(entry)
    size += entry.length + 1
    bodies[bodies.length - 1] = { ...parcel, body: HEAD + entries.join(',') + TAIL }
  }
  return bodies
}

/** The first body of each callback is one event, the second of each another. */
function rounds(callbacks: readonly (readonly Unnumbered[])[]): Unnumbered[][] {
  const most = Math.max(0, ...callbacks.map(({ length }) => length))
  return Array.from({ length: most }, (_, at) => callbacks.flatMap((bodies) => bodies[at] ?? []))
}

/** In the order of their first members. */
function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}
