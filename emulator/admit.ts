import type { OperationContract } from '../contracts/operation.ts'
import { ADS_UPGRADE_DAY, liveVersions, marketingEndOf, today } from '../contracts/versions.ts'
import { authorize, isAssigned, maySee } from './authorize.ts'
import type { PlacedCall } from './call.ts'
import { fail } from './failure.ts'
import { missing } from './locate.ts'
import type { Session } from './session.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
import type { World } from './world/world.ts'

/**
 * Lets a session through to an operation on a node: seen, in a version that lives, allowed. The one door, for a call and
 * for an edge that `fields` names.
 * @throws Failure object_missing_on_get (_post, _delete), ads_version_deprecated, and what `authorize` throws
 */
export function admit(
  call: PlacedCall,
  session: Session,
  contract: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
  headers: Record<string, string>,
): void {
  const { reach } = contract.auth
  if (reach !== 'anyone' && !maySee(session, node, world)) {
    missing(call, node.id, `it exists, but ${whyHidden(session, contract, node, world)}`)
  }
  if (reach === 'own' && node.id !== session.businessId) {
    missing(call, node.id, `${contract.name} is for the business itself, and the token acts for another`)
  }
  if (contract.marketing) checkAdsVersion(call, world, headers)
  authorize(session, contract, node, world)
}

/** Why a session may not know of a node. */
function whyHidden(
  session: Session,
  { marketing }: OperationContract,
  node: AnyEntity | GraphRoot,
  world: World,
): string {
  const { targets, ...token } = session.token
  if (targets === undefined || !maySee({ ...session, token }, node, world)) {
    return 'the business of this token has nothing to do with it'
  }
  const granted = 'this token was not granted it; debug_token lists in granular_scopes what it was granted'
  return marketing ? `${granted}. Ad accounts are granted by the ruling ad-account-linked` : granted
}

/** What of a list a session may see: nothing that it could not read alone. */
export function visibleOf<E extends AnyEntity>(list: readonly E[], session: Session, world: World): readonly E[] {
  return list.filter((node) => maySee(session, node, world) && isAssigned(session, node, world))
}

/** @see sources capture-ads-version, capture-ads-upgrade */
function checkAdsVersion(call: PlacedCall, world: World, headers: Record<string, string>): void {
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
