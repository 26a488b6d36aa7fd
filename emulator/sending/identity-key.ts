import type { PhoneNumber } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/**
 * The hash of the identity key of a person: another one after each change.
 * @param about what is told or sent, as there are people who have a new key each time
 */
export function keyHashOf(world: World, waId: string, about: string): string {
  const { habit, identityChanges = 0 } = world.traffic.recipient(waId)
  const key = habit === 'changed_identity' ? about : String(identityChanges)
  return Buffer.from(world.ids.letters(`identity/${waId}/${key}`, 8)).toString('base64')
}

/** The hash that webhooks tell, where the number has the identity check on. @see sources phone-numbers: Identity change check */
export function toldKeyHash(world: World, { settings }: PhoneNumber, waId: string, about: string): string | undefined {
  return settings?.identityCheck ? keyHashOf(world, waId, about) : undefined
}

/**
 * Whether a message is not delivered, as it is for somebody with another key. Only with the check on, and with a hash: one
 * without is for whoever has the number.
 * @see sources phone-numbers: Identity change check
 */
export function isForAnother(world: World, { settings }: PhoneNumber, waId: string, hash: string | undefined): boolean {
  if (!settings?.identityCheck || hash === undefined) return false
  return world.traffic.recipient(waId).habit === 'changed_identity' || hash !== keyHashOf(world, waId, '')
}
