import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { templatesOf } from './template.ts'
import { days, minutes } from './time.ts'

/** How long it takes until the ads of a marketing template are there. @see sources send-marketing-messages, mm-support */
const SYNC = minutes(10)
/** A template without a message for so long sleeps, until a send wakes it. @see sources mm-support */
const DORMANT = days(7)

/**
 * A marketing template with the moment from which the Marketing Messages API can send it, where its account has its ad
 * account; any other as it is. Its ads are made then.
 */
export function withSync(world: World, template: MessageTemplate): MessageTemplate {
  const account = world.need('WhatsAppBusinessAccount', template.accountId)
  if (template.category !== 'MARKETING' || template.syncedAt !== undefined) return template
  if (template.status !== 'APPROVED' || account.adAccountId === undefined) return template
  const syncedAt = world.now + SYNC
  world.schedule({
    at: syncedAt,
    kind: 'happening',
    name: 'template_ad_sync_ends',
    params: { template: template.id },
  })
  return { ...template, syncedAt }
}

/** The marketing templates of an account that are approved begin to sync to its ad account. @see sources send-marketing-messages */
export function syncTemplates(world: World, accountId: string): void {
  for (const template of templatesOf(world, accountId)) world.put(withSync(world, template))
}

/** The templates of an account lose their ads: another onboarding makes others. */
export function unlinkAds(world: World, accountId: string): void {
  for (const template of templatesOf(world, accountId)) {
    const { syncedAt: _, campaignId: __, adSetId: ___, adId: ____, ...rest } = template
    world.put(rest)
  }
}

export type SyncState = 'synced' | 'syncing' | 'dormant' | 'failed'

/** Whether the ads of a template are ready. */
export function syncStateOf(template: MessageTemplate, now: number): SyncState {
  if (template.syncFailed) return 'failed'
  if (template.syncedAt === undefined || template.syncedAt > now) return 'syncing'
  const lastUse = Math.max(template.syncedAt, template.lastSentAt ?? 0)
  return now - lastUse > DORMANT ? 'dormant' : 'synced'
}

/** A dormant template that a send woke: ready again after another sync. */
export function woken(template: MessageTemplate, now: number): MessageTemplate {
  return { ...template, syncedAt: now + SYNC, lastSentAt: now }
}
