import type { Ad, AdSet, Campaign } from '../world/entities.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'

/** The ads of an ad account (`act_…`), oldest first. */
export function adsOf(world: World, adAccountId: string): readonly Ad[] {
  return world.list('Ad').filter((ad) => ad.adAccountId === adAccountId)
}

/** The ad sets of an ad account (`act_…`), oldest first. */
export function adSetsOf(world: World, adAccountId: string): readonly AdSet[] {
  return world.list('AdSet').filter((adSet) => adSet.adAccountId === adAccountId)
}

/** The campaigns of an ad account (`act_…`), oldest first. */
export function campaignsOf(world: World, adAccountId: string): readonly Campaign[] {
  return world.list('Campaign').filter((campaign) => campaign.adAccountId === adAccountId)
}

/**
 * The ad of a template, which names its ad set and its campaign. Undefined before it is synced, once its account has left,
 * and while the Marketing Messages API cannot carry it.
 */
export function adOf(world: World, { adId, category, syncFailed }: MessageTemplate): Ad | undefined {
  return category === 'MARKETING' && !syncFailed ? world.get('Ad', adId) : undefined
}

/** The template that an ad, ad set or campaign was made for. A deleted template stays in the world. */
export function templateOfAd(world: World, { templateId }: Ad | AdSet | Campaign): MessageTemplate {
  return world.need('WhatsAppBusinessHSM', templateId)
}
