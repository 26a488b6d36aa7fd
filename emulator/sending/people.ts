import { digitsOf } from '../model/digits.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { numberOf } from './bsuid.ts'

type Refuse = (why: string) => never

/** The number of a person: by name in the world, by number in any form, or by business-scoped id. */
export function personOf(world: World, said: string, refuse: Refuse): string {
  for (const { id } of world.list('Business')) {
    const known = numberOf(world, id, said)
    if (known) return known
  }
  const number = world.idOf(said)
  if (/^[+\d\s().-]+$/.test(number) && /^\d{7,15}$/.test(digitsOf(number))) return digitsOf(number)
  return refuse(`'${said}' is neither the name of a person nor a number with its country code`)
}

/** A person who can write to a number now: neither blocked the other. */
export function writerTo(world: World, phone: PhoneNumber, said: string, refuse: Refuse): string {
  const waId = personOf(world, said, refuse)
  const { blocked, blocksBusiness } = world.traffic.chat(phone.id, waId)
  if (blocked) refuse(`${phone.verified_name} has blocked ${waId}; business_unblocks_customer lets them write again`)
  if (blocksBusiness) refuse(`${waId} blocks ${phone.verified_name}; customer_unblocks_business ends it`)
  if (digitsOf(phone.display_phone_number) === waId) refuse('a number does not write to itself')
  return waId
}

/** A message of a business that has arrived, and who has it. */
export interface Arrived {
  readonly message: Message
  readonly phone: PhoneNumber
  readonly waId: string
}

const HERE: readonly string[] = ['delivered', 'read', 'played']

/** A message that its recipient can act on. */
export function arrivedMessage(world: World, id: string, refuse: Refuse): Arrived {
  const message = world.traffic.messages.get(id)
  if (!message) return refuse(`with.message: '${id}' is no message that the world ${world.id} remembers`)
  if (!HERE.includes(message.status)) refuse(`with.message: it has not arrived, it is ${message.status}`)
  const { ownerId } = world.need('WhatsAppBusinessAccount', message.accountId)
  const waId = message.sentToUserId ? numberOf(world, ownerId, message.to) : message.to
  if (!waId) return refuse(`with.message: nobody knows who ${message.to} is`)
  const phone = world.need('WhatsAppBusinessAccountToNumberCurrentStatus', message.phoneId)
  writerTo(world, phone, waId, refuse)
  return { message, phone, waId }
}

/** `context` of an answer to a message of the business. */
export function answerTo({ message, phone }: Arrived): object {
  return { from: digitsOf(phone.display_phone_number), id: message.id }
}
