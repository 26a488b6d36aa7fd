import { errors } from '../../contracts/errors.ts'
import type { Finding } from '../../contracts/finding.ts'
import { operations } from '../../contracts/operations.ts'
import type { Unchecked } from '../../contracts/report/report.ts'
import { type Trial, type TrialPlan, trialsOf } from '../../contracts/verify/trial.ts'
import type { Version } from '../../contracts/versions.ts'
import { makeCall, type Tried, type Wanted } from './call.ts'
import { readFields } from './fields.ts'
import { errorOf, finding, judged, probeFindings, refusalFindings } from './judge.ts'
import { itemFindings } from './list-items.ts'
import { hasPages, readPages } from './pages.ts'
import type { TrialPlace } from './place.ts'
import { at } from './pointer.ts'
import { probesOf } from './probes.ts'
import { type Allowed, whyNotTried } from './why-not-tried.ts'

export interface RunOptions {
  readonly version: Version
  readonly allowed: Omit<Allowed, 'testIds'>
  /** Only these operations; all where absent. */
  readonly only?: ReadonlySet<string>
}

/** What came of the trials of a plan. */
export interface Ran {
  readonly tries: Tried[]
  readonly findings: Finding[]
  /** What was checked, once for each time. */
  readonly checked: string[]
  readonly unchecked: Unchecked[]
}

/** How many pages of a list are read: of an emulator to the end, as far as there is one. */
const PAGES = { emulator: 50, real: 5 } as const

/** @throws CannotPlay when nobody answers any more */
export async function runPlan(plan: TrialPlan, place: TrialPlace, options: RunOptions): Promise<Ran> {
  const run: Running = {
    place,
    options,
    seen: new Set(),
    testIds: new Set(options.allowed.testAccount ? [options.allowed.testAccount] : []),
    ran: { tries: [], findings: [], checked: [], unchecked: [] },
  }
  const trials = trialsOf(plan).filter(({ operation }) => options.only?.has(operation) ?? true)
  for (const trial of trials) await tryOne(trial, run)
  return run.ran
}

interface Running {
  readonly place: TrialPlace
  readonly options: RunOptions
  /** What was probed already. */
  readonly seen: Set<string>
  readonly testIds: Set<string>
  readonly ran: Ran
}

async function tryOne(trial: Trial, run: Running): Promise<void> {
  const { place, options, ran, testIds } = run
  const contract = operations.find(({ name }) => name === trial.operation)
  if (!contract) throw new Error(`a plan names the operation ${trial.operation}, which there is not`)
  const why = whyNotTried(trial, contract, place, { ...options.allowed, testIds })
  if (why) {
    ran.unchecked.push({ what: contract.name, why })
    return
  }
  for (const step of trial.after ?? []) await place.before?.(step)
  const wanted = { what: contract.name, trial, contract }
  const tried = await made(wanted, run)
  if (isOverForAds(tried)) {
    ran.unchecked.push({ what: contract.name, why: `${options.version} is over for ads: ${errorOf(tried).message}` })
    return
  }
  if (trial.fails) {
    ran.findings.push(...refusalFindings(tried, trial.fails))
    ran.checked.push(contract.name)
    return
  }
  if (tried.status !== 200) {
    refused(tried, run)
    return
  }
  ran.checked.push(contract.name)
  noteIds(tried, run)
  await tryMore(wanted, tried, run)
}

/** Versions end earlier for ads than for all else. @see sources capture-ads-version */
const isOverForAds = (tried: Tried): boolean =>
  tried.contract.marketing === true && errorOf(tried).code === errors.ads_version_deprecated.code

/** Makes a call and holds the answer to its contract. */
async function made(wanted: Wanted, { place, options, ran }: Running): Promise<Tried> {
  const tried = await makeCall(wanted, place, options.version)
  ran.tries.push(tried)
  ran.findings.push(...judged(tried), ...itemFindings(tried))
  return tried
}

/** In a world that was made for it every call is right. Real accounts may lack what it needs. */
function refused(tried: Tried, { place, ran }: Running): void {
  const { code, message } = errorOf(tried)
  const why = `it was refused: HTTP ${tried.status}${code === undefined ? '' : `, code ${code}`}${message ? `: ${message}` : ''}`
  if (place.kind === 'emulator') ran.findings.push(finding(tried, 'call-is-answered', '', why))
  else ran.unchecked.push({ what: tried.contract.name, why })
}

/** What was read in the account for tests, or made there, is of it. */
function noteIds({ trial, reply }: Tried, { place, testIds }: Running): void {
  const [, first = ''] = /^\/\{(\w+)\}/.exec(trial.path) ?? []
  if (!testIds.has(String(place.words.get(first)))) return
  const data = at(reply, '/data')
  const nodes = [reply, ...(Array.isArray(data) ? data : [])]
  for (const id of nodes.map((node) => at(node, '/id'))) if (typeof id === 'string') testIds.add(id)
}

/** What more an answer that is right makes possible: all fields of its node, the pages of its list, wrong calls. */
async function tryMore(wanted: Wanted, tried: Tried, run: Running): Promise<void> {
  await tryFields(wanted, run)
  if (hasPages(tried)) await tryPages(wanted, run)
  for (const probe of probesOf(wanted, tried.reply, run.seen)) {
    run.ran.findings.push(...probeFindings(await made(probe, run), probe.probe))
    run.ran.checked.push(`${probe.probe}, refused`)
  }
}

async function tryFields(wanted: Wanted, { place, options, ran }: Running): Promise<void> {
  const read = await readFields(wanted, options.version, (more) => makeCall(more, place, options.version))
  if (!read) return
  ran.tries.push(...read.tries)
  ran.findings.push(...read.tries.flatMap(judged), ...read.findings)
  ran.checked.push(...read.checked)
  ran.unchecked.push(...read.unchecked)
}

async function tryPages(wanted: Wanted, run: Running): Promise<void> {
  const what = `pages of ${wanted.contract.name}`
  const { findings, pages, left } = await readPages(wanted, PAGES[run.place.kind], (more) => made(more, run))
  run.ran.findings.push(...findings)
  run.ran.checked.push(...Array.from({ length: pages }, () => what))
  if (left) run.ran.unchecked.push({ what, why: left })
}
