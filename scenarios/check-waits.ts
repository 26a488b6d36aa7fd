import { milliseconds } from '../contracts/duration.ts'
import type { PlacedStep } from './check-step.ts'

const DAY = 86_400_000
const LONGEST_STEP = 3650
const LONGEST_ALL = 36_500

/** A world works off each day that passes: ten years in a step and a hundred in all are the most. @throws BrokenScenario */
export function checkWaits(steps: readonly PlacedStep[]): void {
  let total = 0
  for (const { wait, refuse } of steps) {
    if (wait === undefined) continue
    const days = (milliseconds(wait) ?? Number.NaN) / DAY
    total += days
    if (days > LONGEST_STEP) refuse(['wait'], `${wait} is too long; one step waits ${LONGEST_STEP}d at most`)
    if (total > LONGEST_ALL) {
      refuse(['wait'], `with this the scenario waits ${Math.ceil(total)}d; all its waits are ${LONGEST_ALL}d at most`)
    }
  }
}
