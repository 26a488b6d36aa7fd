import { clientText } from '../../contracts/client/text.ts'
import { milliseconds } from '../../contracts/duration.ts'
import type { Finding, Severity } from '../../contracts/finding.ts'
import { instead } from '../../contracts/nearest.ts'
import { hideInText } from '../../contracts/report/hide-secrets.ts'
import type { Report } from '../../contracts/report/report.ts'
import { ruleTexts } from '../../contracts/rule-texts.ts'
import { type RulingName, rulings } from '../../contracts/rulings.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import type { Jobs } from '../check/again.ts'
import { BrokenCheck } from '../check/broken.ts'
import { contractOfClient } from '../check/client-contract.ts'
import type { CheckConfig } from '../check/config.ts'
import { findingsOf } from '../check/judged.ts'
import { CONFIG_FILE, readConfig } from '../check/read-config.ts'
import { reportOf } from '../check/report-run.ts'
import { findingsOfRulings, type SideResult, touchedBy, tryRulings } from '../check/ruling-runs.ts'
import { type Run, type RunPlan, runOnce } from '../check/run.ts'
import { findingsOfTour, type StopResult, tour } from '../check/tour.ts'
import { callsIn, stopsOf, tourErrors } from '../check/tour-stops.ts'
import { BrokenWorld, readWorld } from '../world/load.ts'
import { sayEnding, sayRulings, sayTour } from './check-text.ts'
import { type KitReportOptions, tellReport } from './kit-reports.ts'
import { say, sayAside } from './say.ts'
import { writeText } from './write-text.ts'

export interface CheckCommand extends KitReportOptions {
  readonly world?: readonly string[]
  readonly config?: string
  /** Milliseconds. */
  readonly timeout?: number
  readonly failOn: Severity
  readonly rulings?: readonly string[]
  readonly tour?: true
  readonly onlyErrors?: readonly string[]
  readonly most: number
  readonly jobs: number
  /** The file that the contract of the client is written to. */
  readonly keep?: string
}

/** How a check ended, for scripts. */
const CODES = { findings: 1, failed: 2, nothingCalled: 3, usage: 64 } as const
/** Milliseconds that a command may take where nothing says otherwise. */
const PATIENCE = 600_000

/**
 * Runs a command and reports on it, and ends the process: 0 nothing found, 1 findings, 2 the command failed, 3 it called
 * nothing, 64 something that was asked cannot be done.
 */
export async function checkCommand(command: readonly string[], options: CheckCommand): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(signal))
  try {
    const config = readConfig(options.config, process.cwd())
    checkNames(options)
    const code = await checked(planOf(command, options, config, stop.signal), options, config)
    process.exitCode = stop.signal.aborted ? codeOfSignal(stop.signal) : code
  } catch (error) {
    process.stderr.write(`mmgraph: ${reasonOf(error)}\n`)
    process.exitCode = CODES.usage
  }
}

/** What a shell says of a program that a signal ended. */
function codeOfSignal({ reason }: AbortSignal): number {
  return reason === 'SIGINT' ? 130 : 143
}

/** What is said of it. @throws what is a bug of ours */
function reasonOf(error: unknown): string {
  if (error instanceof BrokenCheck || error instanceof BrokenWorld || error instanceof CannotPlay) return error.message
  throw error
}

function planOf(
  command: readonly string[],
  { world, timeout, json, keep }: CheckCommand,
  config: CheckConfig,
  stop: AbortSignal,
): RunPlan {
  const worlds = world ?? config.worlds ?? ['ready-to-send']
  return {
    command,
    worlds: worlds.map(readWorld),
    rulings: config.rulings ?? {},
    templates: config.env ?? {},
    env: process.env,
    limit: timeout ?? milliseconds(config.timeout ?? '') ?? PATIENCE,
    output: json ? 'aside' : 'shown',
    watched: keep !== undefined,
    stop,
  }
}

/** @throws BrokenCheck at a ruling or an error that is none, and at options that go with one that is absent */
function checkNames({ rulings: wanted = [], onlyErrors, tour }: CheckCommand): void {
  if (onlyErrors && !tour) throw new BrokenCheck('--only-errors goes with --tour')
  const known = (flag: string, names: readonly string[], all: readonly string[]): void => {
    const stranger = names.find((name) => !all.includes(name))
    if (stranger !== undefined) throw new BrokenCheck(`${flag}: '${stranger}' is none; ${instead(stranger, all)}`)
  }
  known('--rulings', wanted, ['all', ...Object.keys(rulings)])
  known('--only-errors', onlyErrors ?? [], tourErrors)
}

