import type { Trial } from './trial.ts'

const MANAGER = ['partner_system_user', 'client_business']
const CLIENT = ['client_business', 'partner_system_user']

/** The last seven whole days, in seconds. */
const week = { start: '{week_start}', end: '{day_start}' }
const insights = { date_preset: 'last_7d', fields: 'impressions,spend' }

/** What an account is told of its messages and their prices. */
export const analyticsTrials: readonly Trial[] = [
  { operation: 'getAnalytics', path: '/{waba}/analytics', as: MANAGER, query: { ...week, granularity: 'DAY' } },
  {
    operation: 'getConversationAnalytics',
    path: '/{waba}/conversation_analytics',
    as: MANAGER,
    query: { ...week, granularity: 'DAILY' },
  },
  {
    operation: 'getPricingAnalytics',
    path: '/{waba}/pricing_analytics',
    as: MANAGER,
    query: { ...week, granularity: 'DAILY' },
  },
  {
    operation: 'getTemplateAnalytics',
    path: '/{waba}/template_analytics',
    as: MANAGER,
    query: { ...week, granularity: 'DAILY', template_ids: ['{template}'] },
  },
  {
    operation: 'getTemplateGroupAnalytics',
    path: '/{waba}/template_group_analytics',
    as: MANAGER,
    query: { ...week, granularity: 'DAILY', template_group_ids: ['{group}'] },
  },
]

/** Insights of each level, and reports that are made while the caller waits. */
export const insightsTrials: readonly Trial[] = [
  { operation: 'getAdAccountInsights', path: '/{ad_account}/insights', as: CLIENT, query: insights },
  { operation: 'getCampaignInsights', path: '/{campaign}/insights', as: CLIENT, query: insights },
  { operation: 'getAdSetInsights', path: '/{ad_set}/insights', as: CLIENT, query: insights },
  { operation: 'getAdInsights', path: '/{ad}/insights', as: CLIENT, query: insights },
  { operation: 'createCampaignReportRun', path: '/{campaign}/insights', as: CLIENT, body: insights },
  { operation: 'createAdSetReportRun', path: '/{ad_set}/insights', as: CLIENT, body: insights },
  { operation: 'createAdReportRun', path: '/{ad}/insights', as: CLIENT, body: insights },
  {
    operation: 'createAdAccountReportRun',
    path: '/{ad_account}/insights',
    as: CLIENT,
    body: insights,
    finds: { report_run: '/report_run_id' },
  },
  { operation: 'getAdReportRun', path: '/{report_run}', as: CLIENT },
  {
    operation: 'getReportRunInsights',
    path: '/{report_run}/insights',
    as: CLIENT,
    after: [{ wait: '1m' }],
  },
  {
    operation: 'exportReport',
    path: '/ads/ads_insights/export_report/',
    as: CLIENT,
    query: { report_run_id: '{report_run}', format: 'csv' },
    unversioned: true,
    after: [{ wait: '1m' }],
  },
]
