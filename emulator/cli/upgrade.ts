import type { ClientContract } from '../../contracts/client/format.ts'
import { BrokenClient, readClient } from '../../contracts/client/read.ts'
import { CannotUpgrade, judgeUpgrade } from '../../contracts/client/upgrade.ts'
import type { Report } from '../../contracts/report/report.ts'
import type { Rulings } from '../../contracts/rulings.ts'
import { type Version, versions } from '../../contracts/versions.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { fail, readOrFail } from './fail.ts'
import { type KitReportOptions, tellReport } from './kit-reports.ts'
import { upgradeText } from './upgrade-text.ts'

export interface UpgradeCommand extends KitReportOptions {
  readonly to?: Version
  readonly from?: Version
  readonly ruling: Partial<Rulings>
  readonly graphDate?: string
}

/** Says what of a client breaks, and ends the process: 0 nothing does, 1 something, 2 it cannot be told. */
export function upgradeFile(file: string, options: UpgradeCommand): void {
  const client = clientIn(file)
  const report = judged(client, options)
  const breaks = report.findings.some(({ severity }) => severity === 'error')
  tell(report, options, file)
  process.exitCode = breaks ? 1 : 0
}

/** What breaks is said first, in words of its own. */
function tell(report: Report, options: UpgradeCommand, file: string): void {
  try {
    tellReport({ ...report, command: 'mmgraph upgrade' }, options, { text: upgradeText(report), file })
  } catch (error) {
    if (error instanceof CannotPlay) fail(error.message)
    throw error
  }
}

function judged(client: ClientContract, { to, from, ruling, graphDate }: UpgradeCommand): Report {
  const isAnything = to !== undefined || graphDate !== undefined || Object.keys(ruling).length > 0
  if (!isAnything) return fail(`--to says which version; allowed are ${Object.keys(versions).join(', ')}`)
  try {
    return judgeUpgrade(client, { to, from, day: graphDate, rulings: ruling })
  } catch (error) {
    if (error instanceof CannotUpgrade) return fail(error.message)
    throw error
  }
}

function clientIn(file: string): ClientContract {
  const text = readOrFail(file)
  try {
    return readClient(file, text)
  } catch (error) {
    if (error instanceof BrokenClient) return fail(error.message)
    throw error
  }
}
