import type { Source } from '../source.ts'

/** Ad accounts, campaigns, ad sets and ads. */
export const adsSources = {
  'ad-object-status': {
    title: 'Manage your ad object’s status',
    date: '2025-11-10',
    url: 'https://developers.facebook.com/documentation/ads-commerce/marketing-api/best-practices/manage-your-ad-object-status',
  },
  'ad-references': {
    title: 'References of campaigns, ad sets and ads: error codes',
    date: '2026',
    url: 'https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group',
  },
  'capture-listing-filters': {
    title: 'Which filters the lists of campaigns, ad sets and ads take, measured, with field values',
    date: '2026',
    kept: 'idx:61482107752',
  },
  'capture-ads-management': {
    title: '(#294) Managing advertisements requires an access token with the extended permission for ads_management',
    date: '2020',
    kept: 'idx:3547394816',
  },
  'capture-ad-account-not-granted': {
    title: '(#200) Ad account owner has NOT grant ads_management or ads_read permission',
    date: '2026-09-27',
    kept: 'idx:71316019963, idx:16435683387, idx:62451204733',
  },
} as const satisfies Record<string, Source>
