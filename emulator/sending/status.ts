import { isIn, STATUS_CONVERSATION, type Version } from '../../contracts/versions.ts'
import { hours } from '../model/time.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { numberOf } from './bsuid.ts'
import { contactOf, metadataOf, recipientOf } from './identity.ts'
import { toldKeyHash } from './identity-key.ts'
import { secondsOf } from './inbound.ts'
import { webhookErrorOf } from './webhook-error.ts'

/** One status of a message, as it is told. `at` is milliseconds. */
export interface Told {
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  readonly at: number
  readonly priced: boolean
}

/**
 * The value of a status webhook, by the Graph version in which an app subscribed. Times are whole seconds, as strings.
 * @see sources status-webhook, bsuid-webhooks; rulings status-conversation, bsuid-in-webhooks
 */
export function statusValue(world: World, message: Message, told: Told, version: Version): object {
  const phone = world.need('WhatsAppBusinessAccountToNumberCurrentStatus', message.phoneId)
  const contact = contactFor(world, phone, message, told.status)
  return {
    messaging_product: 'whatsapp',
    metadata: metadataOf(phone),
    ...(contact && { contacts: [contact] }),
    statuses: [statusOf(world, phone, message, told, version)],
  }
}

function statusOf(world: World, phone: PhoneNumber, message: Message, told: Told, version: Version): object {
  const { status, at, priced } = told
  const { waId = message.to } = message
  // Who was not reached is not known by a key.
  const hash = status === 'failed' ? undefined : toldKeyHash(world, phone, waId, message.id)
  return {
    id: message.id,
    status,
    timestamp: secondsOf(at),
    ...recipientFor(world, phone, message, status),
    ...(hash !== undefined && { recipient_identity_key_hash: hash }),
    ...(message.opaque !== undefined && { biz_opaque_callback_data: message.opaque }),
    ...(priced && hasConversation(world, version) && { conversation: conversationOf(message, told) }),
    ...(priced && { pricing: pricingOf(world, message, told) }),
    ...(status === 'failed' && message.fails && { errors: [webhookErrorOf(message.fails)] }),
  }
}

/** A failed message to a number has no user id; one to a user id has nothing else. */
function recipientFor(world: World, phone: PhoneNumber, { to, sentToUserId }: Message, status: Told['status']): object {
  if (sentToUserId) return { recipient_user_id: to }
  return status === 'failed' ? { recipient_id: to } : recipientOf(world, phone, to)
}

/** Before there were business-scoped ids, statuses had no contacts; failed ones still have none. */
function contactFor(world: World, phone: PhoneNumber, message: Message, status: Told['status']): object | undefined {
  const { to, sentToUserId, accountId } = message
  if (status === 'failed' || world.rulings['bsuid-in-webhooks'] === 'before') return undefined
  if (!sentToUserId) return contactOf(world, phone, to, status !== 'sent')
  const waId = numberOf(world, world.need('WhatsAppBusinessAccount', accountId).ownerId, to)
  return { profile: { name: world.traffic.recipient(waId ?? to).name }, user_id: to }
}

function hasConversation(world: World, version: Version): boolean {
  return world.rulings['status-conversation'] === 'until-v23' && isIn(STATUS_CONVERSATION, version)
}

/** One conversation per message since prices are per message. */
function conversationOf(message: Message, { status }: Told): object {
  const expires = Math.floor((message.at + hours(24)) / 1000)
  return {
    id: Buffer.from(message.id.slice(-20)).toString('hex').slice(0, 32),
    ...(status === 'sent' && { expiration_timestamp: String(expires) }),
    origin: { type: message.category },
  }
}

function pricingOf(world: World, message: Message, { status }: Told): object {
  const { currency } = world.need('WhatsAppBusinessAccount', message.accountId)
  const hasCost = message.maxPrice !== undefined && message.cost !== undefined && status !== 'sent'
  return {
    billable: message.free === undefined,
    pricing_model: 'PMP',
    category: message.category,
    type: message.free ?? 'regular',
    ...(hasCost && { cost: { amount: message.cost, currency } }),
  }
}
