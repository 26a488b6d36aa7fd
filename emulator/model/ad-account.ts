import type { AdAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { adsOf } from './ads.ts'

/** `account_status`. @see sources codegen: AdAccount */
const ENABLED = 1
const DISABLED = 2

/** Makes the read-only ad account that an onboarded WABA is linked to. @see sources guide, mm-onboarding */
export function makeAdAccount(
  world: World,
  waba: { name: string; currency: string; zone: string; ownerId: string },
  createdAt = world.now,
): string {
  const account_id = world.ids.next()
  return world.put({
    nodeType: 'AdAccount',
    id: `act_${account_id}`,
    account_id,
    account_status: ENABLED,
    disable_reason: 0,
    balance: '0',
    timezone_name: waba.zone,
    name: `${waba.name} (marketing messages)`,
    currency: waba.currency,
    businessId: waba.ownerId,
    createdAt,
    readOnly: true,
  }).id
}

/** Disables an ad account. None of the known reasons is that its WABA left, so `disable_reason` stays 0: assumed. */
export function disable(world: World, adAccount: AdAccount): void {
  world.put({ ...adAccount, account_status: DISABLED, disabledAt: world.now })
}

export function isEnabled({ account_status }: AdAccount): boolean {
  return account_status === ENABLED
}

/**
 * What the messages of the ads of an ad account cost, in whole smallest units of its currency. Those are as ISO 4217 has
 * them; Meta counts some currencies otherwise.
 */
export function spentOf(world: World, { id, currency }: AdAccount): number {
  let spent = 0
  for (const ad of adsOf(world, id)) {
    for (const { cost = 0 } of world.metrics.daysOf(ad.id, 'mm').local.values()) spent += cost
  }
  return Math.round(spent * 10 ** digitsAfterPoint(currency))
}

function digitsAfterPoint(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return maximumFractionDigits
}
