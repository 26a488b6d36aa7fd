import { insightsConversions } from '../../contracts/insights/fields.ts'
import { dateIn, type Fact, LINKS, sum } from './campaign-oracle.ts'
import type { CampaignPlay } from './campaign-play.ts'
import type { TemplateName } from './campaign-world.ts'

type Told = Readonly<Record<string, unknown>>

/** What each count of Insights is of. */
const COUNTS: Readonly<Record<string, string>> = {
  impressions: 'delivered',
  marketing_messages_sent: 'sent',
  marketing_messages_delivered: 'delivered',
  marketing_messages_read: 'read',
  marketing_messages_link_btn_click: 'linkClicks',
  marketing_messages_quick_reply_btn_click: 'quickReplies',
  spend: 'cost',
  marketing_messages_spend: 'cost',
}

const RATES: Readonly<Record<string, readonly [of: string, per: string, times: number]>> = {
  marketing_messages_delivery_rate: ['delivered', 'sent', 100],
  marketing_messages_read_rate: ['read', 'delivered', 100],
  marketing_messages_link_btn_click_rate: ['linkClicks', 'delivered', 100],
  marketing_messages_quick_reply_btn_click_rate: ['quickReplies', 'delivered', 100],
  marketing_messages_phone_call_btn_click_rate: ['phoneCalls', 'delivered', 100],
  marketing_messages_media_view_rate: ['mediaViews', 'delivered', 100],
  marketing_messages_cost_per_delivered: ['cost', 'delivered', 1],
  marketing_messages_cost_per_link_btn_click: ['cost', 'linkClicks', 1],
}

/** What can be summed over rows. */
export const SUMMABLE: readonly string[] = [...Object.keys(COUNTS), ...insightsConversions]
export const FIELDS: readonly string[] = [...SUMMABLE, ...Object.keys(RATES)]

/** The facts that Insights counts: what the Marketing Messages API carried. */
export const ofInsights = (facts: readonly Fact[]): Fact[] => facts.filter(({ carrier }) => carrier === 'mm')

/** The numbers of a row of Insights: strings with six decimals, and nothing where there is nothing. */
export function rowOf({ campaign: { rulings }, now }: CampaignPlay, facts: readonly Fact[]): Told {
  const counted = rulings['insights-regions'] === 'counted' ? facts : facts.filter(({ hidden }) => !hidden)
  const side = rulings['insights-conversions']
  const gives = side === 'given' || (side === 'until-april-2026' && now < Date.parse('2026-04-01T00:00Z'))
  const numbers = [
    ...Object.entries(COUNTS).map(([field, what]) => [field, sum(counted, what)] as const),
    ...insightsConversions.map((field) => [field, gives ? sum(counted, field.slice(19)) : 0] as const),
    ...Object.entries(RATES).map(([field, [of, per, times]]) => {
      const [amount, divisor] = [sum(counted, of), sum(counted, per)]
      return [field, divisor === 0 ? 0 : (amount / divisor) * times] as const
    }),
  ]
  const told = numbers.filter(([, number]) => number !== 0)
  return Object.fromEntries(told.map(([field, number]) => [field, String(Number(number.toFixed(6)))]))
}

/** Facts by what a name makes of them. */
export function grouped(facts: readonly Fact[], nameOf: (fact: Fact) => string): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const one of facts) {
    const group = groups.get(nameOf(one)) ?? []
    groups.set(nameOf(one), group)
    group.push(one)
  }
  return groups
}

const RENAMED: Readonly<Record<string, string>> = {
  website_purchase: 'website_purchases',
  website_purchase_values: 'website_purchases_conversion_value',
  app_purchase: 'app_purchases',
  app_purchase_values: 'app_purchases_conversion_value',
}

/** The numbers of a point of template_analytics. */
export function pointOf(template: TemplateName, facts: readonly Fact[]): Told {
  const count = (what: string): number => sum(facts, what)
  const [cost, delivered, linkClicks] = [count('cost'), count('delivered'), count('linkClicks')]
  const entry = (type: string, per: number): object =>
    cost > 0 && per > 0 ? { type, value: Math.round((cost / per) * 100_000) / 100_000 } : { type }
  const clicked = buttonsOf(facts)
  return {
    sent: count('sent'),
    delivered,
    read: count('read'),
    replied: count('replied'),
    ...(clicked.length > 0 && { clicked }),
    cost: [
      entry('amount_spent', 1),
      entry('cost_per_delivered', delivered),
      ...(LINKS[template] === undefined ? [] : [entry('cost_per_url_button_click', linkClicks)]),
    ],
    ...conversionsOf(facts),
  }
}

interface Clicks {
  readonly type: string
  readonly button_content: string
  readonly count: number
}

function buttonsOf(facts: readonly Fact[]): Clicks[] {
  const names = [...new Set(facts.map(({ what }) => what).filter((what) => what.includes('_button/')))]
  return inOrder(
    names.map((what) => {
      const [type = '', button_content = ''] = what.split('/')
      return { type, button_content, count: sum(facts, what) }
    }),
  )
}

/** Buttons come in no order that anybody promises. */
export function inOrder(clicked: readonly Clicks[]): Clicks[] {
  const nameOf = ({ type, button_content }: Clicks): string => `${type}/${button_content}`
  return clicked.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
}

function conversionsOf(facts: readonly Fact[]): Told {
  const names = new Set(facts.map(({ what }) => what).filter((what) => /^(website|app)_/.test(what)))
  return Object.fromEntries([...names].map((what) => [RENAMED[what] ?? what, sum(facts, what)]))
}

/** The day to which volumes count a moment: they know half hours, and no time zone begins its days between those but Nepal's. */
export const volumeDay = (zone: string, at: number): string => dateIn(zone, Math.floor(at / HALF_HOUR) * HALF_HOUR)
const HALF_HOUR = 1_800_000
