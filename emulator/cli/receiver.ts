import { readFileSync } from 'node:fs'
import { duties } from '../../contracts/duties.ts'
import type { Duty } from '../../contracts/duty.ts'
import { instead } from '../../contracts/nearest.ts'
import { loadText } from '../../contracts/receiver/load.ts'
import { CannotDrive, driveReceiver } from '../../contracts/receiver.ts'
import { receiverLimits } from '../../contracts/receiver-limits.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { benchFor, type Trust } from '../receiver/bench.ts'
import { realClock } from '../receiver/clock.ts'
import { publishedEvents } from '../receiver/published.ts'
import { isLoopback } from '../webhooks/callbacks.ts'
import { countWith } from './count.ts'
import { type KitReportOptions, tellReport } from './kit-reports.ts'
import { dutiesText } from './receiver-text.ts'
import { say, sayAside } from './say.ts'

export interface ReceiverCommand extends KitReportOptions {
  readonly secret?: string
  readonly secretFile?: string
  readonly verifyToken?: string
  readonly only?: readonly string[]
  readonly skip: Readonly<Record<string, string>>
  readonly count?: string
  readonly rate: number
  readonly seconds: number
  readonly seed: string
  readonly at: number
  readonly allowHost: readonly string[]
  readonly list?: true
  readonly ca?: string
  readonly insecure?: true
}

/** Drives a receiver, and ends the process: 0 it keeps its duties, 1 it does not, 2 it could not be driven. */
export async function driveCommand(url: string | undefined, options: ReceiverCommand): Promise<void> {
  try {
    const chosen = chosenDuties(options)
    if (options.list) say([options.json ? JSON.stringify(chosen) : dutiesText(chosen)])
    else process.exitCode = await drive(targetOf(url, options.allowHost), chosen, options)
  } catch (error) {
    if (!(error instanceof CannotDrive || error instanceof CannotPlay)) throw error
    process.stderr.write(`mmgraph: ${error.message}\n`)
    process.exitCode = 2
  }
}

async function drive(target: URL, chosen: readonly Duty[], options: ReceiverCommand): Promise<number> {
  const { skip, count, rate, seconds, seed, at } = options
  const tried = chosen.filter(({ id }) => skip[id] === undefined)
  const bench = benchFor(target, realClock, trustOf(target, options))
  const counted = count === undefined ? bench : { ...bench, count: await countWith(count) }
  const { secret, verifyToken } = secretsFor(tried, options)
  const drive = {
    title: `${target.origin}${target.pathname}`,
    duties: chosen,
    skipped: new Map(Object.entries(skip)),
    ...(secret && { secret }),
    ...(verifyToken && { verifyToken }),
    ...{ rate, seconds, seed, at },
    published: publishedEvents(),
    limits: receiverLimits,
  }
  const driven = await driveReceiver(drive, counted).finally(bench.close)
  const rules = new Map(chosen.map((duty) => [duty.id, duty]))
  const secrets = [secret, verifyToken].filter((one) => one !== undefined)
  const unchecked = [...driven.report.unchecked, ...(options.insecure ? [ANY_CERTIFICATE] : [])]
  tellReport({ ...driven.report, unchecked, command: 'mmgraph receiver' }, options, {
    rules,
    secrets,
    failOn: 'warning',
  })
  // With --json stdout has the report alone.
  if (driven.load) (options.json ? sayAside : say)([`load: ${loadText(driven.load)}`])
  return Number(driven.report.findings.some(({ severity }) => severity !== 'note'))
}

/** @throws CannotDrive for ids that are none */
function chosenDuties({ only, skip }: ReceiverCommand): readonly Duty[] {
  const ids = duties.map(({ id }) => id)
  const check = (flag: string, id: string): void => {
    if (!ids.includes(id)) throw new CannotDrive(`${flag}: there is no duty '${id}'; ${instead(id, ids)}`)
  }
  for (const id of only ?? []) check('--only', id)
  for (const id of Object.keys(skip)) check('--skip', id)
  return only ? duties.filter(({ id }) => only.includes(id)) : duties
}

/** @throws CannotDrive for what is no address, or is not on this machine and not allowed */
function targetOf(url: string | undefined, allowed: readonly string[]): URL {
  if (url === undefined) throw new CannotDrive('which receiver? mmgraph receiver http://127.0.0.1:3000/webhooks')
  const target = URL.canParse(url) ? new URL(url) : undefined
  if (!target || !['http:', 'https:'].includes(target.protocol)) {
    throw new CannotDrive('the address of the receiver must be like http://127.0.0.1:3000/webhooks')
  }
  const host = target.hostname.toLowerCase()
  if (isLoopback(host) || allowed.includes(host)) return target
  throw new CannotDrive(`${host} is not this machine; allow it with --allow-host ${host}, if it is yours to load`)
}

const ANY_CERTIFICATE = { what: 'the certificate', why: '--insecure takes any; Meta takes no self-signed one' }

/** @throws CannotDrive where they say nothing, or the file cannot be read */
function trustOf({ protocol }: URL, { ca, insecure }: ReceiverCommand): Trust {
  const flag = ca === undefined ? insecure && '--insecure' : '--ca'
  if (flag && protocol !== 'https:') throw new CannotDrive(`${flag} goes with an address of https`)
  if (ca !== undefined && insecure) throw new CannotDrive('--ca and --insecure exclude each other')
  return ca === undefined ? { ...(insecure && { insecure }) } : { ca: pemIn(ca) }
}

function pemIn(file: string): string {
  const pem = textOf('--ca', file)
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem
  throw new CannotDrive(`--ca: ${file} has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----`)
}

/** @throws CannotDrive where one is needed and not there */
function secretsFor(tried: readonly Duty[], options: ReceiverCommand): { secret?: string; verifyToken?: string } {
  const secret = options.secret ?? fileSecret(options) ?? process.env.MMGRAPH_APP_SECRET
  const verifyToken = options.verifyToken ?? process.env.MMGRAPH_VERIFY_TOKEN
  const isHandshake = ({ steps }: Duty): boolean => steps[0].send === 'handshake'
  if (!secret && !tried.every(isHandshake)) {
    throw new CannotDrive(
      'the secret of the app is needed to sign webhooks: set MMGRAPH_APP_SECRET, or give --secret-file',
    )
  }
  if (!verifyToken && tried.some(isHandshake)) {
    throw new CannotDrive('the verify token is needed for handshakes: set MMGRAPH_VERIFY_TOKEN, or give --verify-token')
  }
  return { ...(secret && { secret }), ...(verifyToken && { verifyToken }) }
}

function fileSecret({ secretFile }: ReceiverCommand): string | undefined {
  return secretFile === undefined ? undefined : textOf('--secret-file', secretFile).trim()
}

/** @throws CannotDrive where it cannot be read */
function textOf(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CannotDrive(`${flag}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
