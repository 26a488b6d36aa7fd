import type { World } from '../world/world.ts'
import { countryOf } from './numbers.ts'

/**
 * The business-scoped id of a person: the country and up to 20 digits, one for each pair of portfolio and number. From
 * then on the world knows whose it is.
 * @see sources bsuid-webhooks: Business-scoped user ID
 */
export function bsuidOf(world: World, businessId: string, waId: string): string {
  const id = `${countryOf(waId)}.${world.ids.digits(`bsuid/${businessId}/${waId}`, 20)}`
  world.traffic.nameUser(id, waId)
  return id
}

/** The id of a person for all portfolios of an enrolled business, as the ruling parent-bsuid wants it; mostly none. */
export function parentBsuidOf(world: World, waId: string): string | undefined {
  const side = world.rulings['parent-bsuid']
  if (side === 'not-enrolled') return undefined
  const infix = side === 'recipient_parent_user_id' ? 'ENT.' : ''
  const id = `${countryOf(waId)}.${infix}${world.ids.digits(`parent-bsuid/${waId}`, 20)}`
  world.traffic.nameUser(id, waId)
  return id
}
