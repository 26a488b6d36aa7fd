import { pageOf } from '../account-list.ts'
import { adListParams } from '../ad-list.ts'
import { defineOperation, type OperationContract } from '../operation.ts'

/** Newest first; without what is archived or deleted, unless a status is asked for. */
const shared = {
  method: 'GET',
  auth: { permissions: ['ads_read'], otherwise: { permission: 'ad_account_not_granted' } },
  marketing: true,
  params: adListParams,
  reply: pageOf,
  errors: [
    'cursor_invalid',
    'ad_account_not_granted',
    'ads_filter_field_unsupported',
    'ads_filter_operator_unsupported',
  ],
  live: 'safe',
  basis: 'documented',
} as const

const campaigns = { edge: 'campaigns', lists: 'Campaign' } as const
const adSets = { edge: 'adsets', lists: 'AdSet' } as const
const ads = { edge: 'ads', lists: 'Ad' } as const
const sources = ['codegen', 'ad-object-status', 'capture-listing-filters'] as const

export const getCampaigns = defineOperation({ ...shared, ...campaigns, name: 'getCampaigns', on: 'AdAccount', sources })
export const getAdSets = defineOperation({ ...shared, ...adSets, name: 'getAdSets', on: 'AdAccount', sources })
export const getAds = defineOperation({ ...shared, ...ads, name: 'getAds', on: 'AdAccount', sources })
export const getCampaignAdSets = defineOperation({
  ...shared,
  ...adSets,
  name: 'getCampaignAdSets',
  on: 'Campaign',
  sources,
})
export const getCampaignAds = defineOperation({ ...shared, ...ads, name: 'getCampaignAds', on: 'Campaign', sources })
export const getAdSetAds = defineOperation({ ...shared, ...ads, name: 'getAdSetAds', on: 'AdSet', sources })

export const adLists: readonly OperationContract[] = [
  getCampaigns,
  getAdSets,
  getAds,
  getCampaignAdSets,
  getCampaignAds,
  getAdSetAds,
]
