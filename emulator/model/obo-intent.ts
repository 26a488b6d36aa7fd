import { requestStatusOf } from '../../contracts/lifecycles/obo.ts'
import type { OboMobilityIntent, OnBehalfRequest, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { graphTime } from './time.ts'

/** Marks an account that its owner holds for a client, and shows the request in the client's Business Manager. */
export function makeIntent(
  world: World,
  account: Pick<WhatsAppBusinessAccount, 'id' | 'ownerId' | 'onBehalfOfId'>,
  solutionId: string | undefined,
): OboMobilityIntent {
  const at = graphTime(world.now)
  const intent = world.put({
    nodeType: 'WhatsAppBusinessAccountOBOMobilityIntent',
    id: world.ids.next(),
    status: 'PENDING',
    created_time: at,
    updated_time: at,
    wabaId: account.id,
    ...(solutionId && { solutionId }),
  } satisfies OboMobilityIntent)
  world.put({
    nodeType: 'BusinessOwnedObjectOnBehalfOfRequest',
    id: world.ids.next(),
    status: 'IN_PROGRESS',
    business_owned_object: account.id,
    intentId: intent.id,
    fromId: account.ownerId,
    toId: account.onBehalfOfId ?? account.ownerId,
  } satisfies OnBehalfRequest)
  return intent
}

/** Changes an intent, and the request with it. */
export function changeIntent(
  world: World,
  intent: OboMobilityIntent,
  change: Partial<Pick<OboMobilityIntent, 'status' | 'solutionId'>>,
): OboMobilityIntent {
  const changed = world.put({ ...intent, ...change, updated_time: graphTime(world.now) })
  for (const request of world.list('BusinessOwnedObjectOnBehalfOfRequest')) {
    if (request.intentId === intent.id) world.put({ ...request, status: requestStatusOf[changed.status] })
  }
  return changed
}

/** The intent of an account that the client can still answer. */
export function openIntentOf(world: World, account: WhatsAppBusinessAccount): OboMobilityIntent | undefined {
  const intent = world.get('WhatsAppBusinessAccountOBOMobilityIntent', account.mobilityIntentId)
  return intent && (intent.status === 'PENDING' || intent.status === 'ACTIVE') ? intent : undefined
}
