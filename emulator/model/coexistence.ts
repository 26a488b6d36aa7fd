import type { Effects } from '../effects.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { disable } from './ad-account.ts'
import { unlinkAds } from './ad-sync.ts'
import { digitsOf } from './digits.ts'

/** An account leaves the Marketing Messages API: its ad account is disabled and unlinked. @see sources guide */
export function offboard(world: World, accountId: string): void {
  const { adAccountId, ...account } = world.need('WhatsAppBusinessAccount', accountId)
  const adAccount = world.get('AdAccount', adAccountId)
  if (adAccount) disable(world, adAccount)
  unlinkAds(world, accountId)
  world.put({ ...account, offboardedAt: world.now })
}

/** @see sources account-update, coexistence; ruling coexistence-removal */
export function tellOfRemoval(
  world: World,
  notify: Effects['notify'],
  phone: PhoneNumber,
  disconnection_info: { readonly reason: string; readonly initiated_by: string },
): void {
  const { id, ownerId } = world.need('WhatsAppBusinessAccount', phone.accountId)
  const event = 'PARTNER_REMOVED'
  const shared = { waba: id, field: 'account_update' }
  const waba_info = { waba_id: id, owner_business_id: ownerId }
  if (world.rulings['coexistence-removal'] === 'coexistence-page') {
    notify({ ...shared, value: { phone_number: digitsOf(phone.display_phone_number), event } })
  } else notify({ ...shared, value: { event, waba_info, disconnection_info }, entry: 'business' })
}
