import type { Effects } from '../effects.ts'
import { hours } from '../model/time.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { contactOf, identityOf, metadataOf } from './identity.ts'
import { toldKeyHash } from './identity-key.ts'
import { measureIncoming } from './measure.ts'
import { countryOf } from './numbers.ts'
import { countMessage } from './rate.ts'
import { wamid } from './wamid.ts'

/** How long a business may write freely after a customer did. */
const WINDOW = hours(24)

/** What happens where, to whom. */
export interface Occasion {
  readonly world: World
  readonly notify: Effects['notify']
  readonly phone: PhoneNumber
  /** The customer's number. */
  readonly waId: string
}

/** A webhook of field `messages`, or another one, about a phone number. */
export function tell({ notify, phone }: Omit<Occasion, 'waId'>, parts: object, field = 'messages'): void {
  const value = { messaging_product: 'whatsapp', metadata: metadataOf(phone), ...parts }
  notify({ waba: phone.accountId, phone: phone.id, field, value })
}

/** `timestamp` of almost all webhooks about messages: seconds, as a string. */
export const secondsOf = (at: number): string => String(Math.floor(at / 1000))

/**
 * A customer sends a message: the customer service window opens for 24 hours, the message can be marked as read, it counts
 * towards the throughput of the number, and the webhook tells it.
 * @param message its type and the object of the type, and what more stands beside them
 * @returns the id of the message
 */
export function receiveMessage(occasion: Occasion, message: object): string {
  const { world, phone, waId } = occasion
  const id = wamid(world, waId, 'in')
  if (world.limits) countMessage(phone, world)
  world.traffic.inbound.keep({ id, phoneId: phone.id, waId, at: world.now })
  const chat = world.traffic.chat(phone.id, waId)
  world.traffic.setChat(phone.id, waId, { ...chat, windowUntil: world.now + WINDOW })
  const { context, ...rest } = message as { context?: { readonly id?: string } }
  const answered = context?.id === undefined ? undefined : world.traffic.messages.get(context.id)
  measureIncoming(world, { accountId: phone.accountId, phoneId: phone.id, country: countryOf(waId) }, answered)
  const hash = toldKeyHash(world, phone, waId, id)
  tell(occasion, {
    contacts: [{ ...contactOf(world, phone, waId), ...(hash !== undefined && { identity_key_hash: hash }) }],
    messages: [{ ...(context && { context }), ...senderOf(occasion), id, timestamp: secondsOf(world.now), ...rest }],
  })
  return id
}

/** `from` and the ids beside it. */
export function senderOf({ world, phone, waId }: Occasion): object {
  const { waId: number, userId, parentUserId } = identityOf(world, phone, waId)
  return {
    ...(number && { from: number }),
    ...(userId && { from_user_id: userId }),
    ...(parentUserId && { from_parent_user_id: parentUserId }),
  }
}
