import { digitsOf } from '../model/digits.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { bsuidOf, parentBsuidOf } from './bsuid.ts'

/** How a webhook names a person: what is not told is left out. */
export interface Identity {
  readonly waId?: string
  readonly userId?: string
  readonly parentUserId?: string
}

/**
 * How webhooks name a person to a business: by the number, but for people with a username whose number the business has
 * never used; and by their business-scoped ids.
 * @see sources bsuid-webhooks: Phone numbers; rulings bsuid-in-webhooks, parent-bsuid
 */
export function identityOf(world: World, phone: PhoneNumber, waId: string): Identity {
  if (world.rulings['bsuid-in-webhooks'] === 'before') return { waId }
  const { ownerId } = world.need('WhatsAppBusinessAccount', phone.accountId)
  const parentUserId = parentBsuidOf(world, waId)
  const { username } = world.traffic.recipient(waId)
  const isKnown = !username || world.traffic.chat(phone.id, waId).knowsNumber
  return {
    ...(isKnown && { waId }),
    userId: bsuidOf(world, ownerId, waId),
    ...(parentUserId && { parentUserId }),
  }
}

/** One of `contacts` in a webhook. @param withUsername false in the status `sent` */
export function contactOf(world: World, phone: PhoneNumber, waId: string, withUsername = true): object {
  const { name, username } = world.traffic.recipient(waId)
  const { waId: number, userId, parentUserId } = identityOf(world, phone, waId)
  const isTold = withUsername && username && userId
  return {
    profile: { name, ...(isTold && { username: username.startsWith('@') ? username : `@${username}` }) },
    ...(number && { wa_id: number }),
    ...(userId && { user_id: userId }),
    ...(parentUserId && { parent_user_id: parentUserId }),
  }
}

/** Who gets a message, in its status: `recipient_id` and the business-scoped ids under the names of the ruling. */
export function recipientOf(world: World, phone: PhoneNumber, waId: string): object {
  const { waId: number, userId, parentUserId } = identityOf(world, phone, waId)
  const parentName = world.rulings['parent-bsuid']
  return {
    ...(number && { recipient_id: number }),
    ...(userId && { recipient_user_id: userId }),
    ...(parentUserId && { [parentName]: parentUserId }),
  }
}

/** `metadata` of every webhook about messages. */
export function metadataOf({ id, display_phone_number }: PhoneNumber): object {
  return { display_phone_number: digitsOf(display_phone_number), phone_number_id: id }
}
