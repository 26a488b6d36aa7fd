import { instead } from './nearest.ts'
import { rulings } from './rulings.ts'

/** What is wrong with the choice of a side: a sentence, or undefined. */
export function rulingProblem(ruling: string, side: string): string | undefined {
  if (!Object.hasOwn(rulings, ruling)) return `there is no ruling ${ruling}; ${instead(ruling, Object.keys(rulings))}`
  const sides = Object.keys(rulings[ruling as keyof typeof rulings].sides)
  if (sides.includes(side)) return undefined
  return `the ruling ${ruling} has no side ${side}; its sides are ${sides.join(', ')}`
}
