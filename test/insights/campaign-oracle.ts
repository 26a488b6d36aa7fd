import { expect } from 'vitest'
import { need } from '../kit.ts'
import type { CampaignPlay, Sent } from './campaign-play.ts'
import { SENT, type TemplateName } from './campaign-world.ts'
import type { Country } from './campaigns.ts'

/** Something that happened once, reckoned from what a receiver was told and from what was done. */
export interface Fact {
  readonly what: string
  readonly template: TemplateName
  readonly carrier: 'mm' | 'cloud'
  readonly to: Country
  /** Milliseconds. */
  readonly at: number
  /** 1, or an amount. */
  readonly number: number
  /** Insights leaves it out, for where its recipient is. */
  readonly hidden: boolean
}

/** Marketing messages of 2026 in US dollars, as Meta's rate cards have them. */
const PRICES: Readonly<Record<Country, number>> = {
  CA: 0.025,
  US: 0.025,
  BR: 0.0625,
  IN: 0.0118,
  DE: 0.1365,
  JP: 0.0732,
  AR: 0.0618,
  TR: 0.0109,
  KR: 0.0604,
}
const PER_USD = { USD: 1, EUR: 0.8285 }
/** Of one message of the template that has one, in the currency of the account. */
const MAX_PRICE = 0.02
const WEEK = 7 * 86_400_000

const MESSAGES_HIDDEN: readonly Country[] = ['DE', 'JP']
const CLICKS_HIDDEN: readonly Country[] = ['DE', 'JP', 'AR', 'TR', 'KR']
const UNTRACKED: readonly Country[] = ['DE', 'JP', 'KR']

interface Status {
  readonly id: string
  readonly status: string
  readonly timestamp: string
  readonly pricing?: { readonly category: string; readonly cost?: { readonly amount: number } }
}

interface Inbound {
  readonly id: string
  readonly timestamp: string
  readonly context?: { readonly id: string }
  readonly button?: { readonly text: string }
}

interface Value {
  readonly statuses?: readonly Status[]
  readonly messages?: readonly Inbound[]
  readonly user_actions?: readonly { readonly marketing_messages_link_click_data: { readonly click_id: string } }[]
}

/** The values of all webhooks about messages. */
function valuesOf({ posts }: CampaignPlay): Value[] {
  return posts.flatMap((post) =>
    JSON.parse(post).entry.flatMap(({ changes }: { changes: { field: string; value: Value }[] }) =>
      changes.filter(({ field }) => field === 'messages').map(({ value }) => value),
    ),
  )
}

/** How many taps on links the receiver heard of. */
export function clicksTold(play: CampaignPlay): number {
  const actions = valuesOf(play).flatMap(({ user_actions = [] }) => user_actions)
  return new Set(actions.map(({ marketing_messages_link_click_data: { click_id } }) => click_id)).size
}

/** A message, with what a receiver makes of its statuses, in whatever order and however often they come. */
interface Journey extends Sent {
  readonly carrier: 'mm' | 'cloud'
  readonly cost: number
  readonly left?: number
  readonly arrived?: number
  readonly read?: number
}

function journeysOf(play: CampaignPlay): Journey[] {
  const all = valuesOf(play).flatMap(({ statuses = [] }) => statuses)
  return play.sent.map((sent) => {
    const own = all.filter(({ id }) => id === sent.id)
    const first = (what: string, ...names: string[]): object => {
      const times = own.filter(({ status }) => names.includes(status)).map(({ timestamp }) => Number(timestamp) * 1000)
      return times.length > 0 ? { [what]: Math.min(...times) } : {}
    }
    const pricing = own.flatMap((status) => status.pricing ?? [])
    const carrier = pricing[0]?.category === 'marketing_lite' ? 'mm' : 'cloud'
    const price = Math.round(PRICES[sent.to] * PER_USD[play.campaign.currency] * 100_000) / 100_000
    const cost = carrier === 'mm' && sent.template === 'capped' ? Math.min(price, MAX_PRICE) : price
    for (const { cost: told } of pricing) expect(told?.amount ?? cost).toBe(cost)
    return {
      ...sent,
      carrier,
      cost,
      ...first('left', 'sent'),
      ...first('arrived', 'delivered', 'read'),
      ...first('read', 'read'),
    }
  })
}

