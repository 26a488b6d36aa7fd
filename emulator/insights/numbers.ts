import type { InsightsAmount, InsightsCount, InsightsMetric, InsightsRatio } from '../../contracts/insights/fields.ts'
import type { Counter, Tally } from '../world/tally.ts'

/** What a world's rulings and time say of all numbers of a report. */
export interface Reckoning {
  /** Whether messages to regions that Insights leaves out are left out. */
  readonly leavesOutRegions: boolean
  readonly givesConversions: boolean
}

/** A counter, and the one of those in it that may be left out for where people are. */
type Counted = readonly [all: Counter, leftOut?: Counter]

const SENT: Counted = ['sent', 'hiddenSent']
const DELIVERED: Counted = ['delivered', 'hiddenDelivered']
const READ: Counted = ['read', 'hiddenRead']
const LINKS: Counted = ['linkClicks', 'hiddenLinkClicks']
const REPLIES: Counted = ['quickReplies']
const CALLS: Counted = ['phoneCalls']
const VIEWS: Counted = ['mediaViews', 'hiddenMediaViews']
const COST: Counted = ['cost']

// An impression is taken for a message that was delivered: no page says what one is.
const counts: Readonly<Record<InsightsCount | InsightsAmount, Counted>> = {
  impressions: DELIVERED,
  marketing_messages_sent: SENT,
  marketing_messages_delivered: DELIVERED,
  marketing_messages_read: READ,
  marketing_messages_link_btn_click: LINKS,
  marketing_messages_quick_reply_btn_click: REPLIES,
  spend: COST,
  marketing_messages_spend: COST,
}

/** Rates are in percent, and nothing keeps them under 100. @see sources view-metrics, insights-reference */
const ratios: Readonly<Record<InsightsRatio, readonly [of: Counted, per: Counted, times: 1 | 100]>> = {
  marketing_messages_delivery_rate: [DELIVERED, SENT, 100],
  marketing_messages_read_rate: [READ, DELIVERED, 100],
  marketing_messages_link_btn_click_rate: [LINKS, DELIVERED, 100],
  marketing_messages_quick_reply_btn_click_rate: [REPLIES, DELIVERED, 100],
  marketing_messages_phone_call_btn_click_rate: [CALLS, DELIVERED, 100],
  marketing_messages_media_view_rate: [VIEWS, DELIVERED, 100],
  marketing_messages_cost_per_delivered: [COST, DELIVERED, 1],
  marketing_messages_cost_per_link_btn_click: [COST, LINKS, 1],
}

/** What a metric comes to in a tally. Undefined: it has no value, as nothing was counted or there is nothing to divide by. */
export function numberOf(metric: InsightsMetric, tally: Tally, reckoning: Reckoning): number | undefined {
  if (metric in ratios) return ratioOf(ratios[metric as InsightsRatio], tally, reckoning)
  if (metric in counts) return countOf(counts[metric as InsightsCount], tally, reckoning) || undefined
  if (!reckoning.givesConversions) return undefined
  return tally[metric.slice('marketing_messages_'.length) as Counter] || undefined
}

function ratioOf(
  [of, per, times]: (typeof ratios)[InsightsRatio],
  tally: Tally,
  reckoning: Reckoning,
): number | undefined {
  const amount = countOf(of, tally, reckoning)
  const divisor = countOf(per, tally, reckoning)
  return amount === 0 || divisor === 0 ? undefined : (amount / divisor) * times
}

function countOf([all, leftOut]: Counted, tally: Tally, { leavesOutRegions }: Reckoning): number {
  const count = tally[all] ?? 0
  return leftOut && leavesOutRegions ? count - (tally[leftOut] ?? 0) : count
}

/** Which counter a metric is of for one button. Undefined: it is of no button. */
const buttonKinds: Partial<Record<InsightsMetric, readonly [kind: 'url' | 'quick_reply' | 'phone', per?: Counted]>> = {
  marketing_messages_link_btn_click: ['url'],
  marketing_messages_link_btn_click_rate: ['url', DELIVERED],
  marketing_messages_quick_reply_btn_click: ['quick_reply'],
  marketing_messages_quick_reply_btn_click_rate: ['quick_reply', DELIVERED],
  marketing_messages_phone_call_btn_click_rate: ['phone', DELIVERED],
}

/** Whether a metric can be told of one button. */
export const isOfButtons = (metric: string): boolean => metric in buttonKinds

/** What a metric comes to for one button. Where a tap came from is not known by button, so none is left out. */
export function numberOfButton(
  metric: InsightsMetric,
  button: string,
  tally: Tally,
  reckoning: Reckoning,
): number | undefined {
  const [kind, per] = buttonKinds[metric] ?? []
  const taps = kind && tally[`${kind}_button/${button}`]
  if (!taps || !per) return taps
  const divisor = countOf(per, tally, reckoning)
  return divisor === 0 ? undefined : (taps / divisor) * 100
}

/** A number as Insights writes it: a string, with at most six decimals. */
export function written(number: number): string {
  return String(Number.isInteger(number) ? number : Number(number.toFixed(6)))
}
