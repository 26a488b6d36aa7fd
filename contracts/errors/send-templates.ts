import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

/** The template and what was sent for it do not go together, or the template cannot be sent. */
export const sendTemplateErrors = {
  template_not_found: {
    ...cloud(
      132001,
      'Template name does not exist in the translation',
      'template name (<name>) does not exist in <language>',
      404,
    ),
    basis: 'observed',
    sources: ['capture-template-missing', 'error-codes: 132001'],
  },
  template_parameter_count: {
    ...cloud(
      132000,
      'Number of parameters does not match the expected number of params',
      '<component>: number of localizable_params (<found>) does not match the expected number of params (<expected>)',
    ),
    basis: 'observed',
    sources: ['capture-parameter-count', 'error-codes: 132000'],
  },
  template_text_too_long: cloud(132005, 'Template hydrated text too long', 'Translated text is too long.'),
  template_policy_violated: cloud(
    132007,
    'Template Format Character Policy Violated',
    'Template content violates a WhatsApp policy.',
  ),
  template_parameter_format: {
    ...cloud(132012, 'Parameter format does not match format in the created template', '<details>'),
    basis: 'observed',
    sources: ['capture-parameter-format', 'error-codes: 132012'],
    assumes: 'That what was captured of headers is said of variables too, where something is sent that is no text.',
  },
  template_paused: cloud(132015, 'Template is paused', 'Template is paused due to low quality.'),
  template_disabled: cloud(
    132016,
    'Template is disabled',
    'Template has been paused too many times due to low quality and is now permanently disabled.',
  ),
  template_parameters_invalid: {
    ...cloud(132018, "There's an issue with the parameters in your template", '<details>'),
    basis: 'observed',
    sources: ['capture-parameter-text', 'error-codes: 132018'],
  },
  flow_blocked: cloud(132068, 'Flow is in blocked state', 'Flow is in blocked state'),
  flow_throttled: cloud(
    132069,
    'Flow is in throttled state',
    'Flow is in throttled state and 10 messages using this flow were already sent in the last hour.',
  ),
} as const satisfies Record<string, ErrorDefinition>
