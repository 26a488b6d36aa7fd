import type { Finding } from '../../contracts/finding.ts'
import { operations } from '../../contracts/operations.ts'
import type { Report, Unchecked } from '../../contracts/report/report.ts'
import { plans } from '../../contracts/verify/plans.ts'
import { type TrialPlan, trialsOf } from '../../contracts/verify/trial.ts'
import type { Target } from '../../scenarios/play.ts'
import type { RealGraph } from '../../scenarios/real-graph.ts'
import type { Tried } from './call.ts'
import { cleaned } from './clean.ts'
import { openEmulatorPlace } from './emulator-place.ts'
import type { TrialPlace } from './place.ts'
import { openRealPlace } from './real-place.ts'
import { type Ran, type RunOptions, runPlan } from './run-plan.ts'

/** What is compared with the tries of a plan: a twin, a recording. */
export type Compare = (plan: TrialPlan, tries: readonly Tried[], place: TrialPlace) => Promise<readonly Finding[]>

export interface VerifyOptions extends RunOptions {
  readonly title: string
  /** Milliseconds since 1970, on a real Graph. */
  readonly now: number
  readonly compare: readonly Compare[]
}

/**
 * Holds a Graph to the contracts: of an emulator in worlds of its own, which are dropped again.
 * @throws CannotPlay when nobody answers there
 */
export async function verify(target: Target | RealGraph, options: VerifyOptions): Promise<Report> {
  const parts: Ran[] = []
  for (const plan of plans) {
    const place = 'tokens' in target ? openRealPlace(target, options.now) : await openEmulatorPlace(target, plan)
    try {
      const ran = await runPlan(plan, place, options)
      for (const compare of options.compare) ran.findings.push(...(await compare(plan, ran.tries, place)))
      parts.push(cleaned({ ...ran, tries: [] }, place))
    } finally {
      await place.close()
    }
  }
  return reportOf(options.title, parts)
}

function reportOf(title: string, parts: readonly Ran[]): Report {
  const checked = counted(parts.flatMap((part) => part.checked))
  const unchecked = parts.flatMap((part) => part.unchecked)
  return {
    title,
    findings: unique(parts.flatMap((part) => part.findings)),
    suppressed: [],
    checked,
    unchecked: uniqueWhat([...unchecked.filter(({ what }) => !checked.some((one) => one.what === what)), ...untried()]),
  }
}

/** Operations that no plan calls. */
function untried(): Unchecked[] {
  const called = new Set(plans.flatMap((plan) => trialsOf(plan).map(({ operation }) => operation)))
  return operations.filter(({ name }) => !called.has(name)).map(({ name }) => ({ what: name, why: 'no plan calls it' }))
}

function counted(all: readonly string[]): Report['checked'] {
  const counts = new Map<string, number>()
  for (const what of all) counts.set(what, (counts.get(what) ?? 0) + 1)
  return [...counts].map(([what, count]) => ({ what, count }))
}

/** The same thing that is wrong with the same call is told once. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify([one.rule, one.where, one.problem]), one])).values()]
}

function uniqueWhat(all: readonly Unchecked[]): Unchecked[] {
  return [...new Map(all.map((one) => [`${one.what} ${one.why}`, one])).values()]
}
