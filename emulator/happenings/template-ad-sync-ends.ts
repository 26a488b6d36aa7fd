import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { makeAds } from '../model/make-ads.ts'

export const templateAdSyncEnds = happening(
  {
    name: 'template_ad_sync_ends',
    says: 'The campaign, the ad set and the ad of a marketing template are there',
    nodes: { template: 'WhatsAppBusinessHSM' },
    params: noParams,
    internal: true,
    sources: ['measure-conversion', 'mm-support'],
  },
  ({ nodes: { template }, world, now }) => {
    if (template.syncedAt !== undefined && template.syncedAt <= now) makeAds(world, template)
    return undefined
  },
)
