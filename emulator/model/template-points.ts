import { renamedConversions } from '../../contracts/template-metrics.ts'
import type { Carrier } from '../world/metrics.ts'
import type { Counter, Tally } from '../world/tally.ts'
import type { MessageTemplate, TemplateComponent } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { dateOf } from './calendar.ts'
import { rounded } from './price.ts'

/** Days by their numbers; those of UTC, or of the account's own time zone. */
export interface Days {
  readonly first: number
  readonly last: number
  readonly isLocal: boolean
}

const DAY = 86_400

const CLICK = /^((?:unique_)?url_button|quick_reply_button)\/(.*)$/s

/** A point for each day and template of which something was counted that was asked for, the oldest first. */
export function templatePoints(
  { metrics }: World,
  templates: readonly MessageTemplate[],
  { first, last, isLocal }: Days,
  { carrier, wanted }: { readonly carrier: Carrier; readonly wanted: readonly string[] },
): object[] {
  const points: object[] = []
  for (let day = first; day <= last; day += 1) {
    for (const template of templates) {
      const tally = metrics.daysOf(template.id, carrier)[isLocal ? 'local' : 'utc'].get(day)
      const values = tally && valuesOf(template, tally, wanted)
      if (values) points.push({ template_id: template.id, ...spanOf(day, isLocal), ...values })
    }
  }
  return points
}

/** A day as moments, in seconds; of the account's own time zone as dates. */
function spanOf(day: number, isLocal: boolean): object {
  return isLocal ? { start: dateOf(day), end: dateOf(day + 1) } : { start: day * DAY, end: (day + 1) * DAY }
}

function valuesOf(template: MessageTemplate, tally: Tally, metrics: readonly string[]): object | undefined {
  const found = metrics.flatMap((metric) => {
    const value = special[metric]?.(template, tally) ?? plain(metric, tally)
    return value === undefined ? [] : [[metric.toLowerCase(), value] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

const counts: Readonly<Record<string, Counter>> = {
  SENT: 'sent',
  DELIVERED: 'delivered',
  READ: 'read',
  REPLIED: 'replied',
}

/** Counts of messages are always there; conversions where there were any. */
function plain(metric: string, tally: Tally): number | undefined {
  const counter = counts[metric]
  if (counter) return tally[counter] ?? 0
  const [, place = '', name = ''] = /^(APP|WEBSITE)_(.+)$/.exec(metric) ?? []
  const of = renamedConversions[name] ?? name.toLowerCase()
  return tally[`${place.toLowerCase() as 'app' | 'website'}_${of}`]
}

const special: Readonly<Record<string, (template: MessageTemplate, tally: Tally) => readonly object[] | undefined>> = {
  CLICKED: clicks,
  COST: costs,
}

/** @see sources waba-analytics: cost and click metrics */
function clicks({ category, cta_url_link_tracking_opted_out }: MessageTemplate, tally: Tally): object[] | undefined {
  if (category === 'AUTHENTICATION' || cta_url_link_tracking_opted_out) return undefined
  const found = Object.entries(tally).flatMap(([counter, count]) => {
    const [, type, button_content] = CLICK.exec(counter) ?? []
    return type === undefined ? [] : [{ type, button_content, count }]
  })
  return found.length > 0 ? found : undefined
}

/** Where there is no amount, an entry has no value. @see sources capture-template-cost */
function costs({ components }: MessageTemplate, { cost = 0, delivered = 0, linkClicks = 0 }: Tally): object[] {
  return [
    costEntry('amount_spent', cost, 1),
    costEntry('cost_per_delivered', cost, delivered),
    ...(hasUrlButton(components) ? [costEntry('cost_per_url_button_click', cost, linkClicks)] : []),
  ]
}

function costEntry(type: string, cost: number, per: number): object {
  return cost > 0 && per > 0 ? { type, value: rounded(cost / per) } : { type }
}

function hasUrlButton(components: readonly TemplateComponent[]): boolean {
  return components.some(
    ({ buttons, cards }) =>
      buttons?.some(({ type }) => type === 'URL') || cards?.some((card) => hasUrlButton(card.components)),
  )
}
