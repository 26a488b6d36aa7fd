import type { Source } from '../source.ts'

/** Analytics of accounts: what was captured and published. */
export const analyticsSources = {
  'group-analytics': {
    title: 'Analytics of groups: product types that cannot be asked for together',
    date: '2025',
    kept: 'id 13675554470',
  },
  'enroll-max-price': {
    title: 'Enroll in max price: template_analytics by product type',
    date: '2026-06-26',
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/pricing/enroll-max-price',
    kept: 'idx:56454962684',
  },
  'capture-pricing-analytics': {
    title: 'pricing_analytics of an account in Pacific time: days of its own zone, the last one in progress',
    date: '2026-10-07',
    kept: 'ids 71489874647, 60897214422',
  },
  'capture-monthly-analytics': {
    title: 'MONTHLY answers no data, or 100/2388087, for a month still in progress',
    date: '2026-10-07',
    kept: 'ids 70933092938, 56596372675',
  },
  'capture-no-conversations': {
    title: 'conversation_analytics is left out of a reply with status 200',
    date: '2026',
    kept: 'ids 63033780788, 56596372675, 60897214422',
  },
  'capture-template-insights-disabled': {
    title: '1/4182004, with the text in error_data as a string',
    date: '2026',
    kept: 'ids 63033780788, 60176447581',
  },
  'capture-template-cost': {
    title: 'Entries of cost of template_analytics without a value, where there is none',
    date: '2026',
    kept: 'ids 70866258998, 62822663988',
  },
  'capture-template-analytics': {
    title:
      'template_analytics passed on by a partner: the name of the product, and no points where nothing was asked that there is',
    date: '2026',
    kept: 'idx:67110097381',
  },
  'capture-date-format': {
    title: '(#100) Must be a date representation in the format YYYY-MM-DD',
    date: '2022',
    kept: 'idx:18209938401',
  },
} as const satisfies Record<string, Source>
