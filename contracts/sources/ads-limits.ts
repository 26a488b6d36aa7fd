import type { Source } from '../source.ts'

/** How many calls of the Marketing API an ad account takes, and the headers that tell. */
export const adsLimitSources = {
  'ads-rate-limits': {
    title: 'Graph API rate limits: business use cases, Ads Insights and Ads Management',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting#buc-rate-limits',
    kept: 'idx:54831225240, idx:35827589168',
  },
  'insights-limits': {
    title: 'Insights API: limits and best practices',
    date: '2026',
    url: 'https://developers.facebook.com/docs/marketing-api/insights/best-practices',
    kept: 'idx:68357258380',
  },
  'capture-ads-usage': {
    title: 'x-business-use-case-usage of an ad account: its id is without act_',
    date: '2026-07-16',
    kept: 'idx:63106040891',
  },
  'capture-ads-limit': {
    title: '(#80004) with its link to #ads-management',
    date: '2024-11-11',
    kept: 'idx:6192571611, idx:8120769907',
  },
  'capture-ads-limit-status': {
    title: '(#80004) with HTTP 400',
    date: '2022-04-23',
    url: 'https://github.com/singer-io/tap-facebook/issues/192',
  },
} as const satisfies Record<string, Source>
