import type { ErrorName } from './errors.ts'

/**
 * The errors that pass by themselves, so that the same call is to be made again later.
 * @see sources graph-errors, error-codes
 */
export const passingErrors: ReadonlySet<string> = new Set<ErrorName>([
  'unknown_error',
  'service_unavailable',
  'unexpected_error',
  'service_temporarily_unavailable',
  'registration_unavailable',
  'account_in_maintenance',
  'app_limit_reached',
  'user_limit_reached',
  'waba_limit_reached',
  'ads_limit_reached',
  'throughput_reached',
  'pair_rate_reached',
])