/** All that happened in a campaign. */
export function factsOf(play: CampaignPlay): Fact[] {
  const inbound = new Map(
    valuesOf(play)
      .flatMap(({ messages = [] }) => messages)
      .map((message) => [message.id, message]),
  )
  const facts = journeysOf(play).flatMap((journey) => {
    const answers = [...inbound.values()].filter(({ context }) => context?.id === journey.id)
    return [...progressOf(journey), ...tapsOf(play, journey), ...answersOf(journey, answers)]
  })
  return [...facts, ...conversionsOf(play)]
}

const HIDEABLE = ['sent', 'delivered', 'read', 'mediaViews']

function fact({ template, carrier, to }: Journey, what: string, at: number, number = 1): Fact {
  const hidden =
    what === 'linkClicks' ? CLICKS_HIDDEN.includes(to) : HIDEABLE.includes(what) && MESSAGES_HIDDEN.includes(to)
  return { what, template, carrier, to, at, number, hidden }
}

function progressOf(journey: Journey): Fact[] {
  const { at, left, arrived, read, cost, template } = journey
  const isRead = read !== undefined && read - at <= WEEK
  return [
    ...(left === undefined ? [] : [fact(journey, 'sent', left)]),
    ...(arrived === undefined ? [] : [fact(journey, 'delivered', arrived), fact(journey, 'cost', arrived, cost)]),
    ...(isRead ? [fact(journey, 'read', read)] : []),
    ...(isRead && template === 'calls' ? [fact(journey, 'mediaViews', read)] : []),
  ]
}

/** The title of the button with a link of each template. */
export const LINKS: Readonly<Record<TemplateName, string | undefined>> = {
  template: 'See the bread',
  calls: undefined,
  capped: 'Go',
}

/** When links of a message were tapped, by hand or by habit, three seconds after the send; within a week alone. */
function clicksOf(play: CampaignPlay, { id, at, habit, template, arrived }: Journey): number[] {
  const byHabit = habit === 'clicks' && LINKS[template] !== undefined && arrived !== undefined ? [at + 3000] : []
  const byHand = play.deeds.filter(({ does, message }) => does === 'clicks' && message === id)
  return [...byHabit, ...byHand.map((deed) => deed.at)].filter((moment) => moment - at <= WEEK)
}

function tapsOf(play: CampaignPlay, journey: Journey): Fact[] {
  const { id, at, carrier, asleep, to, template } = journey
  const isTracked = carrier === 'cloud' || !(asleep || UNTRACKED.includes(to))
  const clicks = isTracked ? clicksOf(play, journey).sort((a, b) => a - b) : []
  const calls = play.deeds.filter((deed) => deed.does === 'calls' && deed.message === id && deed.at - at <= WEEK)
  return [
    ...clicks.flatMap((moment, place) =>
      [
        'linkClicks',
        `url_button/${LINKS[template]}`,
        ...(place === 0 ? [`unique_url_button/${LINKS[template]}`] : []),
      ].map((what) => fact(journey, what, moment)),
    ),
    ...calls.map((deed) => fact(journey, 'phoneCalls', deed.at)),
  ]
}

/** How many taps on links of the Marketing Messages API a receiver should have heard of. */
export function clicksToTell(play: CampaignPlay): number {
  const carried = journeysOf(play).filter(({ carrier }) => carrier === 'mm')
  return carried.reduce((count, journey) => count + clicksOf(play, journey).length, 0)
}

function answersOf(journey: Journey, answers: readonly Inbound[]): Fact[] {
  return answers.flatMap(({ timestamp, button }) => {
    const at = Number(timestamp) * 1000
    if (journey.arrived === undefined || at < journey.arrived || at - journey.at > WEEK) return []
    const taps = button ? ['quickReplies', `quick_reply_button/${button.text}`] : []
    return ['replied', ...taps].map((what) => fact(journey, what, at))
  })
}

function conversionsOf({ conversions, names }: CampaignPlay): Fact[] {
  return conversions.flatMap(({ counter, template: id, value, at }) => {
    const template = need((Object.keys(SENT) as TemplateName[]).find((name) => names[name] === id))
    const common = { template, carrier: 'mm', to: 'CA', at, hidden: false } as const
    const isAmount = counter.endsWith('_purchase') && value > 0
    return [
      { ...common, what: counter, number: 1 },
      ...(isAmount ? [{ ...common, what: `${counter}_values`, number: value }] : []),
    ]
  })
}

/** A number of some facts together, to the hundred-thousandth. */
export function sum(facts: readonly Fact[], what: string): number {
  const total = facts.reduce((all, one) => (one.what === what ? all + one.number : all), 0)
  return Math.round(total * 100_000) / 100_000
}

/** The day in a time zone at a moment, like `2026-03-02`. */
export function dateIn(zone: string, at: number): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone: zone })
}
