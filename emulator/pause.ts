/**
 * What a call waits for: a callback that is asked for its challenge, or a long report that lets others come in between.
 * All before it and all behind it happens at one go, so the order of these pieces is all that two runs can differ in.
 */
export class Pause<T> {
  readonly kind: 'handshake' | 'slices'
  /** Never rejects. */
  readonly wait: () => Promise<unknown>
  /** Goes on with what was waited for. Throws as the call would have. */
  readonly go: (found: unknown) => Paused<T>

  constructor(kind: Pause<T>['kind'], wait: () => Promise<unknown>, go: (found: unknown) => Paused<T>) {
    this.kind = kind
    this.wait = wait
    this.go = go
  }
}

export type Paused<T> = T | Pause<T>

/** Waits for what is under way, and goes on with what it comes to, or throws what it threw. */
export function pauseFor<T>(kind: Pause<T>['kind'], underWay: Promise<T>): Pause<T> {
  const ended = underWay.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error
    },
  )
  return new Pause<T>(
    kind,
    () => ended,
    (found) => (found as () => T)(),
  )
}

/** Goes on with a value as soon as it is there: at once, unless something is waited for. */
export function after<T, R>(value: Paused<T>, next: (value: T) => Paused<R>): Paused<R> {
  if (!(value instanceof Pause)) return next(value)
  return new Pause(value.kind, value.wait, (found) => after(value.go(found), next))
}

/** Tries a piece of work, and each piece behind a pause of it; what is thrown becomes a value. */
export function attempt<T>(work: () => Paused<T>, failed: (error: unknown) => T): Paused<T> {
  try {
    const value = work()
    if (!(value instanceof Pause)) return value
    return new Pause(value.kind, value.wait, (found) => attempt(() => value.go(found), failed))
  } catch (error) {
    return failed(error)
  }
}

/** One after the other, each when the one before is done. */
export function inTurn<T, R>(items: readonly T[], one: (item: T) => Paused<R>): Paused<R[]> {
  const results: R[] = []
  const from = (at: number): Paused<R[]> => {
    for (let next = at; next < items.length; next += 1) {
      const value = one(items[next] as T)
      if (value instanceof Pause) {
        return after(value, (result) => {
          results.push(result)
          return from(next + 1)
        })
      }
      results.push(value)
    }
    return results
  }
  return from(0)
}

/** Waits for all that is waited for. @param goOn how the call goes on, once that is there */
export function settle<T>(
  value: Paused<T>,
  goOn: (pause: Pause<T>, found: unknown) => Paused<T> = (pause, found) => pause.go(found),
): T | Promise<T> {
  if (!(value instanceof Pause)) return value
  return value.wait().then((found) => settle(goOn(value, found), goOn))
}
