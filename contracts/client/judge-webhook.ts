import type { ClientContract, ClientWebhook } from './format.ts'
import { readingOf } from './reads.ts'
import { sourceOf } from './source-of.ts'
import type { Problem, Step } from './step.ts'
import { inWords, isSame, type Place, stateIn, type Variation } from './variation.ts'
import { variations } from './variations.ts'

/** A webhook, and what becomes of it. */
export interface WebhookStep extends Step {
  readonly webhook: ClientWebhook
}

/** What of a webhook does not come, or comes otherwise. */
export function judgeWebhook(step: WebhookStep): Problem[] {
  const { webhook, before, after, client } = step
  return variations
    .filter(({ place }) => isAbout(place, webhook, client))
    .filter((variation) => !isSame(stateIn(variation, before), stateIn(variation, after)))
    .flatMap((variation) => {
      const { place } = variation
      const parts = place.kind === 'webhook' ? place.parts : undefined
      return parts ? parts.flatMap((part) => judgePart(step, variation, part)) : judgeWhole(step, variation)
    })
}

function isAbout(place: Place, { field, event, answers }: ClientWebhook, client: ClientContract): boolean {
  if (place.kind === 'delivery') return !place.answers || answers.some((status) => status > 200 && status < 300)
  if (place.kind !== 'webhook' || place.field !== field) return false
  if (place.withoutCalling && client.calls.some(({ operation }) => operation === place.withoutCalling)) return false
  return !place.events || place.events.some((name) => event.startsWith(name))
}

function judgeWhole({ before, after }: WebhookStep, variation: Variation): Problem[] {
  const [was, is] = [stateIn(variation, before), stateIn(variation, after)]
  if (was === 'gone') return []
  const depends = variation.depends ? `; it depends on ${variation.depends}` : ''
  const source = sourceOf(variation, after.rulings)
  if (is === 'gone') {
    const problem = `it does not come any more${depends}`
    return [{ rule: 'upgrade-webhook-gone', severity: depends ? 'warning' : 'error', problem, source }]
  }
  const problem = `${inWords(is)}; before, ${inWords(was)}${depends}`
  return [{ rule: 'upgrade-webhook-differs', severity: 'warning', problem, source }]
}

function judgePart({ webhook, before, after }: WebhookStep, variation: Variation, pointer: string): Problem[] {
  const [was, is] = [stateIn(variation, before), stateIn(variation, after)]
  const reading = readingOf(webhook.reads, pointer)
  if (was === 'gone' || reading === undefined) return []
  const how = { read: 'is read', copied: 'is copied with all around it', unseen: 'may be read' }[reading]
  const problem = `${pointer} ${how}: ${inWords(is)}; before, ${inWords(was)}`
  const source = sourceOf(variation, after.rulings)
  const part = `value ${pointer}`
  if (is !== 'gone') return [{ rule: 'upgrade-webhook-differs', severity: 'warning', part, problem, source }]
  return [{ rule: 'upgrade-part-gone', severity: reading === 'read' ? 'error' : 'warning', part, problem, source }]
}
