import { type Problem, problemsWith } from './validate.ts'
import type { WebhookContract } from './webhook.ts'
import { webhooks } from './webhooks.ts'

/** Which event of a field a value is, and how it breaks the contract: not at all where `problems` is empty. */
export interface WebhookFinding {
  /** The event that the value comes closest to. */
  readonly event: string
  readonly problems: readonly Problem[]
}

/** Holds the value of one change to the contract of its field. Undefined: the field has no contract yet. */
export function checkWebhook(field: string, value: unknown): WebhookFinding | undefined {
  const contract: WebhookContract | undefined = webhooks.find((known) => known.field === field)
  if (!contract) return undefined
  const findings = Object.entries(contract.events).map(([event, { value: schema }]) => ({
    event,
    problems: problemsWith(schema, value),
  }))
  return findings.reduce((best, next) => (next.problems.length < best.problems.length ? next : best))
}
