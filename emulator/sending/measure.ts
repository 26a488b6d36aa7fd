import { countsHidden, linkClicksHidden } from '../../contracts/geography.ts'
import { dayIn, utcDay } from '../model/calendar.ts'
import { countTemplate } from '../model/template-group.ts'
import { days } from '../model/time.ts'
import type { Message } from '../world/message.ts'
import type { Volume } from '../world/metrics.ts'
import type { Tally } from '../world/tally.ts'
import type { World } from '../world/world.ts'
import { planOf } from './template-plan.ts'

/** What people do with older messages is not counted. @see sources waba-analytics */
const COUNTED = days(7)

const ONE: Readonly<Record<'sent' | 'delivered' | 'read', Tally>> = {
  sent: { sent: 1 },
  delivered: { delivered: 1 },
  read: { read: 1 },
}
const HIDDEN: typeof ONE = {
  sent: { sent: 1, hiddenSent: 1 },
  delivered: { delivered: 1, hiddenDelivered: 1 },
  read: { read: 1, hiddenRead: 1 },
}

/** Counts that a message was sent. */
export function measureSent(world: World, message: Message): void {
  count(world, message, tallyOf(message, 'sent'))
  world.metrics.countVolume(message.accountId, world.now, volumeOf(message, 1, 0, 0))
}

/** Counts that a message has arrived, with what it cost. */
export function measureArrival(world: World, message: Message): void {
  const { cost = 0 } = message
  const tally = tallyOf(message, 'delivered')
  count(world, message, cost === 0 ? tally : { ...tally, cost })
  world.metrics.countVolume(message.accountId, world.now, volumeOf(message, 0, 1, cost))
}

/** Counts that a message was read, within the days for which that counts; its medium is seen then (assumed). */
export function measureRead(world: World, message: Message): void {
  if (!isCounted(world, message)) return
  const tally = tallyOf(message, 'read')
  count(world, message, showsMedium(world, message) ? { ...tally, ...seenBy(message) } : tally)
}

const MEDIA: readonly string[] = ['IMAGE', 'VIDEO', 'GIF']

function showsMedium(world: World, { templateId }: Message): boolean {
  const template = world.get('WhatsAppBusinessHSM', templateId)
  return template !== undefined && MEDIA.includes(planOf(template).header?.format ?? '')
}

function seenBy({ country }: Message): Tally {
  return countsHidden.has(country) ? { mediaViews: 1, hiddenMediaViews: 1 } : { mediaViews: 1 }
}

/** Counts a tap on a link of a template; one on a link that is not tracked, or where nobody counts them, is lost. */
export function measureLinkClick(world: World, message: Message, title: string, isFirst: boolean): void {
  const template = world.get('WhatsAppBusinessHSM', message.templateId)
  if (!template || template.cta_url_link_tracking_opted_out || message.unoptimised) return
  if (!isCounted(world, message)) return
  count(world, message, {
    linkClicks: 1,
    [`url_button/${title}`]: 1,
    ...(isFirst && { [`unique_url_button/${title}`]: 1 }),
    ...(linkClicksHidden.has(message.country) && { hiddenLinkClicks: 1 }),
  })
}

/** Counts a tap on a quick reply of a template. */
export function measureQuickReply(world: World, message: Message, title: string): void {
  if (isCounted(world, message)) count(world, message, { quickReplies: 1, [`quick_reply_button/${title}`]: 1 })
}

/** Counts a tap on a button that calls. */
export function measurePhoneCall(world: World, message: Message, title: string): void {
  if (isCounted(world, message)) count(world, message, { phoneCalls: 1, [`phone_button/${title}`]: 1 })
}

/** Counts a message of a customer, and that it answers a template where it does: one that has arrived. */
export function measureIncoming(
  world: World,
  { accountId, phoneId, country }: Pick<Message, 'accountId' | 'phoneId' | 'country'>,
  answered: Message | undefined,
): void {
  const volume = { phoneId, country, kind: 'incoming', type: 'regular', sent: 1, delivered: 1, cost: 0 } as const
  world.metrics.countVolume(accountId, world.now, volume)
  if (answered?.priced && isCounted(world, answered)) count(world, answered, { replied: 1 })
}

function isCounted(world: World, { at }: Message): boolean {
  return world.now - at <= COUNTED
}

function tallyOf({ country }: Message, what: keyof typeof ONE): Tally {
  return (countsHidden.has(country) ? HIDDEN : ONE)[what]
}

/** Messages that stand on no template are counted as volume alone. */
function count(world: World, { templateId, accountId, category, adId }: Message, tally: Tally): void {
  if (templateId === undefined) return
  const { zone } = world.need('WhatsAppBusinessAccount', accountId)
  const on = { utc: utcDay(world.now), local: dayIn(zone, world.now) }
  countTemplate(world, templateId, category === 'marketing_lite' ? 'mm' : 'cloud', on, tally, adId)
}

function volumeOf(message: Message, sent: number, delivered: number, cost: number): Volume {
  const { phoneId, country, templateId, category, free = 'regular' } = message
  const kind = templateId === undefined ? 'free-form' : 'template'
  return { phoneId, country, kind, category, type: free, sent, delivered, cost }
}
