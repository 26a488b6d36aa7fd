import type { OperationContract } from '../contracts/operation.ts'
import { ADS_UPGRADE_DAY, liveVersions, marketingEndOf, today } from '../contracts/versions.ts'
import { authorize, maySee } from './authorize.ts'
import type { PlacedCall } from './call.ts'
import { Failure, fail } from './failure.ts'
import { takeFault } from './faults.ts'
import { checkDateFormat } from './legacy.ts'
import { checkPath, findNode, findOperation, missing, rootOperation } from './locate.ts'
import { count, refuseOverLimit } from './rate.ts'
import { guard, run } from './run.ts'
import { authenticate, type Session } from './session.ts'
import { typedParams } from './typed-params.ts'
import type { Handshake } from './webhooks/handshake.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
import type { World } from './world/world.ts'

/** What became known of a call on its way, for the headers and the log; filled in as far as the call came. */
export interface Progress {
  contract?: OperationContract
  session?: Session
  headers: Record<string, string>
  /** What `debug=all` tells the caller. */
  readonly warnings: string[]
}

/** Asks the callback of a call for its challenge. Absent where the call names none. */
export type ShakeHands = (callback: string, verifyToken: string, world: World) => Promise<Handshake>

/**
 * One call -> one reply. The order of the checks is a claim about Graph: what is wrong with the path is said before
 * anybody asks for a token, an invisible node looks like an absent one, and parameters come last.
 * @throws Failure, NotBuilt
 */
export function answer(call: PlacedCall, world: World, shake: ShakeHands, progress: Progress): unknown {
  checkPath(call)
  if (call.problem) throw call.problem
  checkDateFormat(call)
  const session = rootOperation(call)?.contract.auth.anonymous ? undefined : authenticate(call, world)
  if (session) progress.session = session
  const node = findNode(call, session, world)
  const operation = findOperation(call, node.nodeType)
  progress.contract = operation.contract
  if (session) admit(call, session, operation.contract, node, world, progress)
  const params = typedParams(operation.contract.params, call.params)
  const found = { call, world, session, operation, params, node, warnings: progress.warnings }
  const callback = callbackOf(operation.contract, params)
  if (!callback) return run(found, undefined)
  guard(found)
  return shake(callback.url, callback.verifyToken, world).then((handshake) => run(found, handshake))
}

/** Lets a session through to an operation on a node: seen, allowed, in a version that lives, within its limits. */
function admit(
  call: PlacedCall,
  session: Session,
  contract: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
  progress: Progress,
): void {
  if (contract.auth.reach !== 'anyone' && !maySee(session, node, world)) {
    missing(call, node.id, 'it exists, but the business of this token has nothing to do with it')
  }
  if (contract.marketing) checkAdsVersion(call, world, progress)
  Object.assign(progress.headers, count(session, contract, node, world))
  refuseOverLimit(session, contract, node, world)
  authorize(session, contract, node, world)
  const fault = takeFault(world, contract.name)
  if (fault) throw new Failure(fault.error, 'a test asked for this error: a fault of the world', fault.params)
}

/** @see sources capture-ads-version, capture-ads-upgrade */
function checkAdsVersion(call: PlacedCall, world: World, { headers }: Progress): void {
  const day = today(world.graphNow)
  const latest = liveVersions(world.graphNow).at(-1) ?? call.version
  const end = call.asked && marketingEndOf(call.asked)
  if (call.asked && (!end || day < end)) return
  if (call.asked && day >= ADS_UPGRADE_DAY) {
    const warning = `The call has been auto-upgraded to ${latest} as ${call.asked} will be deprecated.`
    headers['x-ad-api-version-warning'] = warning
    return
  }
  const why = call.asked ? `${call.asked} ended on ${end} for ads` : 'ads are not called without a version'
  fail('ads_version_deprecated', `${why}; ${latest} is the latest`, { latest })
}

function callbackOf(
  { handshake }: OperationContract,
  params: Readonly<Record<string, unknown>>,
): { url: string; verifyToken: string } | undefined {
  const url = handshake && params[handshake.callback]
  return url ? { url: String(url), verifyToken: String(params[handshake.token] ?? '') } : undefined
}
