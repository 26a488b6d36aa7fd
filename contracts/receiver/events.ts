import type { WebhookContract } from '../webhook.ts'
import { webhooks } from '../webhooks.ts'
import type { Body } from './body.ts'
import type { Maker } from './maker.ts'
import { type Extent, sampleOf, turnsOf } from './sample.ts'
import { bodyOf } from './values.ts'

/** Events that one duty is about: those of a field, of `messages` those with one part of the value. */
export interface EventGroup {
  /** `account_update`, `messages: statuses` */
  readonly name: string
  readonly contract: WebhookContract
  readonly events: readonly string[]
}

/** Every event of the contracts of webhooks, in groups. */
export const eventGroups: readonly EventGroup[] = webhooks.flatMap((contract) => {
  const events = Object.keys(contract.events)
  if (contract.field !== 'messages') return [{ name: contract.field, contract, events }]
  const parts = [...new Set(events.map(partOf))]
  return parts.map((part) => ({
    name: `messages: ${part}`,
    contract,
    events: events.filter((event) => partOf(event) === part),
  }))
})

/** `statuses: read` -> `statuses` */
function partOf(event: string): string {
  return event.split(':')[0] ?? event
}

/** A body for each choice that a contract of the group leaves. */
export function eventBodies(name: string, maker: Maker, extent: Extent): Body[] {
  const group = eventGroups.find((known) => known.name === name)
  if (!group) return []
  const { contract, events } = group
  return events.flatMap((event) => {
    const schema = contract.events[event]?.value ?? {}
    return Array.from({ length: turnsOf(schema) }, (_, turn) => {
      const text = bodyOf(maker, contract.field, sampleOf(schema, maker, turn, extent) as object)
      return { text, what: `${contract.field} ${event}` }
    })
  })
}
