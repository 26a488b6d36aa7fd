import { badTokenErrors, type ErrorName } from '../errors.ts'

/** Too many calls in a while: wait, and call less. @see sources graph-rate-limits */
export const callLimits = [
  'app_limit_reached',
  'user_limit_reached',
  'page_limit_reached',
  'custom_limit_reached',
  'insights_limit_reached',
  'insights_requests_exceeded',
  'insights_requests_exceeded_again',
  'ads_limit_reached',
  'waba_limit_reached',
  'template_buc_limit_reached',
  'application_limit_reached',
  'page_buc_limit_reached',
  'instagram_buc_limit_reached',
  'custom_audience_buc_limit_reached',
  'leadgen_buc_limit_reached',
  'messenger_buc_limit_reached',
  'catalog_batch_buc_limit_reached',
  'catalog_buc_limit_reached',
] as const satisfies readonly ErrorName[]

/** Too many messages in a moment. @see sources throughput, about-the-platform */
export const messageLimits = ['throughput_reached', 'pair_rate_reached'] as const satisfies readonly ErrorName[]

/** Something is down for a while: `Wait and retry the operation`. @see sources graph-errors, error-codes-2026 */
export const passing = [
  'unknown_error',
  'unexpected_error',
  'service_unavailable',
  'service_temporarily_unavailable',
  'unknown_delivery_error',
  'registration_unavailable',
  'account_in_maintenance',
  'number_in_maintenance',
  'insights_intermittent',
  'insights_timed_out_again',
  'insights_unknown_error',
  'ads_unknown_error',
] as const satisfies readonly ErrorName[]

/** What is refused now and taken later, when Meta has done its part. @see sources error-codes-2026, insights-async */
export const inTime = [
  'template_syncing',
  'template_sync_incomplete',
  'report_run_not_ready',
  'number_recently_deleted',
  'template_language_being_deleted',
  'deregistration_incomplete',
  'flow_throttled',
  'spam_limit_reached',
  'classification_limit_reached',
  'registration_limit_reached',
  'code_limit_reached',
  'pin_guesses_exceeded',
  'pin_guessed_too_fast',
  'ecosystem_limit_reached',
] as const satisfies readonly ErrorName[]

/** The token is good no longer, or never was. @see sources error-codes-2026: 190 */
export const badTokens = [...badTokenErrors, 'session_expired'] as const satisfies readonly ErrorName[]

/** Nothing is sent from this number or account until somebody mends it. @see sources error-codes-2026 */
export const senderBlocks = [
  'account_locked',
  'account_blocked_for_policy',
  'number_not_registered',
  'phone_number_deleted',
  'display_name_unapproved',
  'payment_missing',
  'classification_limit_reached',
  'spam_limit_reached',
] as const satisfies readonly ErrorName[]

/** Of a body that could not be read nobody knows what it said. */
export const unreadBodies = [
  'body_malformed',
  'body_content_type',
  'body_too_large',
] as const satisfies readonly ErrorName[]

const retriable: ReadonlySet<string> = new Set([...callLimits, ...messageLimits, ...passing, ...inTime])

/** Whether the same call is refused again however often it comes. */
export function isFinal(error: string): boolean {
  return !retriable.has(error)
}

export function isOneOf(names: readonly ErrorName[]): (error: string | undefined) => boolean {
  const set: ReadonlySet<string | undefined> = new Set(names)
  return (error) => set.has(error)
}
