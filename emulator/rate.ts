import type { OperationContract } from '../contracts/operation.ts'
import { accountOf } from './authorize.ts'
import { fail } from './failure.ts'
import { hours } from './model/time.ts'
import type { Session } from './session.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
import type { Usage } from './world/records.ts'
import type { World } from './world/world.ts'

const WINDOW = hours(1)

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
 * @throws Failure app_limit_reached, waba_limit_reached
 * @see sources graph-rate-limits
 */
export function count(
  session: Session,
  contract: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
  headers: Record<string, string>,
): void {
  const limit = limitFor(session, contract, node, world)
  if (!limit) return
  const usage = add(world, limit.key)
  Object.assign(headers, usageHeaders(limit, usage, world.now))
  if (usage.count <= limit.most) return
  const regain = `${regainAfter(usage, world.now)} minutes`
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

function add(world: World, key: string): Usage {
  const before = world.usage.get(key)
  const current = before && world.now - before.since < WINDOW ? before : { since: world.now, count: 0 }
  const after = { ...current, count: current.count + 1 }
  world.usage.set(key, after)
  return after
}

/** Shares of the limit in percent. Times are 0: an emulator has no processor time worth telling. */
function usageHeaders({ most, account }: Limit, usage: Usage, now: number): Record<string, string> {
  const call_count = Math.floor((usage.count * 100) / most)
  if (!account) {
    return { 'x-app-usage': JSON.stringify({ call_count, total_time: 0, total_cputime: 0 }) }
  }
  const estimated_time_to_regain_access = usage.count > most ? regainAfter(usage, now) : 0
  const use = {
    type: 'whatsapp_business_management',
    call_count,
    total_cputime: 0,
    total_time: 0,
    estimated_time_to_regain_access,
  }
  return { 'x-business-use-case-usage': JSON.stringify({ [account]: [use] }) }
}

/** Whole minutes until the hour is over. */
function regainAfter({ since }: Usage, now: number): number {
  return Math.ceil((since + WINDOW - now) / 60_000)
}
