import { insightsConversions } from '../../insights/fields.ts'
import { maxPriceDays } from '../../template-rules.ts'
import {
  CAPABILITY_RENAMED,
  INSIGHTS_CONVERSIONS_END,
  LEGACY_PROTOCOL,
  MM_ERROR_CODES,
  STATUS_CONVERSATION,
} from '../../versions.ts'
import { as, ruled, there } from '../ruled.ts'
import type { State, Variation, When } from '../variation.ts'

/** Before v26.0, and before the day on which all versions lose it. */
const legacy: When = { until: LEGACY_PROTOCOL.until, before: LEGACY_PROTOCOL.lastDay }
const ignored = as('it is ignored')

/** What Graph had before v26.0, and what is of it then. @see sources graph-changelog */
const legacyRows = [
  {
    place: { kind: 'param', operations: ['graph'], param: '/ids', call: 'GET /' },
    cases: [{ when: legacy, is: as('several nodes are read by it') }, { is: { error: 'ids_gone' } }],
    source: 'graph-changelog: v26.0, ids at the root',
  },
  {
    place: { kind: 'param', param: '/date_format' },
    cases: [{ when: legacy, is: as('dates are written by it') }, { is: { error: 'date_format_gone' } }],
    source: 'graph-changelog: v26.0, date_format',
  },
  {
    place: { kind: 'param', param: '/debug' },
    cases: [{ when: legacy, is: as('warnings come with the reply') }, { is: ignored }],
    source: 'graph-changelog',
  },
  {
    place: { kind: 'reply', parts: ['/__debug__'] },
    cases: [{ when: legacy, is: there }, { is: 'gone' }],
    source: 'graph-changelog',
  },
  {
    place: { kind: 'param', param: '/pretty' },
    cases: [{ when: legacy, is: as('replies are indented') }, { is: ignored }],
    source: 'graph-changelog',
  },
  {
    place: { kind: 'header', header: 'if-none-match' },
    cases: [
      { when: legacy, is: as('replies have an ETag, and one that is known is answered with 304') },
      { is: ignored },
    ],
    source: 'graph-changelog',
  },
] as const satisfies readonly Variation[]

/** The part is there in a range of versions or days, and not outside. */
const only = (parts: readonly string[], when: When, source: Variation['source'], otherwise: State = 'gone') => ({
  place: { kind: 'reply', parts } as const,
  cases: [{ when, is: there }, { is: otherwise }],
  ...(source && { source }),
})

const conversions = insightsConversions.flatMap((name) => [`/data/*/${name}`, `/summary/${name}`])

const sends = ['sendMarketingMessage'] as const

/** What differs between versions and days, where no schema of a field says so. */
export const versionVariations: readonly Variation[] = [
  ...legacyRows,
  {
    place: { kind: 'error', operations: sends },
    cases: [
      {
        when: { ...MM_ERROR_CODES, rulings: { 'mm-wrong-category': 'by-version' } },
        is: { error: 'marketing_templates_only' },
      },
      { is: { error: 'marketing_method_not_allowed' } },
    ],
    ruling: 'mm-wrong-category',
  },
  {
    place: { kind: 'error', operations: sends },
    cases: [
      { when: { rulings: { 'mm-template-syncing': 'unoptimised' } }, is: as('the message is sent, unoptimised') },
      { when: { rulings: { 'mm-template-syncing': 'fallback' } }, is: as('the message goes through the Cloud API') },
      {
        when: { ...MM_ERROR_CODES, rulings: { 'mm-template-syncing': 'by-version' } },
        is: { error: 'template_syncing' },
      },
      { is: { error: 'template_sync_incomplete' } },
    ],
    ruling: 'mm-template-syncing',
  },
  {
    place: { kind: 'webhook', field: 'messages', events: ['statuses: '], parts: ['/statuses/*/conversation'] },
    cases: [
      { when: { ...STATUS_CONVERSATION, rulings: { 'status-conversation': 'until-v23' } }, is: there },
      { is: 'gone' },
    ],
    ruling: 'status-conversation',
  },
  {
    place: {
      kind: 'webhook',
      field: 'business_capability_update',
      parts: ['/max_daily_conversations_per_business'],
    },
    cases: [
      { when: { since: CAPABILITY_RENAMED.version }, is: there },
      { when: { from: CAPABILITY_RENAMED.day }, is: there },
      { is: 'gone' },
    ],
    source: 'capability-update',
  },
  {
    place: { kind: 'webhook', field: 'business_capability_update', parts: ['/max_daily_conversation_per_phone'] },
    cases: [
      { when: { since: CAPABILITY_RENAMED.version }, is: 'gone' },
      { when: { from: CAPABILITY_RENAMED.day }, is: 'gone' },
      { is: there },
    ],
    source: 'capability-update',
  },
  ruled(
    'capability-limit-type',
    { kind: 'webhook', field: 'business_capability_update', parts: ['/max_daily_conversations_per_business'] },
    { number: as('a number'), tier: as('a tier like TIER_2K') },
  ),
  {
    place: { kind: 'reply', parts: conversions },
    cases: [
      {
        when: { before: INSIGHTS_CONVERSIONS_END, rulings: { 'insights-conversions': 'until-april-2026' } },
        is: there,
      },
      { when: { rulings: { 'insights-conversions': 'given' } }, is: there },
      { is: 'gone' },
    ],
    ruling: 'insights-conversions',
  },
  only(['**/bid_spec'], { before: dayAfter(maxPriceDays.lastOfBidSpec) }, 'mm-pricing: until 31 July 2026'),
  {
    place: { kind: 'param', operations: ['createMessageTemplate', 'editTemplate'], param: '/bid_spec' },
    cases: [
      { when: { before: dayAfter(maxPriceDays.lastOfBidSpec) }, is: as('it is the max price') },
      { is: { error: 'template_setting_invalid' } },
    ],
    source: 'mm-pricing: until 31 July 2026',
  },
]

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
