import { appCounters, websiteCounters } from '../../contracts/conversion-events.ts'
import { perUsd } from '../../contracts/rates.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { type Touches, touchesOf } from './attribution.ts'
import { dayIn, utcDay } from './calendar.ts'
import type { ConversionEvent } from './conversion-event.ts'
import { rounded } from './price.ts'
import { countTemplate } from './template-group.ts'
import { hours, seconds } from './time.ts'

/** How long an event with the same name and id is a repeat. @see sources server-event: event_id */
const REPEATED = hours(48)

/** What became of one event. */
export type Outcome =
  | { readonly counter: string; readonly templateId: string; readonly clickId?: string }
  | { readonly why: string }

/** Where events come from: the dataset by its id, and the business whose messages it measures. */
export interface Origin {
  readonly datasetId: string
  readonly businessId: string
}

/** Takes events that were found right: each is counted for the template that brought it about, where one did. */
export function takeEvents(world: World, origin: Origin, events: readonly ConversionEvent[]): Outcome[] {
  const touches = touchesOf(world, origin.businessId)
  return events.map((event) =>
    isRepeat(world, origin, event)
      ? { why: 'it is a repeat of an event with its event_id' }
      : take(world, touches, event),
  )
}

function isRepeat(world: World, { datasetId }: Origin, { event_name, event_id }: ConversionEvent): boolean {
  if (!event_id) return false
  const id = `${datasetId}/${event_name}/${event_id}`
  const before = world.traffic.events.get(id)
  if (before && world.now - before.at <= REPEATED) return true
  world.traffic.events.keep({ id, at: world.now })
  return false
}

/** Conversions on websites and in apps are counted; in the chat itself, and elsewhere, they are not. @see sources measure-conversion */
function take(world: World, touches: Touches, event: ConversionEvent): Outcome {
  const counter = counterOf(event)
  if (!counter) return { why: `conversions of ${event.action_source ?? 'no action_source'} are joined to no message` }
  const touch = touches.find(event)
  if ('why' in touch) return touch
  const { template, clickId, adId } = touch
  count(world, { template, adId }, counter, event)
  return { counter, templateId: template.id, ...(clickId !== undefined && { clickId }) }
}

function counterOf({ action_source, event_name = '' }: ConversionEvent): `${'website' | 'app'}_${string}` | undefined {
  const own = (counters: Readonly<Record<string, `${'website' | 'app'}_${string}`>>) =>
    Object.hasOwn(counters, event_name) ? counters[event_name] : undefined
  if (action_source === 'website') return own(websiteCounters) ?? 'website_custom'
  return action_source === 'app' ? (own(appCounters) ?? 'app_other') : undefined
}

/** On the day on which it took place. */
function count(
  world: World,
  { template, adId }: { readonly template: MessageTemplate; readonly adId: string | undefined },
  counter: `${'website' | 'app'}_${string}`,
  { event_time, custom_data: { value, currency } = {} }: ConversionEvent,
): void {
  const account = world.need('WhatsAppBusinessAccount', template.accountId)
  const at = seconds(event_time)
  const isPurchase = counter.endsWith('_purchase') && value !== undefined && value !== 0
  const amount = inCurrency(value ?? 0, currency ?? account.currency, account.currency)
  const days = { utc: utcDay(at), local: dayIn(account.zone, at) }
  const what = { [counter]: 1, ...(isPurchase && { [`${counter}_values`]: amount }) }
  countTemplate(world, template.id, 'mm', days, what, adId)
}

/** An amount in the currency of the account: by the factors of Meta's rate cards, and as it stands where one has none. */
function inCurrency(amount: number, from: string, to: string): number {
  const [one, other] = [perUsd[from.toUpperCase()], perUsd[to]]
  return one === undefined || other === undefined ? amount : rounded((amount / one) * other)
}
