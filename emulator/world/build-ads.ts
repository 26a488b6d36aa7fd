import { adOf } from '../model/ads.ts'
import { makeAds } from '../model/make-ads.ts'
import type { Row, WorldFile } from './file.ts'
import { type Building, building } from './row.ts'
import type { MessageTemplate } from './template.ts'
import type { World } from './world.ts'

/** Makes the ads of the templates that a world begins with. All else is there already, so the ids of that do not depend on it. */
export function buildAds(world: World, file: WorldFile): void {
  for (const [name, row] of Object.entries(file.templates ?? {})) {
    const at = building(world, file, 'templates', name)
    const template = world.need('WhatsAppBusinessHSM', at.id)
    const isSynced = template.syncedAt !== undefined && template.syncedAt <= world.now
    nameAds(row, at, adOf(world, isSynced ? makeAds(world, template, madeAt(world, template)) : template))
  }
}

/** When the ads of a template were made that a world begins with: with it, or with the onboarding after it. */
function madeAt(world: World, { accountId, createdAt }: MessageTemplate): number {
  const { ownerId } = world.need('WhatsAppBusinessAccount', accountId)
  return Math.max(createdAt, world.need('Business', ownerId).termsSignedAt ?? 0)
}

type Made = { readonly id: string; readonly adset_id: string; readonly campaign_id: string } | undefined

function nameAds(row: Row<'templates'>, { world, refuse }: Building, made: Made): void {
  const wanted = { ad: made?.id, adSet: made?.adset_id, campaign: made?.campaign_id }
  for (const [field, id] of Object.entries(wanted)) {
    const name = row[field as keyof typeof wanted]
    if (name === undefined) continue
    if (Object.hasOwn(world.names, name)) refuse(field, `the name '${name}' is taken already`)
    if (id === undefined) refuse(field, 'the template begins without ads: it is not synced')
    else world.names[name] = id
  }
}
