import { createHash } from 'node:crypto'
import { memo } from '../memo.ts'
import type { Click } from '../world/message.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { templateOfCampaign } from './campaign-template.ts'
import { type ConversionEvent, listOf } from './conversion-event.ts'
import { days, seconds } from './time.ts'

/** How long after a click a conversion is joined to it. */
const JOINED = days(7)

/** The template that a conversion is counted for, or why it is for none. */
export type Touch =
  | { readonly template: MessageTemplate; readonly clickId?: string; readonly adId: string | undefined }
  | { readonly why: string }

/** Who tapped what, looked up for all events of a call. */
export interface Touches {
  readonly find: (event: ConversionEvent) => Touch
}

/**
 * The last touch: a conversion belongs to the last link that its person tapped in a message of the Marketing Messages API
 * of the business, at most 7 days before. Which of the taps of a person `fbc` names makes no difference. That the window is
 * that of clicks on ads, 7 days, and that links which nobody tracks join nothing, is assumed.
 * @see sources measure-conversion, capture-fbc
 */
export function touchesOf(world: World, businessId: string): Touches {
  const taps = tapsOf(world.traffic.clicks.list())
  return {
    find: (event) => {
      const campaign = listOf(event.app_data?.campaign_ids).flatMap((id) => templateOfCampaign(world, id) ?? [])[0]
      if (campaign) return counted(world, businessId, campaign)
      const person = personOf(taps, event)
      if (person === undefined) return { why: 'neither fbc nor ph in user_data is of somebody who tapped a link' }
      const last = taps.of.get(person)?.findLast((click) => isTouch(world, businessId, click, event))
      const message = last && world.traffic.messages.get(last.messageId)
      const template = world.get('WhatsAppBusinessHSM', message?.templateId)
      if (!last || !template) return { why: `${person} tapped no link of the business in the 7 days before` }
      const touch = counted(world, businessId, template, last.id)
      return message?.adId === undefined ? touch : { ...touch, adId: message.adId }
    },
  }
}

/** The taps that a world remembers. */
interface Taps {
  /** By who tapped, oldest first. */
  readonly of: ReadonlyMap<string, readonly Click[]>
  /** Whose tap made it. */
  readonly byLink: ReadonlyMap<string, string>
  /** Who has a hash of a number: made when it is first needed. */
  byHash?: ReadonlyMap<string, string>
}

function tapsOf(clicks: readonly Click[]): Taps {
  const of = new Map<string, Click[]>()
  for (const click of clicks) {
    const known = of.get(click.waId)
    if (known) known.push(click)
    else of.set(click.waId, [click])
  }
  return { of, byLink: new Map(clicks.map(({ fbclid, waId }) => [fbclid, waId])) }
}

/**
 * Templates from before the onboarding of the business have no conversions, and nothing is counted for an account that left.
 * @see sources measure-conversion; guide: Offboard Whatsapp Business app users
 */
function counted(world: World, businessId: string, template: MessageTemplate, clickId?: string): Touch {
  const { name, ownerId, offboardedAt } = world.need('WhatsAppBusinessAccount', template.accountId)
  const { termsSignedAt } = world.need('Business', businessId)
  if (ownerId !== businessId) return { why: `the template ${template.name} is of another business than the dataset` }
  if (termsSignedAt === undefined || template.createdAt < termsSignedAt) {
    return { why: `the template ${template.name} is older than the onboarding of its business` }
  }
  if (offboardedAt !== undefined) return { why: `the account ${name} has left the Marketing Messages API` }
  return { template, adId: template.adId, ...(clickId !== undefined && { clickId }) }
}

/** The number of whoever an event names. */
function personOf(taps: Taps, { user_data }: ConversionEvent): string | undefined {
  const [, fbclid = ''] = /^fb\.\d+\.\d+\.([^.]+)(?:\.[^.]*)?$/.exec(user_data.fbc ?? '') ?? []
  const byLink = taps.byLink.get(fbclid)
  const hashes = listOf(user_data.ph)
  if (byLink !== undefined || hashes.length === 0) return byLink
  taps.byHash ??= new Map([...taps.of.keys()].map((waId) => [hashOf(waId), waId]))
  return hashes.flatMap((hash) => taps.byHash?.get(hash.toLowerCase()) ?? [])[0]
}

/** `ph` of a number: SHA-256 of its digits, in hexadecimal. @see sources server-event: user_data */
export const hashOf = memo(20_000, (waId) => createHash('sha256').update(waId).digest('hex'))

/** Events are told to the second, so a tap in the same second came before. */
function isTouch(world: World, businessId: string, { at, messageId }: Click, { event_time }: ConversionEvent): boolean {
  const moment = seconds(event_time)
  if (at - (at % 1000) > moment || moment - at > JOINED) return false
  const message = world.traffic.messages.get(messageId)
  if (message?.category !== 'marketing_lite' || message.unoptimised) return false
  const template = world.get('WhatsAppBusinessHSM', message.templateId)
  const account = world.get('WhatsAppBusinessAccount', message.accountId)
  return account?.ownerId === businessId && template?.cta_url_link_tracking_opted_out !== true
}
