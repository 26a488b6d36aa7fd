import type { Effects } from '../effects.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { digitsOf } from './digits.ts'

/**
 * phone_number_quality_update, with the messaging limit of the portfolio; after an upgrade of throughput TIER_UNLIMITED.
 * @see sources quality-update, throughput; ruling quality-update-limit
 */
export function tellOfQuality(
  world: World,
  notify: Effects['notify'],
  phone: PhoneNumber,
  event: 'FLAGGED' | 'UNFLAGGED' | 'THROUGHPUT_UPGRADE',
): void {
  const owner = world.need('Business', world.need('WhatsAppBusinessAccount', phone.accountId).ownerId)
  const limit = event === 'THROUGHPUT_UPGRADE' ? 'TIER_UNLIMITED' : owner.messagingLimit
  const key =
    world.rulings['quality-update-limit'] === 'current' ? 'current_limit' : 'max_daily_conversations_per_business'
  const value = { display_phone_number: digitsOf(phone.display_phone_number), event, [key]: limit }
  notify({ waba: phone.accountId, field: 'phone_number_quality_update', value, phone: phone.id })
}
