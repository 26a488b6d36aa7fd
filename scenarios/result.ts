import { type AskedFault, faultInWords } from '../contracts/faults.ts'
import type { Difference } from './match.ts'
import type { PlacedStep, Scenario } from './read.ts'

/** What became of a step. */
export interface Outcome {
  readonly status: 'ok' | 'FAIL' | 'skip'
  readonly why?: string
  readonly differences?: readonly Difference[]
  /** The call of it, as a line for a shell; tokens stand for themselves by name. */
  readonly curl?: string
  /** What the call was answered with. */
  readonly reply?: { readonly status: number; readonly body: unknown }
}

export interface PlayedStep {
  readonly say: string
  /** The time of the world before it. */
  readonly at: string
  readonly outcome: Outcome
}

/** What became of a scenario. */
export interface Played {
  readonly scenario: Scenario
  readonly steps: readonly PlayedStep[]
  /** The journal of its world, where it is wanted. */
  readonly journal?: string
  /** Why it could not begin. */
  readonly broken?: string
}

export type Verdict = 'ok' | 'FAIL' | 'broken'

export function verdictOf({ steps, broken }: Played): Verdict {
  if (broken !== undefined) return 'broken'
  return steps.every(({ outcome }) => outcome.status === 'ok') ? 'ok' : 'FAIL'
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
