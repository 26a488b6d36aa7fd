import type { Version } from '../contracts/versions.ts'
import { post } from './webhooks/post.ts'
import type { Mail } from './world/mail.ts'
import type { World } from './world/world.ts'

/** A webhook that is to be sent: about an account, or to businesses that are named. */
export type Notice = NoticeContent &
  (
    | { /** The account that it is about; of whom it may be known. */ readonly waba: string }
    | { readonly waba?: never; readonly to: readonly string[]; readonly entry: 'business' }
  )

interface NoticeContent {
  readonly field: string
  /** The value, or what makes it of the Graph version in which an app subscribed. */
  readonly value: object | ((version: Version) => object)
  /** The phone number that it is about: a callback of its own comes before that of the account. */
  readonly phone?: string
  /** What else it is about: webhooks about one thing are posted in order, those about others beside them. */
  readonly about?: string
  /** What `entry.id` is: the account where absent, or the business of each receiving app. */
  readonly entry?: 'business'
  /** The businesses whose apps hear of it, whoever may see the account; all that may see it where absent. */
  readonly to?: readonly string[]
}

/** All that a behaviour or a happening can set going. */
export interface Effects {
  /** Asks for a happening after a delay (milliseconds of the world's time). */
  readonly later: (delay: number, happening: string, params: Readonly<Record<string, unknown>>) => void
  /** Sends a webhook to every app that is subscribed. */
  readonly notify: (notice: Notice) => void
  /** Puts a letter into the mailbox of the world. */
  readonly mail: (mail: Omit<Mail, 'n' | 'at'>) => void
}

/** Runs one piece of work on a world: all of it or nothing, its webhooks queued once it is done. */
export function perform<R>(world: World, work: (effects: Effects) => R): R {
  return world.atomically(() => {
    const notices: Notice[] = []
    const result = work({
      later: (delay, name, params) => world.schedule({ at: world.now + delay, kind: 'happening', name, params }),
      notify: (notice) => notices.push(notice),
      mail: (mail) => world.mail({ ...mail, at: world.now }),
    })
    if (notices.length > 0) post(world, notices)
    return result
  })
}
