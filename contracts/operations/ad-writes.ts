import { defineOperation } from '../operation.ts'
import { noParams } from '../shapes.ts'

/** What Meta's specs let others write to ad accounts and what is in them. */
const WRITES = [
  ['updateAdAccount', 'POST', 'AdAccount', undefined],
  ['createCampaign', 'POST', 'AdAccount', 'campaigns'],
  ['deleteCampaigns', 'DELETE', 'AdAccount', 'campaigns'],
  ['createAdSet', 'POST', 'AdAccount', 'adsets'],
  ['createAd', 'POST', 'AdAccount', 'ads'],
  ['updateCampaign', 'POST', 'Campaign', undefined],
  ['deleteCampaign', 'DELETE', 'Campaign', undefined],
  ['copyCampaign', 'POST', 'Campaign', 'copies'],
  ['labelCampaign', 'POST', 'Campaign', 'adlabels'],
  ['scheduleCampaignBudget', 'POST', 'Campaign', 'budget_schedules'],
  ['updateAdSet', 'POST', 'AdSet', undefined],
  ['deleteAdSet', 'DELETE', 'AdSet', undefined],
  ['copyAdSet', 'POST', 'AdSet', 'copies'],
  ['labelAdSet', 'POST', 'AdSet', 'adlabels'],
  ['unlabelAdSet', 'DELETE', 'AdSet', 'adlabels'],
  ['scheduleAdSetBudget', 'POST', 'AdSet', 'budget_schedules'],
  ['updateAd', 'POST', 'Ad', undefined],
  ['deleteAd', 'DELETE', 'Ad', undefined],
  ['copyAd', 'POST', 'Ad', 'copies'],
  ['labelAd', 'POST', 'Ad', 'adlabels'],
] as const

/**
 * Refused, whoever asks: the ad account that onboarding makes is read-only. What the parameters are is not looked at, as
 * nobody may send them.
 */
export const adWrites = WRITES.map(([name, method, on, edge]) =>
  defineOperation({
    name,
    method,
    on,
    ...(edge && { edge }),
    auth: { permissions: [] },
    marketing: true,
    params: noParams,
    reply: { not: {} },
    errors: ['ad_account_read_only'],
    rulings: ['read-only-ads-error'],
    basis: 'assumed',
    assumes:
      'That the ad account is read-only is documented, and that these calls exist; which answer they get there is not: that of a call without the permission.',
    sources: ['measure-conversion: read-only ad account', 'codegen'],
  }),
)
