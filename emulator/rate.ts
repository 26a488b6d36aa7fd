import type { OperationContract } from '../contracts/operation.ts'
import { countAds } from './ads-rate.ts'
import { accountOf, adAccountOf } from './authorize.ts'
import { fail } from './failure.ts'
import { addCall, minutesLeft } from './hourly.ts'
import type { Progress } from './run.ts'
import type { Session } from './session.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
import type { Usage } from './world/records.ts'
import type { World } from './world/world.ts'

/** One limit that a call counts towards. */
interface Limit {
  /** What it is for, as a key. */
  readonly key: string
  /** Calls per hour. */
  readonly most: number
  /** The account whose business use case it is; absent for the app as a whole. */
  readonly account?: string
}

/**
 * Counts a call in the world's time and adds the usage headers, which stand on a refusal, too.
 * @throws Failure app_limit_reached, waba_limit_reached, insights_limit_reached, ads_limit_reached
 * @see sources graph-rate-limits
 */
export function count(
  session: Session,
  contract: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
  progress: Progress,
): void {
  const adAccount = contract.marketing && adAccountOf(node, world)
  if (adAccount) countAds(session, contract, adAccount, world, progress)
  else countOther(session, contract, node, world, progress)
}

function countOther(
  session: Session,
  contract: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
  progress: Progress,
): void {
  const limit = limitFor(session, contract, node, world)
  if (!limit) return
  const usage = addCall(world, limit.key)
  Object.assign(progress.headers, usageHeaders(limit, usage, world.now))
  if (usage.count <= limit.most) return
  const regain = `${minutesLeft(usage, world.now)} minutes`
  const why = `${usage.count} calls in this hour of the world's time; ${limit.most} are allowed, and again after ${regain}`
  fail(limit.account ? 'waba_limit_reached' : 'app_limit_reached', why)
}

function limitFor(
  { app, kind }: Session,
  contract: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
): Limit | undefined {
  const { limits } = world
  // Sends are counted per second, by those who know the number.
  if (!limits || contract.limit === 'throughput' || contract.limit === 'none') return undefined
  if (contract.limit === 'intent') return { key: `intent/${app.id}`, most: limits.intentCalls }
  const account = world.get('WhatsAppBusinessAccount', accountOf(node))
  if (account && kind !== 'app') {
    const most = account.isActive ? limits.activeWabaCalls : limits.wabaCalls
    return { key: `waba/${app.id}/${account.id}`, most, account: account.id }
  }
  return { key: `app/${app.id}`, most: limits.appCallsPerUser * usersOf(app.id, world) }
}

/** How many people and system users hold a token of the app; at least one. */
function usersOf(appId: string, world: World): number {
  const users = world.tokens().filter((token) => token.appId === appId && token.subjectId)
  return Math.max(1, new Set(users.map(({ subjectId }) => subjectId)).size)
}

/** Shares of the limit in percent. Times are 0: an emulator has no processor time worth telling. */
function usageHeaders({ most, account }: Limit, usage: Usage, now: number): Record<string, string> {
  const call_count = Math.floor((usage.count * 100) / most)
  if (!account) {
    return { 'x-app-usage': JSON.stringify({ call_count, total_time: 0, total_cputime: 0 }) }
  }
  const estimated_time_to_regain_access = usage.count > most ? minutesLeft(usage, now) : 0
  const use = {
    type: 'whatsapp_business_management',
    call_count,
    total_cputime: 0,
    total_time: 0,
    estimated_time_to_regain_access,
  }
  return { 'x-business-use-case-usage': JSON.stringify({ [account]: [use] }) }
}
