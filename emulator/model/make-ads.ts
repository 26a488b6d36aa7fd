import type { MessageTemplate, TemplateComponent } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { reportsEvents } from './reports-events.ts'

/**
 * Makes the campaign, the ad set and the ad of a marketing template, once: what they are for is that of the moment, and
 * later edits do not change it. Without a linked ad account there are none, nor where the sync failed.
 * @param createdAt milliseconds
 * @see sources measure-conversion
 */
export function makeAds(world: World, template: MessageTemplate, createdAt = world.now): MessageTemplate {
  const account = world.need('WhatsAppBusinessAccount', template.accountId)
  const adAccount = world.get('AdAccount', account.adAccountId)
  if (!adAccount || !mayHaveAds(template) || template.adId !== undefined) return template
  const shared = {
    name: template.name,
    account_id: adAccount.account_id,
    adAccountId: adAccount.id,
    templateId: template.id,
    wabaId: account.id,
    createdAt,
  }
  const { objective, optimization_goal } = purposeOf(world, template, account.ownerId)
  const campaign_id = world.ids.next()
  const adset_id = world.ids.next()
  const adId = world.ids.next()
  world.put({ nodeType: 'Campaign', id: campaign_id, ...shared, objective })
  world.put({ nodeType: 'AdSet', id: adset_id, ...shared, campaign_id, optimization_goal })
  world.put({ nodeType: 'Ad', id: adId, ...shared, campaign_id, adset_id })
  return world.put({ ...template, campaignId: campaign_id, adSetId: adset_id, adId })
}

function mayHaveAds({ category, status, syncFailed }: MessageTemplate): boolean {
  return category === 'MARKETING' && status !== 'DELETED' && !syncFailed
}

/** @see sources measure-conversion: Linked entity parameters */
function purposeOf(
  world: World,
  { components }: MessageTemplate,
  ownerId: string,
): { objective: string; optimization_goal: string } {
  if (!hasLink(components)) return { objective: 'OUTCOME_SALES', optimization_goal: 'IMPRESSIONS' }
  const goal = reportsEvents(world, ownerId) ? 'OFFSITE_CONVERSIONS' : 'LINK_CLICKS'
  return { objective: 'LINK_CLICKS', optimization_goal: goal }
}

/** Buttons of the cards of a carousel count too: assumed, the page tells of call-to-action URLs alone. */
function hasLink(components: readonly TemplateComponent[]): boolean {
  return components.some(
    ({ buttons = [], cards = [] }) =>
      buttons.some(({ type }) => type === 'URL') || cards.some((card) => hasLink(card.components)),
  )
}
