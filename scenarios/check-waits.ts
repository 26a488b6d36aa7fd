import type { PlacedStep } from './read.ts'

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const DAY = 86_400_000
const LONGEST_STEP = 3650
const LONGEST_ALL = 36_500

/** Milliseconds of a duration that the schema has let through, like 1.5h. */
export function millisecondsOf(duration: string): number {
  const [, amount = '', unit = ''] = /^([\d.]+)(\D+)$/.exec(duration) ?? []
  return Number(amount) * (UNITS[unit] ?? Number.NaN)
}

/** A world works off each day that passes: ten years in a step and a hundred in all are the most. @throws BrokenScenario */
export function checkWaits(steps: readonly PlacedStep[]): void {
  let total = 0
  for (const { wait, refuse } of steps) {
    if (wait === undefined) continue
    const days = millisecondsOf(wait) / DAY
    total += days
    if (days > LONGEST_STEP) refuse(['wait'], `${wait} is too long; one step waits ${LONGEST_STEP}d at most`)
    if (total > LONGEST_ALL) {
      refuse(['wait'], `with this the scenario waits ${Math.ceil(total)}d; all its waits are ${LONGEST_ALL}d at most`)
    }
  }
}
