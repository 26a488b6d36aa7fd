import { routeAccountUpdate } from './webhooks/route.ts'
import type { Mail } from './world/entities.ts'
import type { Parcel } from './world/queue.ts'
import type { World } from './world/world.ts'

/** All that a behaviour or a happening can set going. */
export interface Effects {
  /** Asks for a happening after a delay (milliseconds of the world's time). */
  readonly later: (delay: number, happening: string, params: Readonly<Record<string, string>>) => void
  /** Sends a webhook about an account to every app that is subscribed. */
  readonly notify: (waba: string, field: 'account_update', value: object, entry?: 'business' | 'waba') => void
  /** Puts a letter into the mailbox of the world. */
  readonly mail: (mail: Omit<Mail, 'n' | 'at'>) => void
}

/** Runs one piece of work on a world: all of it or nothing, its webhooks queued once it is done. */
export function perform<R>(world: World, work: (effects: Effects) => R): R {
  return world.atomically(() => {
    const posts: Omit<Parcel, 'event'>[][] = []
    const noticed: (() => Omit<Parcel, 'event'>[])[] = []
    const result = work({
      later: (delay, name, params) => world.schedule({ at: world.now + delay, kind: 'happening', name, params }),
      notify: (waba, _, value, entry = 'business') => noticed.push(() => routeAccountUpdate(world, waba, value, entry)),
      mail: (mail) => world.mail({ ...mail, at: world.now }),
    })
    if (noticed.length === 0) return result
    // Routed when the work is done: whoever gained an account by it hears of that account.
    for (const parcels of noticed) posts.push(parcels())
    if (world.rulings['waba-webhook-order'] === 'reversed') posts.reverse()
    for (const parcels of posts) world.post(parcels)
    return result
  })
}
