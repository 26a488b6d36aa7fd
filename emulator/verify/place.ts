import type { Before } from '../../contracts/verify/trial.ts'

/** Where trials are made: a world of a running emulator, or a real Graph. */
export interface TrialPlace {
  readonly kind: 'emulator' | 'real'
  /** The address before the version: `https://graph.facebook.com`. */
  readonly url: string
  /** What `{name}` stands for; trials add what they find. */
  readonly words: Map<string, unknown>
  readonly tokens: Readonly<Record<string, string>>
  /** Name of the app -> its secret. */
  readonly secrets: Readonly<Record<string, string>>
  /** A path that begins with a slash, or a whole address. */
  readonly graph: (path: string, init: RequestInit) => Promise<Response>
  /** Lets something happen between two calls. Absent: nobody can. @throws CannotPlay */
  readonly before?: (step: Before) => Promise<void>
  readonly close: () => Promise<void>
}

/** `{now}`, and the days that measures are asked for: seconds since 1970. @param at milliseconds */
export function timeWords(at: number): [string, number][] {
  const now = Math.floor(at / 1000)
  const day = now - (now % 86_400)
  return [
    ['now', now],
    ['day_start', day],
    ['week_start', day - 7 * 86_400],
  ]
}
