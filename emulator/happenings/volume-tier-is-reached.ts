import { tierCategories, tierRange } from '../../contracts/account-shapes.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { monthOf } from '../model/time.ts'

// Volumes are not counted here, so somebody must say that a tier is reached. Marketing messages have no tiers.
export const volumeTierIsReached = happening(
  {
    name: 'volume_tier_is_reached',
    says: 'An account reaches a volume tier (`tier`, like 25000001:50000000) of a market (`region`, like India) in this month',
    nodes: { account: 'WhatsAppBusinessAccount' },
    params: {
      type: 'object',
      properties: { region: text, tier: tierRange, category: { enum: tierCategories } },
      required: ['region', 'tier'],
    },
    sources: ['pricing-tiers', 'account-update: VOLUME_BASED_PRICING_TIER_UPDATE'],
  },
  ({ nodes: { account }, params: { region, tier, category = 'UTILITY' }, now, notify }) => {
    const volume_tier_info = {
      tier_update_time: Math.floor(now / 1000),
      pricing_category: category,
      tier,
      effective_month: monthOf(now),
      region,
    }
    const value = { volume_tier_info, event: 'VOLUME_BASED_PRICING_TIER_UPDATE' }
    notify({ waba: account.id, field: 'account_update', value })
    return { effective_month: volume_tier_info.effective_month }
  },
)
