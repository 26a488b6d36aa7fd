/** How long it took until the next deed, and what fell due meanwhile; milliseconds. */
export interface Gap {
  readonly took: number
  /** So long at the least: something fell due that late. Absent: nothing did. */
  readonly least?: number
  /** Less than this: what falls due then came after the next deed. */
  readonly below: number
  /** No deed follows. */
  readonly last?: boolean
}

/** How long is waited in a scenario. */
export type ChooseWait = (gap: Gap) => number

const SECOND = 1000
const MINUTE = 60 * SECOND
const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', MINUTE],
  ['s', SECOND],
] as const

/** A pause of a tester in which nothing falls due tells nothing. */
const IDLE = MINUTE
/** How far a wait may be from what it was: a part of it, and a second in any case. */
const TOLERANCE = 0.02

/** To the coarsest unit that is near, and nothing where nothing came of it. */
export const roundedWait: ChooseWait = ({ took, least, below, last }) => {
  if (least === undefined && (took < IDLE || last)) return 0
  const from = Math.max(0, least ?? 0)
  const wanted = last ? from : took
  const fits = (wait: number): boolean => wait >= from && wait < Math.max(below, from + 1)
  const near = UNITS.flatMap(([, unit]) => [Math.round(wanted / unit) * unit, Math.ceil(wanted / unit) * unit])
  const close = near.filter((wait) => Math.abs(wait - wanted) <= Math.max(SECOND, TOLERANCE * wanted))
  return close.find(fits) ?? [wanted, from].find(fits) ?? from
}

/** To the millisecond. */
export const exactWait: ChooseWait = ({ took, least, last }) => (last ? Math.max(0, least ?? 0) : took)

/** `604800000` -> `7d`. */
export function durationOf(milliseconds: number): string {
  const [name, unit] = UNITS.find(([, size]) => milliseconds % size === 0) ?? ['ms', 1]
  return `${milliseconds / unit}${name}`
}
