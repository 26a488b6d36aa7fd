import type { ErrorName } from './errors.ts'

/** The errors that end a send at once, whichever way it goes. */
export const sendRefusals = [
  'recipient_missing',
  'phone_number_deleted',
  'account_blocked_for_policy',
  'account_locked',
  'classification_limit_reached',
  'number_not_registered',
  'display_name_unapproved',
  'account_in_maintenance',
  'spam_limit_reached',
  'throughput_reached',
  'pair_rate_reached',
  'recipient_is_sender',
  'recipient_not_allowed',
  'country_restricted',
  'ecosystem_limit_reached',
  'marketing_disabled_on_cloud_api',
  'message_parameter_invalid',
  'message_parameter_missing',
  'message_parameter_wrong',
  'template_not_found',
  'template_paused',
  'template_disabled',
  'template_parameter_count',
  'template_parameter_format',
  'template_parameters_invalid',
  'template_text_too_long',
] as const satisfies readonly ErrorName[]

/** Those of /marketing_messages alone. */
export const marketingRefusals = [
  'message_type_not_template',
  'marketing_templates_only',
  'marketing_method_not_allowed',
  'template_syncing',
  'template_sync_incomplete',
  'template_unavailable',
  'access_denied',
  'max_price_to_bsuid',
  'testing_agreement_unsigned',
] as const satisfies readonly ErrorName[]

/** Those of /messages alone. */
export const cloudRefusals = [
  'max_price_on_cloud_api',
  'message_type_unsupported',
] as const satisfies readonly ErrorName[]
