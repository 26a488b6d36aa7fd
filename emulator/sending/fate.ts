import type { ErrorName } from '../../contracts/errors.ts'
import { sanctionedRegions } from '../../contracts/geography.ts'
import { type Habit, habits } from '../../contracts/habits.ts'
import { hours } from '../model/time.ts'
import type { PhoneNumber, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Chat, MessageCategory } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { isForAnother } from './identity-key.ts'
import { isPossible } from './numbers.ts'
import { isOutside } from './product.ts'
import type { Addressee } from './recipient.ts'

/** A message about to be accepted, and what is between its two ends. */
export interface Accepted {
  readonly world: World
  readonly phone: PhoneNumber
  readonly account: WhatsAppBusinessAccount
  readonly addressee: Addressee
  readonly chat: Chat
  readonly category: MessageCategory
  /** Free-form messages need an open customer service window. */
  readonly isTemplate: boolean
  /** Whether the media that it brings can be fetched. */
  readonly hasMedia: boolean
  /** `recipient_identity_key_hash` of the send. */
  readonly keyHash: string | undefined
}

/** Habits that concern marketing messages alone. */
const ABOUT_MARKETING: readonly string[] = ['reached_marketing_limit']

/** Each reason for which a message fails, looked at in this order. */
const reasons: readonly ((accepted: Accepted) => ErrorName | undefined | false)[] = [
  habitFails,
  ({ chat }) => chat.blocked && 'recipient_blocked_by_business',
  ({ world, phone, addressee, keyHash }) =>
    isForAnother(world, phone, addressee.person.waId, keyHash) && 'identity_changed',
  ({ addressee: { to, isUserId } }) => !isUserId && !isPossible(to) && 'message_undeliverable',
  ({ addressee: { country } }) => country in sanctionedRegions && 'message_undeliverable',
  ({ isTemplate, account }) => isTemplate && !account.primary_funding_id && 'payment_missing',
  ({ isTemplate, chat, world }) => !isTemplate && !isOpen(chat, world.now) && 'window_closed',
  ({ hasMedia }) => !hasMedia && 'media_upload_failed',
  ({ chat, category }) => isMarketing(category) && chat.stoppedMarketing && 'recipient_stopped_marketing',
  (accepted) => isMarketing(accepted.category) && isOverLimit(accepted) && 'ecosystem_limit_reached',
]

/**
 * Why a message that is accepted will fail, as a webhook will tell. Undefined: it arrives.
 * @see sources error-codes: 131026, 131042, 131047, 131049, 131050, 131053; per-user-limits; phone-numbers: 137000
 */
export function fateOf(accepted: Accepted): ErrorName | undefined {
  for (const reason of reasons) {
    const error = reason(accepted)
    if (error) return error
  }
  return undefined
}

function habitFails({ addressee: { person }, category }: Accepted): ErrorName | undefined {
  const { fails }: Habit = habits[person.habit]
  return isMarketing(category) || !ABOUT_MARKETING.includes(person.habit) ? fails : undefined
}

export function isMarketing(category: MessageCategory): boolean {
  return category === 'marketing' || category === 'marketing_lite'
}

/** People with US numbers get none, anywhere; others as many as the world lets them have. @see sources per-user-limits */
function isOverLimit({ account, addressee, chat, world }: Accepted): boolean {
  const { country, person } = addressee
  if (country === 'US') return true
  const business = world.need('Business', account.ownerId).country
  if (isOpen(chat, world.now) || isOutside(world, country) || isOutside(world, business)) return false
  return hasEnough(world, person.waId)
}

export function isOpen(chat: Chat, now: number): boolean {
  return chat.windowUntil !== undefined && now < chat.windowUntil
}

const DAY = hours(24)

function hasEnough(world: World, to: string): boolean {
  const most = world.limits?.marketingPerRecipient
  const had = world.usage.get(`marketing/${to}`)
  return most !== undefined && had !== undefined && world.now - had.since < DAY && had.count >= most
}

/** Counts a delivered marketing message, where a world limits them. */
export function countMarketing(world: World, to: string): void {
  if (world.limits?.marketingPerRecipient === undefined) return
  const had = world.usage.get(`marketing/${to}`)
  const isNew = !had || world.now - had.since >= DAY
  world.usage.set(`marketing/${to}`, isNew ? { since: world.now, count: 1 } : { ...had, count: had.count + 1 })
}