async function checked(plan: RunPlan, options: CheckCommand, config: CheckConfig): Promise<number> {
  const first = await runOnce(plan)
  if (options.keep !== undefined) keep(options.keep, plan, first)
  const jobs: Jobs = { jobs: options.jobs, told: progress }
  const isWell = first.ending.kind === 'exit' && first.ending.code === 0
  const sides = isWell && options.rulings ? await triedRulings(options.rulings, plan, first, jobs) : []
  const toured = isWell && options.tour ? await touredErrors(options, config, plan, first, jobs) : NO_TOUR
  const findings = [...findingsOf(first), ...findingsOfRulings(sides), ...findingsOfTour(toured.results)]
  const report = reportOf(hideInText(plan.command.join(' ')), first, findings, config.suppress ?? [])
  const untouched = isWell && options.rulings !== undefined && sides.length === 0
  const unchecked = [...report.unchecked, ...(untouched ? [UNTOUCHED] : []), ...leftOut(options, isWell, toured)]
  tellAll({ ...report, command: 'mmgraph check', unchecked }, options, { first, sides, stops: toured.results })
  return codeOf(report, first, options.failOn)
}

/** Writes what the client sent and what it read of the answers. @throws CannotPlay */
function keep(file: string, { command }: RunPlan, { worlds, sight }: Run): void {
  writeText('--keep', file, clientText(contractOfClient(hideInText(command.join(' ')), worlds, sight)))
}

interface Results {
  readonly first: Run
  readonly sides: readonly SideResult[]
  readonly stops: readonly StopResult[]
}

/** The tables, the report, and how the command ended. With --json stdout has the report alone. */
function tellAll(report: Report, options: CheckCommand, { first, sides, stops }: Results): void {
  const tell = options.json ? sayAside : say
  tell([...(sides.length > 0 ? sayRulings(sides) : []), ...(stops.length > 0 ? sayTour(stops) : []), ''])
  const [secrets, file] = [secretsOf(first), options.config ?? CONFIG_FILE]
  tellReport(report, options, { rules: ruleTexts, secrets, failOn: options.failOn, file })
  tell(sayEnding(report.title, first))
}

/** Every token and secret of the worlds that the command met. */
function secretsOf({ worlds }: Run): string[] {
  return worlds.flatMap((world) => [
    ...world.tokens().map(({ value }) => value),
    ...world.list('Application').map(({ secret }) => secret),
  ])
}

async function triedRulings(wanted: readonly string[], plan: RunPlan, first: Run, jobs: Jobs): Promise<SideResult[]> {
  const names = wanted.includes('all') ? touchedBy(first) : (wanted as RulingName[])
  return tryRulings(names, plan, first, jobs)
}

const UNTOUCHED = { what: '--rulings', why: 'no call, error or webhook depends on one' }

interface Toured {
  readonly results: readonly StopResult[]
  /** How many were left out. */
  readonly cut: number
}

const NO_TOUR: Toured = { results: [], cut: 0 }

/** A run with an error has this many times as long as the first one, and at least so long, to come to an end (milliseconds). */
const TIMES_AS_LONG = 5
const AT_LEAST = 20_000

async function touredErrors(
  { onlyErrors, most, timeout }: CheckCommand,
  config: CheckConfig,
  plan: RunPlan,
  first: Run,
  jobs: Jobs,
): Promise<Toured> {
  const stops = stopsOf(callsIn(first).keys(), onlyErrors)
  const told = timeout ?? milliseconds(config.timeout ?? '')
  const limit = told ?? Math.max(AT_LEAST, TIMES_AS_LONG * first.took)
  const results = await tour(stops.slice(0, most), { ...plan, limit }, first, jobs)
  return { results, cut: Math.max(0, stops.length - most) }
}

function leftOut(options: CheckCommand, isWell: boolean, { cut, results }: Toured): Report['unchecked'] {
  const asked = [...(options.rulings ? ['--rulings'] : []), ...(options.tour ? ['--tour'] : [])]
  const unmet = results.filter(({ verdict }) => verdict === 'not met').length
  return [
    ...(isWell ? [] : asked.map((what) => ({ what, why: 'the command fails already without it' }))),
    ...(cut > 0 ? [{ what: `${cut} errors of the tour`, why: `--most ${options.most} left them out` }] : []),
    ...(unmet > 0 ? [{ what: `${unmet} errors of the tour`, why: 'no call came that could get them' }] : []),
  ]
}

const ORDER: readonly Severity[] = ['note', 'warning', 'error']

/** The command's own failure is said before findings: what was not run to its end was not looked at. */
function codeOf({ findings }: Report, first: Run, failOn: Severity): number {
  const { ending, worlds } = first
  if (ending.kind !== 'exit' || ending.code !== 0) return CODES.failed
  const fails = (finding: Finding): boolean => ORDER.indexOf(finding.severity) >= ORDER.indexOf(failOn)
  if (findings.some(fails)) return CODES.findings
  const isSilent = findings.length === 0 && worlds.every(({ exchanges }) => exchanges.list().length === 0)
  return isSilent ? CODES.nothingCalled : 0
}

/** Characters of the bar. */
const WIDTH = 30

/** A bar that tells how far it is, where somebody is looking. */
function progress(done: number, of: number): void {
  if (!process.stderr.isTTY) return
  const full = Math.round((WIDTH * done) / of)
  const bar = `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${of} runs`
  process.stderr.write(done === of ? '\r\u001b[K' : `\r${bar}`)
}
