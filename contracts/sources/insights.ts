import type { Source } from '../source.ts'

const MM = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages'

/** Ad entities, Insights, analytics of accounts, and conversions. */
export const insightsSources = {
  'measure-conversion': {
    title: 'Measure conversions (Marketing Messages API)',
    date: '2026',
    url: `${MM}/measure-conversion`,
  },
  'insights-regions': {
    title: 'GetMessageCampaignInsights (Alibaba Cloud, of the fields of Meta)',
    date: '2026',
    url: 'https://www.alibabacloud.com/help/en/chatapp/developer-reference/api-cams-2020-06-06-getmessagecampaigninsights',
  },
  'waba-analytics': {
    title: 'Analytics of a WhatsApp Business Account',
    date: '2026-04-20',
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics',
  },
} as const satisfies Record<string, Source>
