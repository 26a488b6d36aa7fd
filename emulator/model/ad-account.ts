import type { World } from '../world/world.ts'

/** Makes the read-only ad account that an onboarded WABA is linked to. @see sources guide, mm-onboarding */
export function makeAdAccount(
  world: World,
  waba: { name: string; currency: string; zone: string; ownerId: string },
): string {
  const account_id = world.ids.next()
  return world.put({
    nodeType: 'AdAccount',
    id: `act_${account_id}`,
    account_id,
    account_status: 1,
    balance: '0',
    timezone_name: waba.zone,
    name: `${waba.name} (marketing messages)`,
    currency: waba.currency,
    businessId: waba.ownerId,
    readOnly: true,
  }).id
}
