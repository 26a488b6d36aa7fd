import type { Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { namespaceOf } from './namespace.ts'
import { zoneOf } from './zone.ts'

interface Wanted {
  readonly name?: string | undefined
  readonly currency?: string | undefined
  readonly timezone_id?: string | undefined
}

/**
 * An account that comes into being, for its maker to put: it is approved at once (assumed), shared with nobody, and has no
 * payment method yet.
 */
export function newAccount(
  world: World,
  owner: Business,
  { name, currency, timezone_id = '1' }: Wanted,
): WhatsAppBusinessAccount {
  const id = world.ids.next()
  return {
    nodeType: 'WhatsAppBusinessAccount',
    id,
    name: name ?? owner.name,
    currency: currency ?? 'USD',
    timezone_id,
    zone: zoneOf(timezone_id),
    message_template_namespace: namespaceOf(world, id),
    account_review_status: 'APPROVED',
    business_verification_status: owner.verification_status,
    country: owner.country,
    creation_time: Math.floor(world.now / 1000),
    status: 'ACTIVE',
    isActive: false,
    ownerId: owner.id,
    sharedWith: [],
    subscribedApps: [],
    disable_marketing_messages_on_cloud_api: false,
    is_enabled_for_insights: false,
    template_auto_archival_enabled: true,
  }
}
