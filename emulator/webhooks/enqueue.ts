import type { DueDelivery, Parcel, Waits } from '../world/queue.ts'
import type { World } from '../world/world.ts'

export type Unnumbered = Omit<Parcel, 'event'>

/** How often, how long after (milliseconds, at the latest), and which webhook goes before it. */
interface Way {
  readonly times?: 1 | 2
  readonly after?: number
  readonly waits?: Waits
}

/**
 * Queues one event for several apps, to be posted now, or as a test wants it.
 * @returns the number of the event
 */
export function enqueue(world: World, parcels: readonly Unnumbered[], way: Way = {}): number {
  const { times = 1, after = 0, waits } = way
  const at = world.now + after
  const event = world.nextEvent()
  const numbered = parcels.map((parcel) => ({ ...parcel, event }))
  for (const parcel of times === 1 ? numbered : [...numbered, ...numbered]) {
    const others = numbered.filter((other) => other !== parcel)
    const first = { at, kind: 'delivery', parcel, attempt: 1, firstAt: at, others } as const
    const row = world.schedule({ ...first, ...(waits && { waits }) })
    if (waits) world.waiting.push(row as DueDelivery)
  }
  return event
}
