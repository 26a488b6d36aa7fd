import type { LoadStep } from '../duty.ts'
import type { Answer } from './bench.ts'
import type { Drive, Trial, Tried } from './drive.ts'
import { isTaken } from './judge.ts'
import { post } from './send.ts'
import { bodyOf, statusValue } from './values.ts'

/** What came of many webhooks. Times are milliseconds. */
export interface LoadResult {
  readonly sent: number
  /** How many were sent a second: fewer than were asked for where this machine could not. */
  readonly reached: number
  /** How far this machine fell behind its own plan, at worst: then what it measured is its own. */
  readonly behind: number
  /** What did not come out as 2xx, and how often: `HTTP 503` -> 4. */
  readonly refused: ReadonlyMap<string, number>
  readonly median: number
  readonly p99: number
  readonly most: number
  /** The share that took longer than all but one in a hundred may. */
  readonly slow: number
}

/** Posts statuses at a steady rate, whatever comes back. */
export async function driveLoad(trial: Trial): Promise<LoadResult> {
  const { bench, drive, maker } = trial
  const total = Math.max(1, Math.round(drive.rate * drive.seconds))
  const start = bench.now()
  const answers: Promise<Answer>[] = []
  let behind = 0
  for (let n = 0; n < total; n += 1) {
    const due = start + (n * 1000) / drive.rate
    const wait = due - bench.now()
    // Whoever is behind goes on at once, and yet lets others work now and then.
    if (wait > 0 || n % 16 === 0) await bench.pause(Math.max(0, wait))
    behind = Math.max(behind, bench.now() - due)
    answers.push(post(bodyOf(maker, 'messages', statusValue(maker, 'delivered')), trial, { wire: 'reused' }))
  }
  const lasted = bench.now() - start + 1000 / drive.rate
  return resultOf(await Promise.all(answers), { lasted, behind }, drive.limits)
}

/** @param sending how long it took to send them all, and how far that fell behind, in milliseconds */
export function resultOf(
  answers: readonly Answer[],
  { lasted, behind }: { readonly lasted: number; readonly behind: number },
  limits: Drive['limits'],
): LoadResult {
  const took = answers.map((answer) => answer.took).sort((a, b) => a - b)
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  const refused = new Map<string, number>()
  for (const { status, failure } of answers) {
    if (isTaken(status)) continue
    const what = status === 0 ? (failure ?? 'dropped') : `HTTP ${status}`
    refused.set(what, (refused.get(what) ?? 0) + 1)
  }
  const slow = took.filter((one) => one > limits.tail).length / answers.length
  const reached = (answers.length * 1000) / lasted
  return { sent: answers.length, reached, behind, refused, median: at(0.5), p99: at(0.99), most: at(1), slow }
}

/** How much of the rate must be reached for it to count as tried. */
const ENOUGH = 0.9

/** Judges the load, which is driven once for all steps that ask for it. */
export async function tryLoad({ owes }: LoadStep, trial: Trial): Promise<Tried> {
  const result = await trial.load()
  const problem = { taken: refusedText, median: medianText, tail: tailText }[owes](result, trial.drive.limits)
  const { rate, seconds } = trial.drive
  const where = `POST ${rate} a second for ${seconds} s`
  const unchecked = whyUnsure(owes, result, trial.drive)
  // What was refused was refused, however slowly it was sent.
  if (problem && (owes === 'taken' || !unchecked)) return { sent: result.sent, problems: [{ where, problem }] }
  return { sent: result.sent, problems: [], ...(unchecked && { unchecked }) }
}

function whyUnsure(owes: LoadStep['owes'], { reached, behind }: LoadResult, drive: Drive): string | undefined {
  if (owes !== 'taken') {
    const isUnsure = behind > drive.limits.median
    return isUnsure ? `this machine fell ${Math.round(behind)} ms behind while it sent: ${LOWER}` : undefined
  }
  const isShort = reached < drive.rate * ENOUGH
  return isShort ? `this machine sent only ${Math.round(reached)} of ${drive.rate} a second: ${LOWER}` : undefined
}

const LOWER = 'drive it from another, or try a lower --rate'

function refusedText({ refused, sent }: LoadResult, limits: Drive['limits']): string | undefined {
  if (refused.size === 0) return undefined
  const kinds = [...refused].map(
    ([what, count]) => `${count} ${what === 'late' ? `over ${limits.webhook / 1000} s` : what}`,
  )
  const count = [...refused.values()].reduce((sum, one) => sum + one, 0)
  return `${count} of ${sent} were not taken: ${kinds.join(', ')}`
}

function medianText({ median }: LoadResult, limits: Drive['limits']): string | undefined {
  if (median <= limits.median) return undefined
  return `the median is ${Math.round(median)} ms where at most ${limits.median} ms are owed`
}

function tailText({ slow, most }: LoadResult, limits: Drive['limits']): string | undefined {
  if (slow < 0.01) return undefined
  const share = `${(slow * 100).toFixed(1)} %`
  return `${share} took longer than ${limits.tail} ms, the slowest ${Math.round(most)} ms; less than 1 % may`
}

/** `3000 at 1000 a second: median 2 ms, 99 of 100 within 9 ms, the slowest 31 ms` */
export function loadText({ sent, reached, median, p99, most }: LoadResult): string {
  const [half, most99, slowest] = [median, p99, most].map((one) => `${one < 10 ? one.toFixed(1) : Math.round(one)} ms`)
  return `${sent} at ${Math.round(reached)} a second: median ${half}, 99 of 100 within ${most99}, the slowest ${slowest}`
}
