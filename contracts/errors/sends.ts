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
