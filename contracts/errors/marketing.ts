import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

/** The Marketing Messages API's own. */
export const marketingErrors = {
  marketing_templates_only: {
    ...cloud(134100, 'Only marketing messages supported', "You're only able to send marketing messages on this API."),
    sources: ['error-codes: 134100', 'capture-only-marketing'],
  },
  marketing_method_not_allowed: cloud(131055, 'Method not allowed', 'Only marketing template messages are supported'),
  template_syncing: {
    ...cloud(
      134101,
      'Your template is still syncing',
      'When you send a message from a template, the template syncing process can take up to 10 minutes to complete. Wait a few minutes, and then try sending your message again.',
    ),
  },
  template_sync_incomplete: {
    ...cloud(131009, 'Parameter value is not valid', 'Ad syncing may be incomplete.'),
    sources: ['error-codes: 131009, Marketing Messages'],
  },
  template_unavailable: cloud(
    134102,
    'Template unavailable for use',
    "Please check your eligibility status to ensure you are onboarded or contact Meta's customer support.",
    500,
  ),
  marketing_undocumented: {
    ...cloud(134103, 'Marketing message error', 'A Marketing Messages API error that Meta names and never explains.'),
    basis: 'assumed',
    sources: ['mm-changelog: 2025-05-20'],
    assumes: 'A changelog entry has the number and nothing else; title and sentence are ours.',
  },
  max_price_on_cloud_api: {
    status: 400,
    type: 'OAuthException',
    code: 131061,
    message:
      '(#131061) Marketing templates containing bid_spec are not supported by the Cloud API. To use templates with bid_spec, please use the Marketing Messages API for WhatsApp.',
    basis: 'documented',
    sources: ['error-codes: 131061', 'mm-pricing: Errors'],
    assumes: 'HTTP 400, as for every other error of a send: the page has no status.',
  },
  max_price_to_bsuid: {
    ...cloud(
      131062,
      'Business-scoped User ID (BSUID) recipients are not supported for this message.',
      'The template specified in the request uses bid_spec, which is not supported for Business-scoped user ID (BSUID) recipients. To send this template, please provide the phone number of recipients or use a template without the bid_spec field.',
    ),
    assumes: 'HTTP 400, as for every other error of a send: the page has no status.',
  },
  marketing_disabled_on_cloud_api: {
    ...cloud(
      131063,
      'Marketing templates disabled for Cloud API',
      'Your template is categorized as Marketing, but marketing templates are currently disabled for your Cloud API configuration. To send this template, use the Marketing Messages API for WhatsApp or enable marketing templates on Cloud API by turning off disable_marketing_messages_on_cloud_api.',
    ),
    sources: ['send-marketing-messages: disable_marketing_messages_on_cloud_api'],
    assumes: 'HTTP 400, as for every other error of a send: the page has no status.',
  },
} as const satisfies Record<string, ErrorDefinition>
