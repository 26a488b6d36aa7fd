import { addTo, type Tally } from '../world/tally.ts'
import type { DayRange } from './ranges.ts'
import type { Subject } from './subjects.ts'

/** What one row will tell of: some ads within some days, with what was counted then. */
export interface Cell {
  readonly subject: Subject
  readonly days: DayRange
  /** References to tallies, which never change: later messages do not change a cell. */
  readonly tallies: readonly Tally[]
  /** One button of the ads, where the rows are broken down by their names. */
  readonly button?: string
}

/**
 * Every cell in which something was counted, subject by subject and day by day. It only gathers references, so that what
 * a report tells is of one moment however long the rest of the work takes.
 */
export function cellsOf(subjects: readonly Subject[], pieces: readonly DayRange[]): Cell[] {
  const cells: Cell[] = []
  for (const subject of subjects) {
    for (const days of pieces) {
      const tallies = talliesIn(subject, days)
      if (tallies.length > 0) cells.push({ subject, days, tallies })
    }
  }
  return cells
}

function talliesIn({ series }: Subject, { from, to }: DayRange): Tally[] {
  const found: Tally[] = []
  for (const days of series) {
    // A long range may have more days than the series.
    if (to - from > days.size) gather(days, from, to, found)
    else for (let day = from; day <= to; day += 1) pushKnown(found, days.get(day))
  }
  return found
}

function gather(days: ReadonlyMap<number, Tally>, from: number, to: number, into: Tally[]): void {
  for (const [day, tally] of days) if (day >= from && day <= to) into.push(tally)
}

function pushKnown(into: Tally[], tally: Tally | undefined): void {
  if (tally) into.push(tally)
}

const sums = new WeakMap<readonly Tally[], Tally>()

/** The tallies of a cell together; reckoned once. */
export function sumOf({ tallies }: Pick<Cell, 'tallies'>): Tally {
  const [first] = tallies
  if (tallies.length < 2) return first ?? {}
  const known = sums.get(tallies)
  if (known) return known
  const sum: Tally = {}
  for (const tally of tallies) addTo(sum, tally)
  sums.set(tallies, sum)
  return sum
}

/** A cell for each button that was tapped in it. */
export function byButton(cell: Cell): Cell[] {
  const names = new Set<string>()
  for (const counter in sumOf(cell)) {
    const [kind, name] = counter.split(/_button\/(.*)/s)
    if (kind !== 'unique_url' && name !== undefined) names.add(name)
  }
  return [...names].map((button) => ({ ...cell, button }))
}
