import { operations } from '../../operations.ts'
import { as, ruled, there } from '../ruled.ts'
import type { Variation } from '../variation.ts'

/** What is read of ad accounts and of what is in them. */
const ofAds = operations.filter(({ marketing, method }) => marketing && method === 'GET').map(({ name }) => name)

const insights = [
  'getAdAccountInsights',
  'getCampaignInsights',
  'getAdSetInsights',
  'getAdInsights',
  'getReportRunInsights',
] as const

const counts = ['/data/*/marketing_messages_sent', '/data/*/marketing_messages_delivered'] as const
const rates = ['/data/*/marketing_messages_read', '/data/*/marketing_messages_link_btn_click'] as const

/** What replies say otherwise under other sides of rulings. */
export const readVariations: readonly Variation[] = [
  ruled(
    'mm-duplicate-request',
    { kind: 'error', operations: ['onboardPartnersToMMLite'] },
    {
      'error-page': { error: 'mm_duplicate_request' },
      guide: { error: 'mm_duplicate_request' },
      'openapi-idempotent': as('200 and the request_id of the existing request'),
      'openapi-refusal': { error: 'mm_duplicate_request' },
    },
  ),
  ruled(
    'mm-status-time',
    { kind: 'reply', parts: ['**/marketing_messages_onboarding_status/time'] },
    { date: as('a bare date'), datetime: as('a datetime') },
  ),
  ruled(
    'template-ad-account-id',
    { kind: 'reply', parts: ['**/ad_account_id'] },
    { bare: as('digits'), act: as('act_ and digits') },
  ),
  ruled('media-file-size', { kind: 'reply', parts: ['/file_size'] }, { number: as('a number'), text: as('a text') }),
  ruled(
    'business-profile-shape',
    { kind: 'reply', operations: ['getWhatsAppBusinessProfile'], parts: ['/data/*/business_profile'] },
    { flat: 'gone', openapi: there },
  ),
  ruled(
    'business-profile-shape',
    {
      kind: 'reply',
      operations: ['getWhatsAppBusinessProfile'],
      parts: [
        '/data/*/about',
        '/data/*/address',
        '/data/*/description',
        '/data/*/email',
        '/data/*/messaging_product',
        '/data/*/profile_picture_url',
        '/data/*/vertical',
        '/data/*/websites',
      ],
    },
    { flat: there, openapi: 'gone' },
  ),
  ruled(
    'conversation-analytics-data',
    { kind: 'reply', operations: ['getConversationAnalytics'], parts: ['/data/*'] },
    { 'one-per-message': there, none: 'gone' },
  ),
  ruled(
    'analytics-product-type',
    { kind: 'reply', operations: ['getTemplateAnalytics'], parts: ['/data/*/product_type'] },
    {
      MARKETING_MESSAGES_LITE_API: as('MARKETING_MESSAGES_LITE_API'),
      marketing_messages_api_for_whatsapp: as('marketing_messages_api_for_whatsapp'),
    },
  ),
  ruled(
    'analytics-incoming',
    { kind: 'reply', operations: ['getAnalytics'], parts: ['/data/*/data_points'] },
    { 'left-out': as('without what customers sent'), counted: as('with what customers sent') },
    'whether product_types are asked for',
  ),
  ruled(
    'conversions-of-cloud-api',
    { kind: 'param', operations: ['getTemplateAnalytics'], param: '/metric_types' },
    { 'left-out': as('conversions of Cloud API are left out'), refused: { error: 'parameter_value' } },
    'whether conversions of Cloud API are asked for',
  ),
  ruled(
    'template-group-product',
    { kind: 'reply', operations: ['getTemplateGroupAnalytics'], parts: ['/data/*/data_points'] },
    { both: as('messages of both products'), cloud_api: as('messages of Cloud API alone') },
  ),
  ruled(
    'insights-regions',
    { kind: 'reply', operations: insights, parts: [...counts, ...rates] },
    { 'left-out': as('without Europe and Japan'), counted: as('of all countries') },
  ),
  ruled(
    'ad-account-linked',
    { kind: 'call', operations: ofAds },
    {
      off: { error: 'object_missing_on_get' },
      reference: as('partners reach ad accounts'),
      'onboarding-page': as('partners reach ad accounts'),
    },
    'whose token it is called with',
  ),
]
