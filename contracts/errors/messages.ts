import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

const SILENT = { assumes: 'The page has a title and a description; that the description is the details is assumed.' }

/** A send that is refused at once. */
export const sendErrors = {
  recipient_missing: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: 'The parameter to is required.',
    basis: 'documented',
    sources: ['send-marketing-messages: to and recipient', 'error-codes: 100'],
  },
  message_type_not_template: {
    ...cloud(100, 'Invalid parameter', 'Message must be a template message.'),
    sources: ['error-codes: 100, Marketing Messages'],
  },
  message_parameter_invalid: {
    ...cloud(100, 'Invalid parameter', '<details>'),
    basis: 'observed',
    sources: ['capture-empty-text', 'error-codes: 100'],
  },
  message_parameter_missing: {
    ...cloud(131008, 'Required parameter is missing', '<details>'),
    basis: 'observed',
    sources: ['error-codes: 131008', 'capture-button-parameter'],
    assumes: 'The sentence for a file that has neither id nor link.',
  },
  message_parameter_wrong: {
    ...cloud(131009, 'Parameter value is not valid', '<details>'),
    basis: 'observed',
    sources: [
      'error-codes: 131009',
      'mark-as-read: invalid message ID',
      'capture-body-required',
      'capture-button-count',
      'capture-button-title',
      'capture-button-duplicate',
      'capture-button-markdown',
      'capture-row-title',
      'capture-row-id',
      'capture-row-duplicate',
      'capture-row-count',
      'capture-body-length',
      'capture-footer-length',
      'capture-header-text',
      'capture-flow-data',
      'capture-message-id',
    ],
    assumes:
      'The captures give the sentences for buttons, titles and ids of rows, their number, body, footer, header, flow and message ids; the other limits follow their pattern.',
  },
  message_media_unknown: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: '(#100) Param <param> is not a valid whatsapp business account media attachment ID',
    basis: 'observed',
    sources: ['capture-media-id'],
  },
  message_link_invalid: {
    status: 400,
    type: 'OAuthException',
    code: 100,
    message: '(#100) Param <param> is not a valid URI.',
    basis: 'observed',
    sources: ['capture-media-link'],
    assumes: "How the parameter is written: clients quote it as image.link, Graph writes image['link'] elsewhere.",
  },
  testing_agreement_unsigned: {
    ...cloud(100, 'Invalid parameter', 'You need to sign the testing legal agreement before sending out messages.'),
    sources: ['mm-pricing: Errors'],
    assumes: 'That the sentence of the page stands in details.',
  },
  access_denied: cloud(131005, 'Access denied', 'Permission is either not granted or has been removed.', 403),
  phone_number_deleted: {
    ...cloud(33, 'Parameter value is not valid', 'The business phone number has been deleted.'),
    ...SILENT,
  },
  throughput_reached: {
    ...cloud(130429, 'Rate limit hit', 'Cloud API message throughput has been reached.'),
    under: { 'openapi-status': { openapi: { status: 429 } } },
  },
  pair_rate_reached: {
    ...cloud(
      131056,
      '(Business Account, Consumer Account) pair rate limit hit',
      'Too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
    ),
    under: { 'openapi-status': { openapi: { status: 429 } } },
  },
  spam_limit_reached: {
    ...cloud(
      131048,
      'Spam rate limit hit',
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
    ),
    assumes: 'That the portfolio messaging limit ends in it as well: no page names an error for that limit.',
  },
  classification_limit_reached: {
    ...cloud(
      131064,
      'Messaging limit reached',
      'Message failed to send because this account has reached its messaging limit due to template classification violations.',
    ),
    basis: 'assumed',
    sources: ['error-codes: 131064'],
    assumes: 'The page of 2026 gives the code and the sentence; the title is ours.',
  },
  thread_owned_by_another: {
    ...cloud(131070, 'Thread is owned by another app', 'Another app owns the conversation with this recipient.'),
    basis: 'assumed',
    sources: ['meta-cloud-api-sdk: 472-474'],
    assumes: 'A changelog names the code for Conversation Routing; title and sentence are ours.',
  },
  account_blocked_for_policy: {
    ...cloud(
      368,
      'Temporarily blocked for policies violations',
      'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy.',
      403,
    ),
  },
  account_locked: cloud(
    131031,
    'Account has been locked',
    'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy, or the two-step verification PIN did not match.',
    403,
  ),
  country_restricted: cloud(
    130497,
    'Business account is restricted from messaging users in this country.',
    'The WhatsApp Business Account is restricted from messaging to users in certain countries.',
    403,
  ),
  service_temporarily_unavailable: cloud(131016, 'Service unavailable', 'A service is temporarily unavailable.', 500),
  recipient_is_sender: cloud(131021, 'Recipient cannot be sender', 'Sender and recipient phone number is the same.'),
  recipient_not_allowed: {
    ...cloud(131030, 'Recipient phone number not in allowed list', 'Recipient phone number not in allowed list'),
    basis: 'observed',
    sources: ['capture-allowed-list'],
  },
  display_name_unapproved: cloud(
    131037,
    'WhatsApp provided number needs display name approval before message can be sent.',
    'The phone number needs an approved display name before it can send messages.',
  ),
  certificate_wrong: cloud(
    131045,
    'Incorrect certificate',
    'Message failed to send due to a phone number registration error.',
    500,
  ),
  message_type_unsupported: cloud(131051, 'Unsupported message type', 'Message type is currently not supported.'),
  account_in_maintenance: cloud(131057, 'Account in maintenance mode', 'Business Account is in maintenance mode', 500),
  number_not_registered: {
    ...cloud(133010, 'Account not registered', 'Phone number is not registered on the WhatsApp Business Platform.'),
    basis: 'observed',
    sources: ['capture-not-registered', 'error-codes: 133010'],
  },
  payments_terms_missing: cloud(
    134011,
    'WhatsApp Payments terms of service has not been accepted',
    'Message failed to send because WhatsApp Payments terms of service acceptance is pending for this WhatsApp Business Account.',
  ),
  generic_user_error: cloud(
    135000,
    'Generic user error',
    'Message failed to send because of an unknown error with your request parameters.',
  ),
} as const satisfies Record<string, ErrorDefinition>

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

