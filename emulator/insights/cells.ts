import { memo } from '../memo.ts'
import { addTo, type Tally } from '../world/tally.ts'
import type { DayRange } from './ranges.ts'
import { each, type Work } from './slices.ts'
import type { Series, Subject } from './subjects.ts'

/** What one row will tell of: some ads within some days, and what was counted then. */
export interface Cell {
  readonly subject: Subject
  readonly days: DayRange
  readonly tally: Tally
  /** One button of the ads, where the rows are broken down by their names, and the cell that it is of. */
  readonly button?: string
  readonly whole?: Cell
}

/** The steps that it takes to find a day, and to add one to others. */
const FIND = 1
const ADD = 3

/** Every cell in which something was counted, subject by subject and day by day. */
export function* cellsOf(subjects: readonly Subject[], pieces: readonly DayRange[]): Work<Cell[]> {
  const cells: Cell[] = []
  for (const subject of subjects) {
    const isOnly = subject.series.length === 1
    const sums = pieces.map((): Tally | undefined => undefined)
    for (const series of subject.series) {
      yield* each(pieces, stepsOf(pieces, series, isOnly), (days, at) => {
        sums[at] = withDays(sums[at], talliesIn(series, days), isOnly)
      })
    }
    for (const [at, tally] of sums.entries()) if (tally) cells.push({ subject, days: pieces[at] as DayRange, tally })
  }
  return cells
}

/** No more cells than these come of it. */
export function mostCells(subjects: readonly Subject[], pieces: readonly DayRange[]): number {
  return subjects.length * pieces.length
}

/** What a piece takes at most, where pieces are as long as each other. */
function stepsOf(pieces: readonly DayRange[], series: Series, isOnly: boolean): number {
  const length = pieces.reduce((sum, { from, to }) => sum + to - from + 1, 0) / pieces.length
  return isOnly && length === 1 ? FIND : FIND + ADD * Math.min(length, series.size)
}

function talliesIn(series: Series, { from, to }: DayRange): Tally[] {
  const found: Tally[] = []
  // A long range may have more days than the series.
  if (to - from > series.size) gather(series, from, to, found)
  else for (let day = from; day <= to; day += 1) pushKnown(found, series.get(day))
  return found
}

function gather(series: Series, from: number, to: number, into: Tally[]): void {
  for (const [day, tally] of series) if (day >= from && day <= to) into.push(tally)
}

function pushKnown(into: Tally[], tally: Tally | undefined): void {
  if (tally) into.push(tally)
}

/** A tally alone is told as it is; a sum is a new one. */
function withDays(sum: Tally | undefined, tallies: readonly Tally[], isOnly: boolean): Tally | undefined {
  if (tallies.length === 0) return sum
  if (isOnly && tallies.length === 1) return tallies[0]
  const all = sum ?? {}
  for (const tally of tallies) addTo(all, tally)
  return all
}

/** A cell for each button that was tapped in it. */
export function byButton(whole: Cell): Cell[] {
  const { subject, days, tally } = whole
  const names = new Set<string>()
  for (const counter in tally) {
    const name = buttonOf(counter)
    if (name !== null) names.add(name)
  }
  return [...names].map((button) => ({ subject, days, tally, button, whole }))
}

/** The button whose taps a counter counts; null where it counts none. */
const buttonOf = memo(1000, (counter: string): string | null => {
  const [kind, name] = counter.split(/_button\/(.*)/s)
  return name === undefined || kind === 'unique_url' ? null : name
})
