import type { RulingName, SideOf } from '../rulings.ts'
import type { Place, State, Variation } from './variation.ts'

/** A variation that hangs on one ruling alone: what holds under each of its sides. */
export function ruled<N extends RulingName>(
  ruling: N,
  place: Place,
  states: Readonly<Record<SideOf<N>, State>>,
  depends?: string,
): Variation {
  const sides = Object.entries<State>(states)
  const cases = sides.map(([side, is], at) =>
    at === sides.length - 1 ? { is } : { when: { rulings: { [ruling]: side } }, is },
  )
  return { ruling, place, cases, ...(depends !== undefined && { depends }) }
}

/** Something that is there, in words. */
export const as = (form: string): State => ({ as: form })

export const there = as('it is there')
