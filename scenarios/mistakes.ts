import { BrokenScenario } from './source.ts'

/** What is wrong in a file: `a.yaml:12:11: …` each. */
export type Mistakes = string[]

/** More than these nobody reads at once. */
const MOST_TOLD = 20

/** What a part of the reading answers; undefined where it is broken, which is noted. */
export function collect<T>(mistakes: Mistakes, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof BrokenScenario)) throw error
    mistakes.push(...error.mistakes)
    return undefined
  }
}

/** @throws BrokenScenario where there are any */
export function throwMistakes(mistakes: Mistakes): void {
  const all = [...new Set(mistakes)]
  if (all.length === 0) return
  const more = all.length - MOST_TOLD
  throw new BrokenScenario(more > 0 ? [...all.slice(0, MOST_TOLD), `… and ${more} more`] : all)
}
