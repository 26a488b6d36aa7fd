import type { Duty, Step } from './duty.ts'
import type { Finding } from './finding.ts'
import type { Answer, Bench } from './receiver/bench.ts'
import type { Drive, DutyProblem, Trial, Tried } from './receiver/drive.ts'
import { tryEffects } from './receiver/effects.ts'
import { failureText } from './receiver/judge.ts'
import { driveLoad, type LoadResult, tryLoad } from './receiver/load.ts'
import { makerOf } from './receiver/maker.ts'
import { tryHandshake, tryWebhook } from './receiver/send.ts'
import type { Checked, Report, Unchecked } from './report/report.ts'

/** What came of driving a receiver. */
export interface Driven {
  readonly report: Report
  /** Measured where the load was driven. */
  readonly load?: LoadResult
}

/** Nothing can be said of a receiver. The message says why. */
export class CannotDrive extends Error {}

/**
 * Drives a webhook receiver, and tells which duties it keeps. One after another, in their order: two drives with one seed
 * send the same bytes.
 * @throws CannotDrive when nobody listens there, or its certificate is not taken
 */
export async function driveReceiver(drive: Drive, bench: Bench): Promise<Driven> {
  const obstacle = obstacleOf(await greet(drive, bench), drive.title)
  if (obstacle) throw new CannotDrive(obstacle)
  const outcome: Outcome = { findings: [], checked: [], unchecked: [], states: new Map() }
  let load: Promise<LoadResult> | undefined
  for (const duty of drive.duties) {
    const maker = makerOf(`${drive.seed}/${duty.id}`, drive.at)
    const trial: Trial = { drive, bench, maker, load: () => (load ??= driveLoad(trial)) }
    await tryDuty(duty, trial, outcome)
  }
  const { findings, checked, unchecked } = outcome
  const report: Report = { title: drive.title, findings, suppressed: [], checked, unchecked }
  return { report, ...(load && { load: await load }) }
}

/** Why nothing can be posted to an address at all. */
function obstacleOf({ failure, reason }: Answer, title: string): string | undefined {
  const why = reason ? ` (${reason})` : ''
  if (failure === 'unreachable') return `nobody answers at ${title}${why}`
  if (failure === 'no-tls') return `${title} does not speak TLS${why}; is it http://?`
  if (failure !== 'untrusted') return undefined
  return `the certificate of ${title} is not taken${why}; --ca FILE names one to trust, --insecure takes any`
}

interface Outcome {
  readonly findings: Finding[]
  readonly checked: Checked[]
  readonly unchecked: Unchecked[]
  readonly states: Map<string, 'kept' | 'broken' | 'untried'>
  /** The duty after which the receiver was gone for good. */
  gone?: string
}

async function tryDuty(duty: Duty, trial: Trial, outcome: Outcome): Promise<void> {
  const why = reasonNotTo(duty, trial.drive, outcome)
  if (why) {
    outcome.unchecked.push({ what: duty.id, why })
    // What somebody skips may be kept: others are tried as if it were.
    if (!trial.drive.skipped.has(duty.id)) outcome.states.set(duty.id, 'untried')
    return
  }
  const all: Tried[] = []
  for (const step of duty.steps) all.push(await tryStep(step, trial))
  trial.bench.letGo()
  const gone = await goneAfter(duty, trial, outcome)
  const problems = [...all.flatMap((one) => one.problems), ...gone]
  const unchecked = all.flatMap((one) => one.unchecked ?? [])
  const sent = all.reduce((sum, one) => sum + one.sent, 0)
  outcome.unchecked.push(...unchecked.map((reason) => ({ what: duty.id, why: reason })))
  outcome.findings.push(...findingsOf(duty, problems))
  if (unchecked.length === 0) outcome.checked.push({ what: duty.id, count: sent })
  outcome.states.set(duty.id, problems.length > 0 ? 'broken' : 'kept')
}

function tryStep(step: Step, trial: Trial): Promise<Tried> {
  if (step.send === 'handshake') return tryHandshake(step, trial)
  if (step.send === 'webhook') return tryWebhook(step, trial)
  return step.send === 'effects' ? tryEffects(step, trial) : tryLoad(step, trial)
}

function reasonNotTo({ id, needs }: Duty, { skipped }: Drive, { states, gone }: Outcome): string | undefined {
  const skip = skipped.get(id)
  if (skip !== undefined) return skip
  if (gone) return `nobody answered any more after ${gone}`
  const lacking = needs.find((need) => ['broken', 'untried'].includes(states.get(need) ?? 'kept'))
  return lacking && `it needs ${lacking}, which is ${states.get(lacking) === 'broken' ? 'broken' : 'not tried'}`
}

/** Real milliseconds in which whoever watches over a receiver may start it again, and between two looks. */
const RESTART = 5000
const LOOK = 250

/** Looks whether the receiver is still there: what it sent an answer to may have ended it yet. */
async function goneAfter(duty: Duty, { drive, bench }: Trial, outcome: Outcome): Promise<DutyProblem[]> {
  const answer = await greet(drive, bench)
  if (answer.status > 0) return []
  const end = bench.now() + RESTART
  let next = answer
  while (next.failure === 'unreachable' && bench.now() < end) {
    await bench.pause(LOOK)
    next = await greet(drive, bench)
  }
  if (next.status === 0) outcome.gone = duty.id
  return [{ where: 'GET after that', problem: failureText(answer, drive.limits.handshake) }]
}

/** A GET that asks for nothing: whatever is answered, somebody is there. */
function greet({ limits }: Drive, bench: Bench): Promise<Answer> {
  return bench.carry({ method: 'GET', query: [], headers: {}, body: '', wire: 'whole', limit: limits.handshake })
}

/** How many places one finding names. */
const MOST_PLACES = 4

/** One finding for each problem, with the places where it was met. */
function findingsOf({ id, severity, sources }: Duty, problems: readonly DutyProblem[]): Finding[] {
  const places = new Map<string, { first: DutyProblem; where: string[] }>()
  for (const problem of problems) {
    const known = places.get(problem.problem) ?? { first: problem, where: [] }
    places.set(problem.problem, known)
    if (!known.where.includes(problem.where)) known.where.push(problem.where)
  }
  return [...places.values()].map(({ first, where }) => ({
    rule: id,
    severity: first.severity ?? severity,
    side: 'receiver',
    where: placesText(where),
    problem: first.problem,
    contract: id,
    source: sources[0],
  }))
}

function placesText(where: readonly string[]): string {
  const shown = where.slice(0, MOST_PLACES).join('; ')
  return where.length > MOST_PLACES ? `${shown}; and ${where.length - MOST_PLACES} more` : shown
}
