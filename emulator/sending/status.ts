import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { errors } from '../../contracts/errors.ts'
import { isIn, type Version } from '../../contracts/versions.ts'
import { hours } from '../model/time.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { bsuidOf } from './bsuid.ts'
import { digitsOf } from './numbers.ts'

const UNTIL_V23 = { until: 'v23.0' } as const
const HREF = '/documentation/business-messaging/whatsapp/support/error-codes'

/** One status of a message, as it is told. `at` is milliseconds. */
export interface Told {
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  readonly at: number
  readonly priced: boolean
}

/**
 * The value of a status webhook, by the Graph version in which an app subscribed. Times are whole seconds, as strings.
 * @see sources status-webhook, bsuid-webhooks; rulings status-conversation, status-user-ids
 */
export function statusValue(world: World, message: Message, told: Told, version: Version): object {
  const phone = world.need('WhatsAppBusinessAccountToNumberCurrentStatus', message.phoneId)
  const metadata = { display_phone_number: digitsOf(phone.display_phone_number), phone_number_id: phone.id }
  const withContact = world.rulings['status-user-ids'] === 'present' && told.status !== 'failed'
  return {
    messaging_product: 'whatsapp',
    metadata,
    ...(withContact && { contacts: [contactOf(world, message, told.status)] }),
    statuses: [statusOf(world, message, told, version)],
  }
}

function statusOf(world: World, message: Message, told: Told, version: Version): object {
  const { status, at, priced } = told
  return {
    id: message.id,
    status,
    timestamp: String(Math.floor(at / 1000)),
    ...recipientOf(world, message, status),
    ...(message.opaque !== undefined && { biz_opaque_callback_data: message.opaque }),
    ...(priced && hasConversation(world, version) && { conversation: conversationOf(message, told) }),
    ...(priced && { pricing: pricingOf(world, message, told) }),
    ...(status === 'failed' && message.fails && { errors: [webhookError(errors[message.fails])] }),
  }
}

/** A failed message to a number has no user id; one to a user id has nothing else. */
function recipientOf(world: World, message: Message, status: Told['status']): object {
  const { to, sentToUserId } = message
  const withId = world.rulings['status-user-ids'] === 'present' && (status !== 'failed' || sentToUserId)
  return { ...(!sentToUserId && { recipient_id: to }), ...(withId && { recipient_user_id: userIdOf(world, message) }) }
}

function userIdOf(world: World, { to, sentToUserId, accountId }: Message): string {
  return sentToUserId ? to : bsuidOf(world, world.need('WhatsAppBusinessAccount', accountId).ownerId, to)
}

function contactOf(world: World, message: Message, status: Told['status']): object {
  const { name, username } = world.traffic.recipient(message.to)
  return {
    profile: { name, ...(username && status !== 'sent' && { username }) },
    ...(!message.sentToUserId && { wa_id: message.to }),
    user_id: userIdOf(world, message),
  }
}

function hasConversation(world: World, version: Version): boolean {
  return world.rulings['status-conversation'] === 'until-v23' && isIn(UNTIL_V23, version)
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

/** An error as a webhook tells it: no type, no trace, and title and message alike. @see sources status-webhook */
export function webhookError(definition: ErrorDefinition): object {
  const { code, message, webhook } = definition
  const title = webhook?.title ?? message.replace(/^\(#\d+\) /, '')
  const details = webhook?.details ?? definition.details
  return { code, title, message: title, ...(details && { error_data: { details } }), href: HREF }
}
