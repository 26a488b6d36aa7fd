/** Real time, or that of a test. */
export interface Clock {
  /** Milliseconds that only grow. */
  readonly now: () => number
  /** Does something later, unless it is called off. */
  readonly after: (milliseconds: number, work: () => void) => () => void
  /** 0 lets others work first, and waits for nobody. */
  readonly pause: (milliseconds: number) => Promise<void>
}

export const realClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
  pause: (milliseconds) =>
    new Promise((resolve) => {
      if (milliseconds === 0) setImmediate(resolve)
      else setTimeout(resolve, milliseconds)
    }),
}
