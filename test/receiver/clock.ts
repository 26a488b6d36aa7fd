import type { Clock } from '../../emulator/receiver/clock.ts'

/** A clock that stands still, but for pauses and for what a test says. */
export interface StillClock extends Clock {
  readonly advance: (milliseconds: number) => void
}

export function stillClock(): StillClock {
  let now = 0
  let due: { readonly at: number; readonly work: () => void }[] = []
  const advance = (milliseconds: number): void => {
    now += milliseconds
    const ripe = due.filter(({ at }) => at <= now)
    due = due.filter(({ at }) => at > now)
    for (const { work } of ripe) work()
  }
  return {
    now: () => now,
    after: (milliseconds, work) => {
      const row = { at: now + milliseconds, work }
      due.push(row)
      return () => {
        due = due.filter((one) => one !== row)
      }
    },
    pause: (milliseconds) => {
      advance(milliseconds)
      return new Promise((resolve) => setImmediate(resolve))
    },
    advance,
  }
}