const later = <Code extends number, Title extends string, Details extends string>(
  code: Code,
  title: Title,
  details: Details,
  webhook: { readonly title?: string; readonly details?: string } = {},
) => ({ ...cloud(code, title, details), webhook }) as const

/** What a status webhook tells after a call that was answered with 200. */
export const deliveryErrors = {
  unknown_delivery_error: {
    ...later(131000, 'Something went wrong', 'Message failed to send due to an unknown error.'),
    status: 500,
  },
  recipient_blocked_by_business: later(
    130403,
    'Unable to deliver the message. This business has blocked the end user on WhatsApp',
    'Unable to deliver the message. This business has blocked the end user on WhatsApp',
  ),
  recipient_in_experiment: later(
    130472,
    "User's number is part of an experiment",
    'Message was not sent as part of an experiment',
  ),
  message_undeliverable: later(131026, 'Message undeliverable', 'Message Undeliverable.'),
  payment_missing: {
    ...later(
      131042,
      'Business eligibility payment issue',
      'Message failed to send because there were one or more errors related to your payment method.',
    ),
    basis: 'observed',
    sources: ['capture-payment-issue', 'error-codes: 131042'],
  },
  window_closed: {
    ...later(
      131047,
      'Re-engagement message',
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    ),
    basis: 'observed',
    sources: ['capture-window-closed', 'error-codes: 131047'],
  },
  ecosystem_limit_reached: {
    ...later(
      131049,
      'Meta chose not to deliver.',
      'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
      {
        title: 'This message was not delivered to maintain healthy ecosystem engagement.',
      },
    ),
    sources: ['error-codes: 131049', 'status-webhook: 131049'],
  },
  recipient_stopped_marketing: later(
    131050,
    'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business',
    'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business',
  ),
  media_upload_failed: later(131053, 'Media upload error', 'Unable to upload the media used in the message.'),
  identity_changed: {
    ...later(137000, 'Identity key mismatch', 'The identity key hash of the recipient does not match.'),
    basis: 'assumed',
    sources: ['phone-numbers: identity change check'],
    assumes: 'The page gives the code and its reason; title and sentence are ours.',
  },
  held_message_dropped: {
    ...later(132015, 'Template is paused', 'Template is paused due to low quality.'),
    sources: ['template-pacing', 'error-codes: 132015'],
  },
} as const satisfies Record<string, ErrorDefinition>

/** What is told of messages that customers sent, and never of one of the business. */
export const inboundErrors = {
  media_download_failed: later(131052, 'Media download error', 'Unable to download the media sent by the user.'),
} as const satisfies Record<string, ErrorDefinition>
