import { type AskedFault, faultInWords } from '../contracts/faults.ts'
import { type PlacedStep, VERBS } from './check-step.ts'
import type { Difference } from './match.ts'
import type { Scenario } from './read.ts'
import type { Posted } from './stage.ts'

/** What became of a step. */
export interface Outcome {
  readonly status: 'ok' | 'FAIL' | 'skip'
  readonly why?: string
  readonly differences?: readonly Difference[]
  /** The call of it, as a line for a shell; tokens stand for themselves by name. */
  readonly curl?: string
  /** What the call was answered with. */
  readonly reply?: { readonly status: number; readonly body: unknown }
  /** What else helps, a line each. */
  readonly notes?: readonly string[]
}

export type Verb = (typeof VERBS)[number]

/** A webhook, as reports show it. */
export type Came = Pick<Posted, 'at' | 'app' | 'field' | 'value'>

export interface PlayedStep {
  /** Where it stands. */
  readonly file: string
  readonly line: number
  readonly say: string
  readonly verbs: readonly Verb[]
  /** How long it waited, as the file says it. */
  readonly wait?: string
  /** The time of the world before it; real Graph has none. */
  readonly at?: string
  /** The time of the world after it. */
  readonly until?: string
  /** The webhooks that came in it. */
  readonly webhooks: readonly Came[]
  readonly outcome: Outcome
}

export const AFTER_FAILURE: Outcome = { status: 'skip', why: 'a step before it failed' }

/** A step, what became of it, and when that was in the world's time. */
export function played(
  step: PlacedStep,
  outcome: Outcome,
  times: Pick<PlayedStep, 'at' | 'until'> = {},
  came: readonly Posted[] = [],
): PlayedStep {
  const webhooks = came.map(({ at: when, app, field, value }) => ({ at: when, app, field, value }))
  const verbs = VERBS.filter((verb) => step.said[verb] !== undefined)
  const { wait, file, line } = step
  return { file, line, say: sentenceOf(step), verbs, ...(wait && { wait }), ...times, webhooks, outcome }
}

/** What became of a scenario. */
export interface Played {
  /** Of a file that cannot be read, what is known of it. */
  readonly scenario: Pick<Scenario, 'file' | 'title'>
  readonly steps: readonly PlayedStep[]
  /** The journal of its world, where it is wanted. */
  readonly journal?: string
  /** Why it could not begin, a mistake a line. */
  readonly broken?: string
}

/** `skip`: nothing of it could be done where it was played. */
export type Verdict = 'ok' | 'FAIL' | 'broken' | 'skip'

export function verdictOf({ steps, broken }: Played): Verdict {
  if (broken !== undefined) return 'broken'
  const all = steps.map(({ outcome }) => outcome.status)
  if (all.includes('FAIL')) return 'FAIL'
  return all.includes('ok') ? 'ok' : 'skip'
}

/** What a step says, or what it does. */
export function sentenceOf({ say, call, happens, wait, webhooks, fault }: PlacedStep): string {
  const does = [
    fault && `the fault ${faultInWords(fault as AskedFault)}`,
    call,
    happens,
    wait && `${wait} pass`,
    webhooks.length > 0 && `a webhook of ${webhooks.map(({ field }) => field).join(', ')}`,
  ]
  return say ?? does.filter(Boolean).join('; ')
}
