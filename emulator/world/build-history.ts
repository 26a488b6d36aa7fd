import { countsHidden, linkClicksHidden } from '../../contracts/geography.ts'
import { dayIn, utcDay } from '../model/calendar.ts'
import { noise } from '../model/noise.ts'
import { inCurrency, priceOf, rounded } from '../model/price.ts'
import { countTemplate } from '../model/template-group.ts'
import { days, hours } from '../model/time.ts'
import type { Row, WorldFile } from './file.ts'
import { building } from './row.ts'
import type { Counter, Tally } from './tally.ts'
import type { MessageTemplate } from './template.ts'
import type { World } from './world.ts'

/** What a row is where it says nothing: all is delivered and two thirds are read. Rates are in percent. */
const DEFAULTS = {
  carrier: 'marketing_messages',
  every: 1,
  deliveryRate: 97,
  readRate: 65,
  clickRate: 0,
  quickReplyRate: 0,
  purchaseRate: 0,
  purchaseValue: 0,
  spread: 20,
} as const

/** Noon, UTC: the same day in nearly all time zones. */
const AT = hours(12)

type History = Row<'history'> & { readonly [K in keyof typeof DEFAULTS]-?: NonNullable<Row<'history'>[K]> }

/** One day of a campaign, in one country. */
interface Wave {
  readonly at: number
  readonly country: string
  readonly messages: number
}

/**
 * Counts what came of campaigns of the past, as if their messages had been sent. Volumes and rates vary by the day, and
 * the same file always gives the same numbers.
 * @throws BrokenWorld
 */
export function addHistory(world: World, file: WorldFile, name: string, given: Row<'history'>): void {
  const row: History = { ...DEFAULTS, ...given }
  const { ref, moment, refuse } = building(world, file, 'history', name)
  const template = world.need('WhatsAppBusinessHSM', ref('templates', row.template, 'template'))
  const phoneId = ref('phoneNumbers', row.phone, 'phone')
  const { accountId } = world.need('WhatsAppBusinessAccountToNumberCurrentStatus', phoneId)
  if (accountId !== template.accountId) refuse('phone', 'the number is of another account than the template')
  const [from, until] = [moment(row.from, 'from'), moment(row.until, 'until')]
  if (from > until) refuse('until', `it ends before it begins, on ${row.from}`)
  if (until >= world.now) refuse('until', 'history ends before the clock of the world')
  for (let day = from; day <= until; day += days(row.every)) {
    for (const wave of wavesOf(`${world.name}/${name}`, row, day + AT)) count(world, template, phoneId, row, wave)
  }
}

function wavesOf(seed: string, { countries, perDay, spread }: History, at: number): Wave[] {
  const shares = Object.entries(countries)
  const total = shares.reduce((sum, [, share]) => sum + share, 0)
  const factor = 1 + ((noise(`${seed}/${at}`) - 0.5) * 2 * spread) / 100
  return shares.map(([country, share]) => ({ at, country, messages: Math.round((perDay * factor * share) / total) }))
}

function count(world: World, template: MessageTemplate, phoneId: string, row: History, wave: Wave): void {
  const { at, country, messages } = wave
  if (messages === 0) return
  const { currency, zone } = world.need('WhatsAppBusinessAccount', template.accountId)
  const carrier = row.carrier === 'marketing_messages' ? 'mm' : 'cloud'
  const category = carrier === 'mm' ? 'marketing_lite' : 'marketing'
  const tally = tallyOf(world, template, row, wave)
  const cost = rounded((tally.delivered ?? 0) * inCurrency(priceOf(world, country, category, at), currency))
  countTemplate(
    world,
    template.id,
    carrier,
    { utc: utcDay(at), local: dayIn(zone, at) },
    { ...tally, cost },
    carrier === 'mm' ? template.adId : undefined,
  )
  world.metrics.countVolume(template.accountId, at, {
    phoneId,
    country,
    kind: 'template',
    category,
    type: 'regular',
    sent: messages,
    delivered: tally.delivered ?? 0,
    cost,
  })
}

/** What came of the messages of a day: each share is of the one before it, and varies a little. */
function tallyOf(world: World, template: MessageTemplate, row: History, { at, country, messages }: Wave): Tally {
  const seed = `${world.name}/${template.name}/${country}/${at}`
  // Rounded up or down by chance: else what is rare would never happen.
  const part = (of: number, percent: number, what: string): number => {
    const exact = of * Math.min(1, (percent / 100) * (0.9 + 0.2 * noise(`${seed}/${what}`)))
    return Math.min(of, Math.floor(exact + noise(`${seed}/${what}/rounded`)))
  }
  const delivered = part(messages, row.deliveryRate, 'delivered')
  const read = part(delivered, row.readRate, 'read')
  const link = titleOf(template, 'URL')
  const reply = titleOf(template, 'QUICK_REPLY')
  const linkClicks = link === undefined ? 0 : part(delivered, row.clickRate, 'clicks')
  const quickReplies = reply === undefined ? 0 : part(delivered, row.quickReplyRate, 'replies')
  const purchases = part(linkClicks, row.purchaseRate, 'purchases')
  const isHidden = countsHidden.has(country)
  return counted({
    sent: messages,
    delivered,
    read,
    linkClicks,
    quickReplies,
    replied: quickReplies,
    [`url_button/${link}`]: linkClicks,
    [`unique_url_button/${link}`]: linkClicks,
    [`quick_reply_button/${reply}`]: quickReplies,
    website_purchase: purchases,
    website_purchase_values: rounded(purchases * row.purchaseValue),
    ...(isHidden && { hiddenSent: messages, hiddenDelivered: delivered, hiddenRead: read }),
    ...(linkClicksHidden.has(country) && { hiddenLinkClicks: linkClicks }),
  })
}

/** What was never counted is absent. */
function counted(all: Readonly<Partial<Record<Counter, number>>>): Tally {
  return Object.fromEntries(Object.entries(all).filter(([, number]) => Boolean(number)))
}

function titleOf({ components }: MessageTemplate, wanted: string): string | undefined {
  const buttons = components.flatMap((component) => component.buttons ?? [])
  return buttons.find(({ type }) => type === wanted)?.text
}
