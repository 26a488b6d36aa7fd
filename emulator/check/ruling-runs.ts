import type { Finding } from '../../contracts/finding.ts'
import type { Ruling } from '../../contracts/ruling.ts'
import { type RulingName, rulings } from '../../contracts/rulings.ts'
import { touchedRulings } from '../../contracts/touched-rulings.ts'
import { type Jobs, runAll } from './again.ts'
import { inWords } from './child.ts'
import { exchangesOf, findingsOf } from './judged.ts'
import { type Run, type RunPlan, tailOf } from './run.ts'

/** What became of a command under one side of a ruling. `new`: the findings that it has there alone. */
export interface SideResult {
  readonly ruling: RulingName
  readonly side: string
  readonly verdict: 'ok' | 'failed' | 'findings'
  /** How it ended. */
  readonly ended: string
  readonly new: readonly Finding[]
  /** What the command said last, where it failed. */
  readonly tail: string
}

/** The rulings that what a run met depends on. */
export function touchedBy({ worlds }: Run): RulingName[] {
  const exchanges = worlds.flatMap(exchangesOf)
  const deliveries = worlds.flatMap((world) => world.deliveries.list())
  const names = (all: readonly (string | undefined)[]): Set<string> => new Set(all.filter((name) => name !== undefined))
  return touchedRulings({
    operations: names(exchanges.map(({ operation }) => operation)),
    errors: names(exchanges.map(({ error }) => error)),
    fields: names(deliveries.map(({ field }) => field)),
    answers: new Set(deliveries.map(({ status }) => status)),
  })
}

/** Runs the command under each side of the rulings that the first run was not under. */
export async function tryRulings(
  names: readonly RulingName[],
  plan: RunPlan,
  first: Run,
  jobs: Jobs,
): Promise<SideResult[]> {
  const sides = names.flatMap((ruling) =>
    sidesOf(ruling)
      .filter((side) => side !== sideIn(first, ruling))
      .map((side) => ({ ruling, side })),
  )
  const plans = sides.map(({ ruling, side }): RunPlan => {
    return { ...plan, output: 'kept', rulings: { ...plan.rulings, [ruling]: side } }
  })
  const runs = await runAll(plans, jobs)
  const known = new Set(findingsOf(first).map(keyOf))
  return names.flatMap((ruling) => [
    { ruling, side: sideIn(first, ruling), verdict: 'ok' as const, ended: inWords(first.ending), new: [], tail: '' },
    ...sides.flatMap(({ ruling: of, side }, at) => {
      const run = runs[at]
      return of === ruling && run ? [resultOf(ruling, side, run, known)] : []
    }),
  ])
}

const sidesOf = (ruling: RulingName): string[] => Object.keys(rulings[ruling].sides)

/** The side that the worlds of a run took. */
function sideIn({ worlds }: Run, ruling: RulingName): string {
  return worlds[0]?.rulings[ruling] ?? rulings[ruling].chosen
}

function resultOf(ruling: RulingName, side: string, run: Run, known: ReadonlySet<string>): SideResult {
  const found = findingsOf(run).filter((finding) => !known.has(keyOf(finding)))
  const isWell = run.ending.kind === 'exit' && run.ending.code === 0
  const verdict = isWell ? (found.length > 0 ? 'findings' : 'ok') : 'failed'
  return { ruling, side, verdict, ended: inWords(run.ending), new: found, tail: isWell ? '' : tailOf(run) }
}

/** The same finding in two runs: ids differ from run to run in no world, numbers of exchanges may. */
function keyOf({ rule, contract, where, problem }: Finding): string {
  return JSON.stringify([rule, contract, where, problem])
}

/** A client must do whichever side is true: Meta's documents do not tell. */
export function findingsOfRulings(results: readonly SideResult[]): Finding[] {
  return results.flatMap((result) => {
    if (result.verdict !== 'failed') return result.new
    const { ruling, side, ended } = result
    const { question, sides }: Ruling = rulings[ruling]
    const [source] = [...(sides[side]?.sources ?? []), ...Object.values(sides).flatMap(({ sources }) => sources)]
    return [
      {
        rule: 'survives-one-reading',
        severity: 'warning' as const,
        side: 'caller' as const,
        where: `${ruling}: ${side}`,
        problem: `${question} Where it is so that ${sides[side]?.says ?? side}, the command fails: ${ended}`,
        contract: ruling,
        source: source ?? 'published-clients',
      },
      ...result.new,
    ]
  })
}
