import type { OperationContract } from '../operation.ts'
import type { Citation } from '../sources.ts'
import { ADS_UPGRADE_DAY, isIn, marketingEndOf } from '../versions.ts'
import type { Asked, CallStep, Problem } from './step.ts'

/** Why something is refused: the name of the error, a clause, and what says so. */
export interface Refusal {
  readonly error: string
  readonly why: string
  readonly source: Citation
}

/** Why a version refuses an operation as such, on a day; undefined where it does not. */
export function refusalOfOperation(contract: OperationContract, asked: Asked): Refusal | undefined {
  const [source] = contract.sources
  if (!isIn(contract, asked.version)) {
    const range = contract.until ? `ended with ${contract.until}` : `comes with ${contract.since}`
    return { error: 'method_unsupported', why: `and ${range}`, source }
  }
  if (!contract.marketing || asked.day >= ADS_UPGRADE_DAY) return adsUnversioned(contract, asked)
  const end = asked.asked && marketingEndOf(asked.asked)
  if (end === undefined || asked.day < end) return adsUnversioned(contract, asked)
  const why = `and ${asked.asked} ended on ${end} for ads`
  return { error: 'ads_version_deprecated', why, source: 'capture-ads-version' }
}

function adsUnversioned({ marketing }: OperationContract, { asked }: Asked): Refusal | undefined {
  if (!marketing || asked !== undefined) return undefined
  const why = 'and ads are not called without a version'
  return { error: 'ads_version_deprecated', why, source: 'capture-ads-version' }
}

/** What becomes of a call as such: it is refused, it is answered where it was refused, or another version serves it. */
export function judgeOperation({ call, before, after }: CallStep, contract: OperationContract): Problem[] {
  const [was, is] = [refusalOfOperation(contract, before), refusalOfOperation(contract, after)]
  if (!was && is) {
    const severity = call.answered ? 'error' : 'warning'
    const problem = `it is called, ${is.why}: it is refused with ${is.error}`
    return [{ rule: 'upgrade-call-refused', severity, problem, source: is.source }]
  }
  if (was && !is) {
    const problem = `it was refused with ${was.error}, and is answered`
    return [{ rule: 'upgrade-call-answered', severity: 'warning', problem, source: was.source }]
  }
  return [...judgeAdsUpgrade(contract, before, after)]
}

/** A version that has ended for ads is served by the latest one, and a header says so. @see sources capture-ads-upgrade */
function judgeAdsUpgrade({ marketing }: OperationContract, before: Asked, after: Asked): Problem[] {
  if (!marketing || isUpgraded(before) || !isUpgraded(after)) return []
  const problem = `${after.asked} has ended for ads: the latest version answers, and the header X-Ad-Api-Version-Warning says so`
  return [{ rule: 'upgrade-version-ended', severity: 'warning', problem, source: 'capture-ads-upgrade' }]
}

function isUpgraded({ asked, day }: Asked): boolean {
  const end = asked && marketingEndOf(asked)
  return day >= ADS_UPGRADE_DAY && end !== undefined && day >= end
}

/** A version that has ended is served by the oldest one that lives. @see sources graph-versions */
export function judgeServing({ asked: was, ...before }: Asked, { asked, ...after }: Asked): Problem[] {
  const isServedBy = asked !== undefined && asked !== after.version
  if (!isServedBy || (was === asked && before.version === after.version)) return []
  const problem = `${asked} has ended on ${after.day}: ${after.version}, the oldest that lives, answers`
  return [{ rule: 'upgrade-version-ended', severity: 'warning', problem, source: 'graph-versions' }]
}
