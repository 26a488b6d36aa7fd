import { limitTiers } from '../../contracts/nodes/phone-number.ts'
import type { Version } from '../../contracts/versions.ts'
import { happening } from '../happening.ts'
import { accountsOwnedBy } from '../model/accounts.ts'
import { capabilityOf, nextTier } from '../model/messaging-limit.ts'
import { numbersOf } from '../model/phone-number.ts'
import type { Business } from '../world/entities.ts'
import type { World } from '../world/world.ts'

export const messagingLimitChanges = happening(
  {
    name: 'messaging_limit_changes',
    says: 'The messaging limit of a portfolio moves to a tier; without one up a step, as Meta does by itself where quality is good',
    nodes: { business: 'Business' },
    params: { type: 'object', properties: { limit: { enum: limitTiers } } },
    sources: ['messaging-limits', 'capability-update'],
  },
  ({ nodes: { business }, params, world, notify, refuse }) => {
    const limit = params.limit ?? nextTier(business.messagingLimit)
    if (!limit) return refuse(`${business.name} has no limit`)
    if (limit === business.messagingLimit) return refuse(`the limit of ${business.name} is ${limit}`)
    if (!params.limit && hasBadQuality(world, business)) return refuse('a number of the portfolio has the quality RED')
    world.put({ ...business, messagingLimit: limit })
    const value = (version: Version): object => capabilityOf(limit, world.rulings, world.graphNow, version)
    for (const { id } of accountsOwnedBy(world, business.id)) {
      notify({ waba: id, field: 'business_capability_update', value })
    }
    return { from: business.messagingLimit, to: limit }
  },
)

function hasBadQuality(world: World, business: Business): boolean {
  return accountsOwnedBy(world, business.id)
    .flatMap(({ id }) => numbersOf(world, id))
    .some(({ quality_rating }) => quality_rating === 'RED')
}
