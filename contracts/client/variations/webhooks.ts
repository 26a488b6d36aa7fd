import { as, ruled, there } from '../ruled.ts'
import type { State, Variation } from '../variation.ts'

const statuses = ['statuses: '] as const
const userIds = [
  '/contacts/*/user_id',
  '/messages/*/from_user_id',
  '/messages/*/system/user_id',
  '/statuses/*/recipient_user_id',
]
const parentIds = ['/contacts/*/parent_user_id', '/messages/*/from_parent_user_id', '/messages/*/system/parent_user_id']
const templateFields = [
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'template_correct_category_detection',
] as const

const without =
  (...sides: readonly string[]) =>
  (side: string): State =>
    sides.includes(side) ? 'gone' : there

const parents = (state: (side: string) => State) => ({
  'not-enrolled': state('not-enrolled'),
  recipient_parent_user_id: state('recipient_parent_user_id'),
  parent_recipient_user_id: state('parent_recipient_user_id'),
})

/** What webhooks are otherwise under other sides of rulings. */
export const webhookVariations: readonly Variation[] = [
  ruled(
    'ad-account-linked',
    { kind: 'webhook', field: 'account_update', events: ['AD_ACCOUNT_LINKED'] },
    { off: 'gone', reference: there, 'onboarding-page': there },
  ),
  ruled(
    'ad-account-linked',
    { kind: 'webhook', field: 'account_update', parts: ['/waba_info/ad_account_linked'] },
    { off: 'gone', reference: there, 'onboarding-page': 'gone' },
  ),
  ruled(
    'ad-account-linked',
    { kind: 'webhook', field: 'account_update', parts: ['/waba_info/ad_account_id'] },
    { off: 'gone', reference: 'gone', 'onboarding-page': there },
  ),
  ruled(
    'account-update-routing',
    { kind: 'webhook', field: 'account_update', withoutCalling: 'subscribeToWabaWebhooks' },
    { 'app-level': there, 'app-and-waba': 'gone' },
    'whether accounts were subscribed by somebody else',
  ),
  ruled(
    'coexistence-removal',
    {
      kind: 'webhook',
      field: 'account_update',
      events: ['PARTNER_REMOVED'],
      parts: ['/waba_info', '/disconnection_info'],
    },
    { reference: there, 'coexistence-page': 'gone' },
  ),
  ruled(
    'coexistence-removal',
    { kind: 'webhook', field: 'account_update', events: ['PARTNER_REMOVED'], parts: ['/phone_number'] },
    { reference: 'gone', 'coexistence-page': there },
  ),
  ruled(
    'app-uninstalled-shape',
    { kind: 'webhook', field: 'account_update', events: ['PARTNER_APP_UNINSTALLED'], parts: ['/waba_info'] },
    { reference: there, bare: 'gone' },
  ),
  ruled(
    'account-update-entry',
    { kind: 'webhook', field: 'account_update' },
    { examples: as('entry.id of some events is the partner'), syntax: as('entry.id is the account') },
  ),
  ...['history', 'smb_app_state_sync', 'smb_message_echoes'].map((field) =>
    ruled(
      'override-fields',
      { kind: 'webhook', field },
      { 'list-of-2026': as('to the callback of the number or account'), 'messages-only': as('to that of the app') },
    ),
  ),
  ruled(
    'subscription-reply',
    { kind: 'reply', operations: ['createApplicationSubscription'], parts: ['/success'] },
    { boolean: as('a boolean'), text: as('a text') },
  ),
  ruled(
    'quality-update-limit',
    { kind: 'webhook', field: 'phone_number_quality_update', parts: ['/current_limit'] },
    { current: there, 'max-daily': 'gone' },
  ),
  ruled(
    'quality-update-limit',
    {
      kind: 'webhook',
      field: 'phone_number_quality_update',
      parts: ['/max_daily_conversations_per_business'],
    },
    { current: 'gone', 'max-daily': there },
  ),
  ...['messages', 'user_preferences'].map((field) =>
    ruled(
      'bsuid-in-webhooks',
      { kind: 'webhook', field, parts: [...userIds, ...parentIds, '/user_preferences/*/user_id'] },
      { 'since-april-2026': there, before: 'gone' },
    ),
  ),
  ruled(
    'bsuid-in-webhooks',
    { kind: 'webhook', field: 'messages', events: statuses, parts: ['/contacts'] },
    { 'since-april-2026': there, before: 'gone' },
  ),
  ...['messages', 'user_preferences'].map((field) =>
    ruled(
      'parent-bsuid',
      { kind: 'webhook', field, parts: [...parentIds, '/user_preferences/*/parent_user_id'] },
      parents(without('not-enrolled')),
    ),
  ),
  ruled(
    'parent-bsuid',
    { kind: 'webhook', field: 'messages', parts: ['/statuses/*/recipient_parent_user_id'] },
    parents(without('not-enrolled', 'parent_recipient_user_id')),
  ),
  ruled(
    'parent-bsuid',
    { kind: 'webhook', field: 'messages', parts: ['/statuses/*/parent_recipient_user_id'] },
    parents(without('not-enrolled', 'recipient_parent_user_id')),
  ),
  ruled(
    'number-change-message',
    { kind: 'webhook', field: 'messages', events: ['messages: system'], parts: ['/messages/*/system/type'] },
    { user_changed_user_id: as('user_changed_user_id'), user_changed_number: as('user_changed_number') },
  ),
  ...templateFields.map((field) =>
    ruled(
      'template-webhook-language',
      { kind: 'webhook', field, parts: ['/message_template_language'] },
      { underscore: as('like en_US'), hyphen: as('like en-US') },
    ),
  ),
  ruled(
    'template-quality-field',
    { kind: 'webhook', field: 'message_template_quality_update' },
    { own: there, sample: 'gone' },
  ),
  ruled(
    'template-disable-date',
    { kind: 'webhook', field: 'message_template_status_update', parts: ['/disable_info/disable_date'] },
    { number: as('a number'), text: as('a text') },
  ),
  ruled(
    'webhook-success-status',
    { kind: 'delivery', answers: 'other than 200' },
    { '2xx': as('any 2xx is taken'), '200-only': as('only 200 is taken, and all else is posted again') },
  ),
  ruled(
    'webhook-retry-window',
    { kind: 'delivery' },
    { '7-days': as('retries go on for 7 days'), '36-hours': as('retries go on for 36 hours') },
  ),
  ruled(
    'webhook-retry-recipients',
    { kind: 'delivery' },
    { 'all-subscribed-apps': as('all apps get a retry'), 'failed-app-only': as('the app that failed gets a retry') },
  ),
  ruled(
    'webhook-signature-sha1',
    { kind: 'delivery' },
    { both: as('X-Hub-Signature comes as well'), 'sha256-only': as('only X-Hub-Signature-256 comes') },
  ),
  ruled(
    'webhook-batching',
    { kind: 'delivery' },
    { 'one-by-one': as('one update each'), together: as('many updates in one') },
  ),
  ruled(
    'development-mode',
    { kind: 'delivery' },
    {
      'own-accounts-only': as('in Dev mode only of own accounts'),
      'no-messages': as('in Dev mode no messages'),
      'all-are-sent': as('in Dev mode all'),
    },
  ),
  ruled(
    'waba-webhook-order',
    { kind: 'delivery' },
    { created: as('in the order of making'), reversed: as('newest first') },
  ),
  ruled(
    'status-order',
    { kind: 'webhook', field: 'messages', events: statuses },
    {
      'as-they-happen': as('as they happen, each once'),
      disordered: as('in any order'),
      repeated: as('more than once'),
    },
  ),
]
