import type { ErrorName } from '../../contracts/errors.ts'

/** What calls a fault is about: all where nothing is named. */
interface OfCalls {
  /** How many are left that get it. */
  readonly times: number
  readonly operation?: string
  /** The id of a number. */
  readonly phone?: string
  /** The id of a template, or its name. */
  readonly template?: string
}

/** An error that a test asked for: the next calls get it. */
export interface ErrorFault extends OfCalls {
  readonly error: ErrorName
  /** What fills the placeholders of its message. */
  readonly params: Readonly<Record<string, string>>
}

/** What happens to the answers of the next calls on their way. `latency` is a duration of real time, like 250ms. */
export type WireFault = OfCalls &
  (
    | { readonly latency: string }
    | { readonly drop: 'before' | 'after' }
    | { readonly truncate: true }
    | { readonly page: 502 | 503 | 504 }
  )

/** What happens to the next webhooks on their way. `by` is a duration of the world's time, like 10m. */
export type WebhookFault = (
  | { readonly webhooks: 'duplicated' | 'disordered' }
  | { readonly webhooks: 'delayed'; readonly by: string }
) & {
  readonly times: number
  readonly field?: string
  /** The id of a number. */
  readonly phone?: string
}

/** What a test asked to go wrong. A row can be asked for again as it stands. */
export type Fault = ErrorFault | WireFault | WebhookFault

export function isErrorFault(fault: Fault): fault is ErrorFault {
  return 'error' in fault
}

export function isWebhookFault(fault: Fault): fault is WebhookFault {
  return 'webhooks' in fault
}
