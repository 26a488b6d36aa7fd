import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'

/** The template that a campaign of the Marketing Messages API was made for, by the id of the campaign. */
export function templateOfCampaign(world: World, id: string): MessageTemplate | undefined {
  const node = world.find(id)
  if (!node || !('templateId' in node) || typeof node.templateId !== 'string') return undefined
  return world.get('WhatsAppBusinessHSM', node.templateId)
}
