import type { JsonSchema } from './schema.ts'
import type { Basis, Citation } from './sources.ts'

/** One webhook field: what its `value` may be, by event. */
export interface WebhookContract {
  readonly field: string
  readonly events: Readonly<Record<string, WebhookEvent>>
  readonly basis: Basis
  readonly sources: readonly [Citation, ...Citation[]]
}

export interface WebhookEvent {
  /** What brings it about. */
  readonly cause: string
  /** What `entry.id` is. */
  readonly entry: 'receiving business' | 'account'
  readonly value: JsonSchema
  readonly sources: readonly [Citation, ...Citation[]]
}

/** Keeps the literal types of a webhook contract. */
export function defineWebhook<const C extends WebhookContract>(contract: C): C {
  return contract
}
