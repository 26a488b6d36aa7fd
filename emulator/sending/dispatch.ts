import type { ErrorName } from '../../contracts/errors.ts'
import { type Habit, habits } from '../../contracts/habits.ts'
import { days, seconds } from '../model/time.ts'
import type { PhoneNumber, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Chat, Message, MessageCategory } from '../world/message.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import type { Addressee } from './recipient.ts'
import { wamid } from './wamid.ts'

/** How long a message waits for its recipient. @see sources time-to-live */
const LONGEST_LIFE = days(30)
/** When a message that fails is known to have failed. Assumed: no page says. */
const FAILS_AFTER = seconds(1)

/** A message that Graph takes. */
export interface Outgoing {
  readonly phone: PhoneNumber
  readonly account: WhatsAppBusinessAccount
  readonly addressee: Addressee
  readonly chat: Chat
  readonly type: string
  readonly template?: MessageTemplate
  readonly category: MessageCategory
  readonly free?: Message['free']
  readonly opaque: string | undefined
  readonly sharesActivity: boolean
  readonly unoptimised: boolean
  readonly isHeld: boolean
  readonly maxPrice: number | undefined
  readonly fails: ErrorName | undefined
  /** What customers can act on. */
  readonly content?: Message['content'] | undefined
}

/** Keeps a message and asks for the first thing that becomes of it, unless it is held. */
export function dispatch(world: World, outgoing: Outgoing): Message {
  const { phone, account, addressee, chat, type, template, category } = outgoing
  const message = withMore(outgoing, {
    id: wamid(world, addressee.isUserId ? addressee.to.replaceAll(/\D/g, '').slice(0, 15) : addressee.to),
    phoneId: phone.id,
    accountId: account.id,
    type,
    category,
    to: addressee.to,
    country: addressee.country,
    at: world.now,
    expiresAt: world.now + lifeOf(template, category),
    status: outgoing.isHeld ? 'held' : 'accepted',
    habit: chat.blocksBusiness ? 'is_offline' : addressee.person.habit,
    step: 0,
    sharesActivity: outgoing.sharesActivity,
  })
  world.traffic.add(message)
  answered(world, outgoing)
  if (!outgoing.isHeld) schedule(world, message)
  return message
}

/** What not every message has. Filled in key by key: sends are many, and spreads cost as much as all the checks. */
function withMore(outgoing: Outgoing, message: { -readonly [K in keyof Message]: Message[K] }): Message {
  const { addressee, template, opaque, free, content, fails, maxPrice, unoptimised } = outgoing
  if (addressee.isUserId) {
    message.sentToUserId = true
    message.waId = addressee.person.waId
  }
  if (template) message.templateId = template.id
  if (template?.adId !== undefined && message.category === 'marketing_lite') message.adId = template.adId
  if (opaque !== undefined) message.opaque = opaque
  if (free) message.free = free
  if (content) message.content = content
  if (fails) message.fails = fails
  if (maxPrice !== undefined) message.maxPrice = maxPrice
  if (unoptimised) message.unoptimised = true
  return message
}

/** The customer no longer sees that the business is typing; a send to a number shows that the business knows it. */
function answered(world: World, { phone, addressee, chat }: Outgoing): void {
  const isNew = addressee.person.username !== undefined && !addressee.isUserId && !chat.knowsNumber
  if (chat.typingUntil === undefined && !isNew) return
  const { typingUntil: _, ...rest } = chat
  world.traffic.setChat(phone.id, addressee.person.waId, { ...rest, ...(isNew && { knowsNumber: true as const }) })
}

/** The TTL of a marketing template holds only through the Marketing Messages API. */
function lifeOf(template: MessageTemplate | undefined, category: MessageCategory): number {
  const ttl = template?.message_send_ttl_seconds
  if (ttl === undefined || ttl === -1 || category === 'marketing') return LONGEST_LIFE
  return seconds(ttl)
}

/**
 * Asks for what becomes of a message next: its failure, the next step of its recipient's habit, or its end when the
 * TTL is over.
 */
export function schedule(world: World, message: Message): void {
  const at = nextMoment(message)
  if (at === undefined) return
  world.schedule({ at: Math.max(at, world.now), kind: 'message', message: message.id })
}

/** Undefined: nothing more becomes of it. */
export function nextMoment({ at, step, habit, status, expiresAt, fails }: Message): number | undefined {
  if (fails) return at + FAILS_AFTER
  const { steps }: Habit = habits[habit]
  const next = steps[step]
  const arrives = next && at + next.after
  if (arrives !== undefined && (status !== 'sent' || arrives < expiresAt)) return arrives
  return status === 'sent' ? expiresAt : undefined
}
