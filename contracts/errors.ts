import type { ErrorDefinition } from './errors/definition.ts'
import { graphErrors } from './errors/graph.ts'
import { onboardingErrors } from './errors/onboarding.ts'
import { tokenErrors } from './errors/tokens.ts'
import { webhookErrors } from './errors/webhooks.ts'

/**
 * The catalogue of Graph errors by our own names, because Graph uses one code for dozens of different errors.
 * A behaviour may fail only with names from here.
 */
export const errors = {
  ...tokenErrors,
  ...graphErrors,
  ...onboardingErrors,
  ...webhookErrors,
} as const satisfies Record<string, ErrorDefinition>

export type ErrorName = keyof typeof errors

/** The errors that any call to Graph can meet, so that no contract needs to name them. */
export const coreErrors = [
  'token_missing',
  'token_missing_for_me',
  'token_unparsable',
  'token_malformed',
  'token_undecryptable',
  'token_signature_invalid',
  'token_expired',
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
  'fields_syntax',
  'parameter_required',
  'parameter_type',
  'parameter_value',
  'parameter_unexpected_key',
  'body_malformed',
  'body_content_type',
  'body_too_large',
] as const satisfies readonly ErrorName[]

type Placeholder<Text> = Text extends `${string}<${infer Name}>${infer Rest}` ? Name | Placeholder<Rest> : never

/** The values that fill the `<placeholders>` in the message of an error. */
export type ErrorParams<N extends ErrorName> = Readonly<
  Record<Placeholder<(typeof errors)[N]['message']>, string | number>
>
