import { instead } from '../../contracts/nearest.ts'
import { ruleTexts } from '../../contracts/rule-texts.ts'
import { isVersion, type Version, versions } from '../../contracts/versions.ts'
import type { Target } from '../../scenarios/play.ts'
import type { RealGraph } from '../../scenarios/real-graph.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { withRecordings } from '../verify/recordings.ts'
import type { RunOptions } from '../verify/run-plan.ts'
import { withTwin } from '../verify/twin.ts'
import { type Compare, verify } from '../verify/verify.ts'
import { openArchive } from './archive.ts'
import { inProcess } from './in-process.ts'
import { Interrupted } from './interrupt.ts'
import { type KitReportOptions, tellReport } from './kit-reports.ts'
import { dropLeft } from './left-worlds.ts'
import { openTarget } from './target.ts'

export interface VerifyCommand extends KitReportOptions {
  readonly controlToken?: string
  readonly env?: string
  readonly token: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string>>
  readonly allowWrites?: true
  readonly real?: true
  readonly testAccount?: string
  readonly graphVersion: string
  readonly twin?: true
  readonly keep?: string
  readonly renew?: true
}

/**
 * Verifies, and ends the process: 0 nothing is wrong, 1 something is, 2 it cannot be verified, 130 and 143 SIGINT or SIGTERM
 * ended it.
 */
export async function verifyGraph(url: string | undefined, options: VerifyCommand): Promise<void> {
  try {
    process.exitCode = await verified(url, options)
  } catch (error) {
    if (!(error instanceof CannotPlay)) throw error
    process.stderr.write(`mmgraph: ${error.message}\n`)
    process.exitCode = error instanceof Interrupted ? error.code : 2
  }
}

/** @throws CannotPlay */
async function verified(url: string | undefined, options: VerifyCommand): Promise<number> {
  const version = versionOf(options.graphVersion)
  const { set, testAccount, allowWrites } = options
  if (testAccount !== undefined && !allowWrites) throw new CannotPlay('--test-account goes with --allow-writes')
  const theatre = await openTarget({ ...options, ...(url !== undefined && { target: url }), called: 'URL' })
  const { target, close } = theatre.stage()
  const whole = 'tokens' in target ? { ...target, names: { ...target.names, ...set } } : target
  const title = url ?? 'an emulator in this process'
  const allowed = { writes: allowWrites === true, testAccount }
  try {
    const compare = comparesOf(options, { version, allowed })
    if ('isShared' in target) await dropLeft(target.url, target.fetch)
    const report = await verify(whole, { version, allowed, title, now: Date.now(), compare })
    const told = { rules: ruleTexts, secrets: secretsOf(target), failOn: 'warning' } as const
    tellReport({ ...report, command: 'mmgraph verify' }, options, told)
    if (report.checked.length === 0) throw new CannotPlay(`${title}: nothing could be checked; the report says why`)
    return report.findings.some(({ severity }) => severity !== 'note') ? 1 : 0
  } finally {
    close()
    await theatre.close()
  }
}

/** Tokens and secrets that were given: nothing of them is told. */
function secretsOf(target: Target | RealGraph): string[] {
  return 'tokens' in target ? [...Object.values(target.tokens), ...Object.values(target.secrets)] : []
}

/** What the answers are compared with. @throws CannotPlay */
function comparesOf({ twin, keep, renew }: VerifyCommand, run: RunOptions): Compare[] {
  if (renew && keep === undefined) throw new CannotPlay('--renew goes with --keep')
  const day = new Date().toISOString().slice(0, 10)
  return [
    ...(twin ? [withTwin(inProcess().target, run)] : []),
    ...(keep === undefined ? [] : [withRecordings(openArchive(keep), day, run.version, renew === true)]),
  ]
}

/** @throws CannotPlay */
function versionOf(text: string): Version {
  if (isVersion(text)) return text
  throw new CannotPlay(`--graph-version: '${text}' is no version of Graph; ${instead(text, Object.keys(versions))}`)
}
