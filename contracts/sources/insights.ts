import type { Source } from '../source.ts'

const MM = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages'
const ADS = 'https://developers.facebook.com/documentation/ads-commerce/marketing-api'

/** Ad entities, Insights, analytics of accounts, and conversions. */
export const insightsSources = {
  'view-metrics': { title: 'View metrics (Marketing Messages API)', date: '2026-06-30', url: `${MM}/view-metrics` },
  'measure-conversion': {
    title: 'Measure conversions (Marketing Messages API)',
    date: '2026',
    url: `${MM}/measure-conversion`,
  },
  'insights-guide': { title: 'Insights API', date: '2026-04-27', url: `${ADS}/insights` },
  'insights-reference': {
    title: 'Ad Account Insights (Marketing API reference, v25.0)',
    date: '2026',
    kept: 'idx:68368700248',
  },
  'insights-errors': {
    title: 'Insights API: error codes',
    date: '2026',
    url: `${ADS}/insights/error-codes`,
  },
  'insights-async': { title: 'Insights API: asynchronous jobs', date: '2025', kept: 'idx:53928884312' },
  'insights-regions': {
    title: 'GetMessageCampaignInsights (Alibaba Cloud, of the fields of Meta)',
    date: '2026',
    url: 'https://www.alibabacloud.com/help/en/chatapp/developer-reference/api-cams-2020-06-06-getmessagecampaigninsights',
  },
  'insights-availability': {
    title: 'Ads Insights API metric availability updates',
    date: '2025-10-16',
    url: 'https://developers.facebook.com/blog/post/2025/10/16/ads-insights-api-metric-availability-updates/',
  },
  'waba-analytics': {
    title: 'Analytics of a WhatsApp Business Account',
    date: '2026-04-20',
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics',
    kept: 'ids 69790835262, 54775922374',
  },
  'capture-insights-errors': {
    title: 'Errors of the Insights API (tests of Airbyte)',
    date: '2025',
    kept: 'idx:115532124',
  },
  'capture-insights-field': {
    title: '(#100) … is not valid for fields param',
    date: '2024',
    kept: 'idx:15160408085',
  },
  'capture-insights-breakdowns': {
    title: 'Current combination of data breakdown columns is invalid',
    date: '2025',
    url: 'https://github.com/pipeboard-co/meta-ads-mcp/pull/103',
  },
  'capture-insights-checks': {
    title: 'Errors of insights calls of v19.0 (integration tests of a client)',
    date: '2024',
    kept: 'idx:18209938401',
  },
  'capture-insights-range': {
    title: '(#100) param time_range must be non-empty.',
    date: '2024',
    url: 'https://github.com/facebook/facebook-java-business-sdk/issues/241',
  },
  'capture-insights-filtering': {
    title: '(#100) param filtering must be an array.',
    date: '2026',
    kept: 'idx:62975285614',
  },
  'capture-insights-filter-field': {
    title: '(#100) Filtering field effective_status is invalid',
    date: '2026',
    kept: 'ids 69739990673, 54585517091',
  },
  'capture-insights-summary': { title: 'Cannot include … in summary param', date: '2021', kept: 'idx:23856486176' },
  'capture-insights-run-fields': { title: 'Cannot include … in fields param', date: '2026', kept: 'idx:68936264325' },
  'capture-insights-without-data': { title: '1504041', date: '2026', kept: 'idx:60924960479' },
  'capture-report-not-ready': {
    title: '2601 of a report run that is not complete',
    date: '2017',
    url: 'https://github.com/facebook/facebook-php-business-sdk/issues/288',
  },
  'capture-report-failed': {
    title: 'A report run that failed (test of a client)',
    date: '2026',
    kept: 'idx:61579002730',
  },
  'insights-export': { title: 'Insights API: export reports', date: '2026', kept: 'idx:54887607801' },
  'capture-export-empty': { title: 'An export without rows', date: '2025', kept: 'idx:47462553356' },
  'capture-listing-filters': {
    title: 'What fields and operators filtering takes, measured on the edges of an ad account',
    date: '2026',
    kept: 'idx:61482107752',
  },
} as const satisfies Record<string, Source>
