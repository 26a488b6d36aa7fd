import { errors } from '../../contracts/errors.ts'
import type { Finding } from '../../contracts/finding.ts'
import { operations } from '../../contracts/operations.ts'
import { passingErrors } from '../../contracts/passing-errors.ts'
import { type Jobs, runAll } from './again.ts'
import { inWords } from './child.ts'
import { isCrash } from './crash.ts'
import { exchangesOf } from './judged.ts'
import { type Run, type RunPlan, tailOf } from './run.ts'
import { callsIn, faultAt, type Stop } from './tour-stops.ts'

/**
 * `handled`: it ended with 0. `noticed`: it ended with another code, in its own way. `lost`: it ended with 0, and a message
 * never came that would have, had it been sent again. `not met`: no call came that could get the error.
 */
export type Verdict = 'handled' | 'noticed' | 'crashed' | 'hung' | 'retried for ever' | 'lost' | 'not met'

export interface StopResult extends Stop {
  readonly verdict: Verdict
  /** How the command ended, and what else is to be known. */
  readonly says: string
  /** What the command said last, where it was not `handled`. */
  readonly tail: string
}

/** A call that came so often again while its error stayed will not end by itself. */
const FOR_EVER = 10
/** The most that a fault can be asked for. */
const STAYS = 1_000_000

/**
 * Runs the command once for each stop. Where it called again after the error, once more with the error staying, to see
 * whether it ever gives up.
 */
export async function tour(stops: readonly Stop[], plan: RunPlan, first: Run, jobs: Jobs): Promise<StopResult[]> {
  const once = await runAll(planned(stops, plan, 1), jobs)
  const results = stops.map((stop, at) => resultOf(stop, first, once[at] as Run))
  const again = stops.flatMap((stop, at) => (hasRetried(stop, first, once[at] as Run) ? [at] : []))
  const tried = again.map((at) => stops[at] as Stop)
  const stayed = await runAll(planned(tried, plan, STAYS), jobs)
  for (const [row, at] of again.entries()) {
    const result = results[at] as StopResult
    results[at] = endless(result, stayed[row] as Run) ?? result
  }
  return results
}

function planned(stops: readonly Stop[], plan: RunPlan, times: number): RunPlan[] {
  return stops.map((stop) => ({ ...plan, output: 'kept', fault: faultAt(stop, times) }))
}

function resultOf(stop: Stop, first: Run, run: Run): StopResult {
  const result = (verdict: Verdict, says = inWords(run.ending)): StopResult => {
    return { ...stop, verdict, says, tail: verdict === 'handled' ? '' : tailOf(run) }
  }
  if (metBy(stop, run) === 0) return result('not met', 'no call came that could get it')
  if (run.ending.kind === 'late') return endless(result('hung'), run) ?? result('hung')
  if (isCrash(run)) return result('crashed')
  if (run.ending.kind !== 'exit' || run.ending.code !== 0) return result('noticed')
  const missing = missingMessages(stop, first, run)
  if (missing === 0) return result('handled')
  return result('lost', `${missing} ${missing === 1 ? 'message' : 'messages'} of the first run never came`)
}

/** How many calls got the error. A message gets one that a webhook tells. */
function metBy({ operation, error }: Stop, { worlds }: Run): number {
  const answered = worlds.flatMap(exchangesOf).filter((exchange) => {
    return exchange.operation === operation && exchange.error === error && exchange.why?.startsWith('a test asked')
  })
  const failed = worlds.flatMap(({ traffic }) => traffic.messages.list().filter(({ fails }) => fails === error))
  return answered.length + failed.length
}

function hasRetried({ operation, error }: Stop, first: Run, run: Run): boolean {
  const calls = (of: Run): number => callsIn(of).get(operation) ?? 0
  return run.ending.kind !== 'late' && metBy({ operation, error }, run) > 0 && calls(run) > calls(first)
}

function endless(result: StopResult, run: Run): StopResult | undefined {
  const calls = callsIn(run).get(result.operation) ?? 0
  if (run.ending.kind !== 'late' || calls < FOR_EVER) return undefined
  return {
    ...result,
    verdict: 'retried for ever',
    tail: tailOf(run),
    says: `${calls} calls within ${run.ending.limit / 1000} s`,
  }
}

/** Messages that were sent in the first run and not in this one, where the error was one that passes. */
function missingMessages({ operation, error }: Stop, first: Run, run: Run): number {
  const isSend = operations.find(({ name }) => name === operation)?.sends === true
  if (!isSend || !passingErrors.has(error)) return 0
  const here = messagesIn(run)
  return messagesIn(first).filter((message) => {
    const at = here.indexOf(message)
    if (at >= 0) here.splice(at, 1)
    return at < 0
  }).length
}

/** To whom and what, as the same send has it in two runs. */
function messagesIn({ worlds }: Run): string[] {
  const sent = worlds.flatMap(({ traffic }) => traffic.messages.list())
  return sent.map(({ to, type, templateId = '' }) => `${to} ${type} ${templateId}`)
}

/** What is wrong with the ways in which a command takes errors: `handled` and `noticed` are right. */
const WRONG: Readonly<Partial<Record<Verdict, { readonly rule: string; readonly says: string }>>> = {
  crashed: { rule: 'error-crashes', says: 'nobody caught it, and the command fell over' },
  hung: { rule: 'error-hangs', says: 'the command did not go on' },
  'retried for ever': { rule: 'error-is-retried-for-ever', says: 'while it stays, the call is made without an end' },
  lost: { rule: 'error-loses-message', says: 'it passes by itself, and the message was never sent again' },
}

/** One finding for each operation and each way in which it goes wrong, with all errors that it goes wrong with. */
export function findingsOfTour(results: readonly StopResult[]): Finding[] {
  const groups = new Map<string, StopResult[]>()
  for (const result of results) {
    const key = `${result.operation} ${result.verdict}`
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].flatMap(findingOf)
}

function findingOf(group: readonly StopResult[]): Finding[] {
  const [first] = group
  const wrong = first && WRONG[first.verdict]
  if (!wrong) return []
  const { operation, error, says } = first
  const names = group.map((result) => result.error).join(', ')
  return [
    {
      rule: wrong.rule,
      severity: 'error',
      side: 'caller',
      where: operation,
      problem: `when it answers ${names}: ${wrong.says} (${says})`,
      contract: operation,
      source: errors[error].sources[0],
    },
  ]
}
