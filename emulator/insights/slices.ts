/** So many steps are done before others get their turn: a millisecond or two. */
const SLICE = 2000

/** Work that goes on piece by piece: each `yield` tells how many steps a piece took, of about half a microsecond each. */
export type Work<R> = Generator<number, R, undefined>

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

function runSlice<R>(work: Work<R>): IteratorResult<number, R> {
  for (let steps = 0; ; ) {
    const piece = work.next()
    if (piece.done) return piece
    steps += piece.value
    if (steps >= SLICE) return piece
  }
}

/** So many steps make a piece: to yield after each would cost more than most of them. */
const PIECE = 500

/** Visits one item after the other. @param steps that each visit takes */
export function* each<T>(items: readonly T[], steps: number, visit: (item: T, at: number) => void): Work<void> {
  const some = Math.max(1, Math.floor(PIECE / steps))
  for (let at = 0; at < items.length; at += some) {
    const end = Math.min(items.length, at + some)
    for (let next = at; next < end; next += 1) visit(items[next] as T, next)
    yield (end - at) * steps
  }
}

/** So many are sorted in one piece of work. */
const RUN = 500
/** The steps that each item takes then, and when it is merged or moved. */
const SORTED = 1
const MERGED = 0.2

/** Sorts piece by piece: short runs, and then two by two into longer ones. Equal items stay in their order. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  let runs: T[][] = []
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare))
    yield RUN * SORTED
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
  yield* each(one, MERGED, (item) => {
    for (; right < other.length && compare(other[right] as T, item) < 0; right += 1) merged.push(other[right] as T)
    merged.push(item)
  })
  for (; right < other.length; right += 1) merged.push(other[right] as T)
  return merged
}
