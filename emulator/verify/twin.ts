import type { Target } from '../../scenarios/play.ts'
import { compared } from './compare.ts'
import { openEmulatorPlace } from './emulator-place.ts'
import { type RunOptions, runPlan } from './run-plan.ts'
import type { Compare } from './verify.ts'

const TWIN = { called: 'the twin', rule: 'twin-answers-alike' }

/** Makes the calls of a plan in an emulator as well, and tells what it answers otherwise. */
export function withTwin(target: Target, options: RunOptions): Compare {
  return async (plan, tries) => {
    const only = new Set(tries.map(({ contract }) => contract.name))
    if (only.size === 0) return []
    const twin = await openEmulatorPlace(target, plan)
    try {
      const theirs = await runPlan(plan, twin, { ...options, only })
      return tries.flatMap((tried) => {
        const other = theirs.tries.find(({ what }) => what === tried.what)
        return other ? compared(tried, other, TWIN) : []
      })
    } finally {
      await twin.close()
    }
  }
}
