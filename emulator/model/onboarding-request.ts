import type { BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { makeIntent } from './obo-intent.ts'
import { isActive } from './onboarding-status.ts'
import { days } from './time.ts'

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
    world.put({ ...account, mobilityIntentId: makeIntent(world, account, solutionId).id })
  }
  return without.filter((account) => !isActive(account))
}

/** When a request of the Intent API ends by itself, where it does. @see ruling mm-request-expiry */
const LIFE = days(90)

/** Asks the admins of the client, now and again, until they answer or the request ends. */
export function invite(world: World, request: BusinessAgreement): void {
  const params = { request: request.id }
  world.schedule({ at: world.now, kind: 'happening', name: 'admins_are_invited', params })
  if (world.rulings['mm-request-expiry'] === 'never') return
  world.schedule({ at: world.now + LIFE, kind: 'happening', name: 'mm_request_expires', params })
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
