import { adsErrors } from './errors/ads.ts'
import { analyticsErrors } from './errors/analytics.ts'
import { batchErrors } from './errors/batch.ts'
import { conversionErrors } from './errors/conversions.ts'
import type { ErrorDefinition } from './errors/definition.ts'
import { deliveryErrors, inboundErrors } from './errors/deliveries.ts'
import { elsewhereErrors } from './errors/elsewhere.ts'
import { generalErrors } from './errors/general.ts'
import { graphErrors } from './errors/graph.ts'
import { insightsErrors, insightsFaultErrors } from './errors/insights.ts'
import { foreignLimitErrors, limitErrors } from './errors/limits.ts'
import { loginErrors } from './errors/login.ts'
import { marketingErrors } from './errors/marketing.ts'
import { mediaErrors } from './errors/media.ts'
import { numbersErrors } from './errors/numbers.ts'
import { onboardingErrors } from './errors/onboarding.ts'
import { sendTemplateErrors } from './errors/send-templates.ts'
import { sendErrors } from './errors/sends.ts'
import { solutionErrors } from './errors/solutions.ts'
import { templateGroupErrors } from './errors/template-groups.ts'
import { templatesErrors } from './errors/templates.ts'
import { tokenErrors } from './errors/tokens.ts'
import { webhookErrors } from './errors/webhooks.ts'

/**
 * The catalogue of Graph errors by our own names, because Graph uses one code for dozens of different errors.
 * A behaviour may fail only with names from here.
 */
export const errors = {
  ...tokenErrors,
  ...loginErrors,
  ...graphErrors,
  ...onboardingErrors,
  ...solutionErrors,
  ...webhookErrors,
  ...batchErrors,
  ...limitErrors,
  ...foreignLimitErrors,
  ...generalErrors,
  ...sendErrors,
  ...sendTemplateErrors,
  ...marketingErrors,
  ...deliveryErrors,
  ...inboundErrors,
  ...templatesErrors,
  ...templateGroupErrors,
  ...numbersErrors,
  ...mediaErrors,
  ...adsErrors,
  ...insightsErrors,
  ...insightsFaultErrors,
  ...analyticsErrors,
  ...conversionErrors,
  ...elsewhereErrors,
} as const satisfies Record<string, ErrorDefinition>

export type ErrorName = keyof typeof errors

/** What is wrong with a token: it is good no longer, or never was. */
export const badTokenErrors = [
  'token_unparsable',
  'token_malformed',
  'token_undecryptable',
  'token_signature_invalid',
  'token_expired',
  'token_app_removed',
  'token_checkpointed',
  'token_password_changed',
  'token_user_unconfirmed',
  'token_logged_out',
  'token_session_invalid',
] as const satisfies readonly ErrorName[]

/** The errors that any call to Graph can meet, so that no contract needs to name them. */
export const coreErrors = [
  'token_missing',
  'token_missing_for_me',
  ...badTokenErrors,
  'app_unknown',
  'appsecret_proof_invalid',
  'permission_missing',
  'object_missing_on_get',
  'object_missing_on_post',
  'object_missing_on_delete',
  'method_unsupported',
  'root_unsupported',
  'alias_unknown',
  'path_unknown',
  'field_unknown',
  'field_deprecated',
  'fields_syntax',
  'parameter_required',
  'parameter_type',
  'parameter_value',
  'parameter_too_long',
  'parameter_too_short',
  'parameter_out_of_range',
  'parameter_unexpected_key',
  'ids_gone',
  'date_format_gone',
  'ads_version_deprecated',
  'batch_too_large',
  'batch_dependency_unknown',
  'batch_invalid',
  'app_limit_reached',
  'waba_limit_reached',
  'insights_limit_reached',
  'ads_limit_reached',
  'body_malformed',
  'body_content_type',
  'body_too_large',
] as const satisfies readonly ErrorName[]

/** The errors that no cause in a world brings about; a test meets them by asking for them: a fault. */
export const faultErrors = [
  'template_creation_failed',
  'user_limit_reached',
  'page_limit_reached',
  'custom_limit_reached',
  'deregistration_incomplete',
  'registration_unavailable',
  ...(Object.keys(foreignLimitErrors) as (keyof typeof foreignLimitErrors)[]),
  ...(Object.keys(generalErrors) as (keyof typeof generalErrors)[]),
  'service_temporarily_unavailable',
  'certificate_wrong',
  'generic_user_error',
  'thread_owned_by_another',
  'payments_terms_missing',
  'flow_blocked',
  'flow_throttled',
  'template_policy_violated',
  'marketing_undocumented',
  ...(Object.keys(insightsFaultErrors) as (keyof typeof insightsFaultErrors)[]),
  ...(Object.keys(elsewhereErrors) as (keyof typeof elsewhereErrors)[]),
  // Webhooks tell them, after a call that was answered with 200.
  ...(Object.keys(deliveryErrors) as (keyof typeof deliveryErrors)[]),
] as const satisfies readonly ErrorName[]

/** The errors that only happenings bring about: they are told of what customers sent. */
export const happeningErrors = Object.keys(inboundErrors) as (keyof typeof inboundErrors)[]

type Placeholder<Text> = Text extends `${string}<${infer Name}>${infer Rest}` ? Name | Placeholder<Rest> : never

/** The texts of an error in which a `<placeholder>` can stand. */
export const errorTexts = ['message', 'details', 'title', 'userMessage'] as const

type TextsOf<D> = {
  [K in (typeof errorTexts)[number]]: D extends { readonly [P in K]: infer T } ? T : never
}[(typeof errorTexts)[number]]

/** The values that fill the `<placeholders>` in the texts of an error. */
export type ErrorParams<N extends ErrorName> = Readonly<
  Record<Placeholder<TextsOf<(typeof errors)[N]>>, string | number>
>

/** The names of the placeholders in the texts of an error. */
export function placeholdersOf(name: ErrorName): string[] {
  const definition: ErrorDefinition = errors[name]
  const found = errorTexts.flatMap((text) => [...(definition[text] ?? '').matchAll(/<(\w+)>/g)])
  return [...new Set(found.map(([, placeholder = '']) => placeholder))]
}
