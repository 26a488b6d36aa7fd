import type { ErrorName } from '../../contracts/errors.ts'
import { type Habit, habits } from '../../contracts/habits.ts'
import { days, seconds } from '../model/time.ts'
import type { PhoneNumber, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Message, MessageCategory } from '../world/message.ts'
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
}

/** Keeps a message and asks for the first thing that becomes of it, unless it is held. */
export function dispatch(world: World, outgoing: Outgoing): Message {
  const { phone, account, addressee, type, template, category, opaque, isHeld, fails, free } = outgoing
  // Filled in key by key: sends are many, and spreads cost as much as all the checks.
  const message: { -readonly [K in keyof Message]: Message[K] } = {
    id: wamid(world, addressee.isUserId ? addressee.to.replaceAll(/\D/g, '').slice(0, 15) : addressee.to),
    phoneId: phone.id,
    accountId: account.id,
    type,
    category,
    to: addressee.to,
    at: world.now,
    expiresAt: world.now + lifeOf(template, category),
    status: isHeld ? 'held' : 'accepted',
    habit: addressee.person.habit,
    step: 0,
    sharesActivity: outgoing.sharesActivity,
  }
  if (addressee.isUserId) message.sentToUserId = true
  if (template) message.templateId = template.id
  if (opaque !== undefined) message.opaque = opaque
  if (free) message.free = free
  if (fails) message.fails = fails
  if (outgoing.maxPrice !== undefined) message.maxPrice = outgoing.maxPrice
  if (outgoing.unoptimised) message.unoptimised = true
  world.traffic.keep(message)
  if (!isHeld) schedule(world, message)
  return message
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
