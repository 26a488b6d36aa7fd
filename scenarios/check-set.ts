import { instead } from '../contracts/nearest.ts'
import type { Scenario } from './read.ts'
import { CannotPlay } from './stage.ts'
import { recalled } from './words.ts'

/** What is set from outside is for somebody. @throws CannotPlay */
export function checkSet(variables: Readonly<Record<string, string>>, scenarios: readonly Scenario[]): void {
  const names = Object.keys(variables)
  if (names.length === 0) return
  const known = new Set(scenarios.flatMap((one) => [...Object.keys(one.variables), ...recalled(one.steps)]))
  const unknown = names.find((name) => !known.has(name))
  if (unknown) throw new CannotPlay(`--set ${unknown}: no scenario has {${unknown}}; ${instead(unknown, [...known])}`)
}
