/** So much is done before others get their turn: a few milliseconds. */
const SLICE = 4000

/** Work that goes on piece by piece: each `yield` tells of one piece that is done. */
export type Work<R> = Generator<undefined, R, undefined>

/** Whether it is work, or what is done already. */
export function isWork(value: unknown): value is Work<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && 'next' in value
}

/** Does a piece of work at once where it is small, else slice by slice, and others get their turn in between. */
export function inSlices<R>(work: Work<R>): R | Promise<R> {
  const slice = runSlice(work)
  return slice.done ? slice.value : breathe(work)
}

/** Does a piece of work at once, however large. */
export function atOnce<R>(work: Work<R>): R {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

async function breathe<R>(work: Work<R>): Promise<R> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve))
    const slice = runSlice(work)
    if (slice.done) return slice.value
  }
}

function runSlice<R>(work: Work<R>): IteratorResult<undefined, R> {
  for (let pieces = 1; pieces < SLICE; pieces += 1) {
    const step = work.next()
    if (step.done) return step
  }
  return work.next()
}

/** So many are sorted in one piece of work. */
const RUN = 500

/** Sorts piece by piece: short runs, and then two by two into longer ones. Equal items stay in their order. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  let runs: T[][] = []
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare))
    for (let paid = 0; paid < RUN; paid += 1) yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* together(runs[at] ?? [], runs[at + 1] ?? [], compare))
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* together<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  const merged: T[] = []
  let right = 0
  for (const item of one) {
    for (; right < other.length && compare(other[right] as T, item) < 0; right += 1) merged.push(other[right] as T)
    merged.push(item)
    yield
  }
  return merged.concat(other.slice(right))
}
