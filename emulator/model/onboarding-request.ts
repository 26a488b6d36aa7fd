import type { BusinessAgreement, OboMobilityIntent, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { isActive } from './onboarding-status.ts'
import { graphTime } from './time.ts'

/**
 * Marks OBO accounts to be transferred to the client. An intent that is there already is left as it is.
 * An account that is not active cannot take one (assumed: no page says when it fails); those are returned.
 * @see sources guide, obo-transfer
 */
export function setMobilityIntents(
  world: World,
  accounts: readonly WhatsAppBusinessAccount[],
  solutionId: string | undefined,
): WhatsAppBusinessAccount[] {
  const without = accounts.filter((account) => !account.mobilityIntentId)
  for (const account of without.filter(isActive)) {
    const intent = world.put({
      nodeType: 'WhatsAppBusinessAccountOBOMobilityIntent',
      id: world.ids.next(),
      status: 'PENDING',
      created_time: graphTime(world.now),
      wabaId: account.id,
      ...(solutionId && { solutionId }),
    } satisfies OboMobilityIntent)
    world.put({ ...account, mobilityIntentId: intent.id })
  }
  return without.filter((account) => !isActive(account))
}

/** The request of a partner to a client, until an admin of the client answers it. */
export function makeRequest(
  world: World,
  request: { fromId: string; appId: string; toId: string; solutionId?: string | undefined },
): BusinessAgreement {
  const { solutionId, ...rest } = request
  return world.put({
    nodeType: 'BusinessAgreement',
    id: world.ids.next(),
    request_status: 'PENDING',
    createdAt: world.now,
    ...rest,
    ...(solutionId && { solutionId }),
  })
}
