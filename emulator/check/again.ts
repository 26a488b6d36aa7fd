import { inPool } from './pool.ts'
import { type Run, type RunPlan, runOnce } from './run.ts'

export interface Jobs {
  readonly jobs: number
  readonly told: (done: number, of: number) => void
}

/**
 * Runs a command once for each plan, several at a time. One that wanted a port that another had is run once more, alone.
 * @throws BrokenCheck, BrokenWorld
 */
export async function runAll(plans: readonly RunPlan[], { jobs, told }: Jobs): Promise<Run[]> {
  const runs = await inPool(plans, jobs, runOnce, told)
  for (const [at, plan] of plans.entries()) {
    const run = runs[at]
    if (jobs > 1 && run && metTakenPort(run)) runs[at] = await runOnce(plan)
  }
  return runs
}

function metTakenPort({ stdout, stderr }: Run): boolean {
  return /EADDRINUSE|[Aa]ddress already in use/.test(`${stdout}${stderr}`)
}
