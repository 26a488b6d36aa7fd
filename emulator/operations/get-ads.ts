import {
  getAdSets as adSetsOfAccount,
  getCampaignAdSets as adSetsOfCampaign,
  getAds as adsOfAccount,
  getAdSetAds as adsOfAdSet,
  getCampaignAds as adsOfCampaign,
  getCampaigns as campaignsOfAccount,
} from '../../contracts/operations/get-ads.ts'
import { implement, type Operation } from '../implement.ts'
import { chosenAds } from '../model/ad-filter.ts'
import { adSetsOf, adsOf, campaignsOf } from '../model/ads.ts'

const getCampaigns = implement(campaignsOfAccount, (call) =>
  chosenAds('Campaign', campaignsOf(call.world, call.node.id), call.params, call),
)

const getAdSets = implement(adSetsOfAccount, (call) =>
  chosenAds('AdSet', adSetsOf(call.world, call.node.id), call.params, call),
)

const getAds = implement(adsOfAccount, (call) => chosenAds('Ad', adsOf(call.world, call.node.id), call.params, call))

const getCampaignAdSets = implement(adSetsOfCampaign, (call) => {
  const { id, adAccountId } = call.node
  const own = adSetsOf(call.world, adAccountId).filter(({ campaign_id }) => campaign_id === id)
  return chosenAds('AdSet', own, call.params, call)
})

const getCampaignAds = implement(adsOfCampaign, (call) => {
  const { id, adAccountId } = call.node
  const own = adsOf(call.world, adAccountId).filter(({ campaign_id }) => campaign_id === id)
  return chosenAds('Ad', own, call.params, call)
})

const getAdSetAds = implement(adsOfAdSet, (call) => {
  const { id, adAccountId } = call.node
  const own = adsOf(call.world, adAccountId).filter(({ adset_id }) => adset_id === id)
  return chosenAds('Ad', own, call.params, call)
})

export const adLists: readonly Operation[] = [
  getCampaigns,
  getAdSets,
  getAds,
  getCampaignAdSets,
  getCampaignAds,
  getAdSetAds,
]
