import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

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
