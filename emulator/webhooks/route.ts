import { isPartyTo } from '../model/accounts.ts'
import { wireText } from '../text.ts'
import type { Application, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Parcel } from '../world/queue.ts'
import type { World } from '../world/world.ts'
import { envelope } from './envelope.ts'

/**
 * Who hears of an `account_update`: apps that subscribed to the field and whose business is a party to the account.
 * It always goes to the callback of the app, never to an override. `entry.id` is the business of the receiving app,
 * or the account where a ruling says so.
 * @see sources account-update, webhooks-override; ruling account-update-routing
 */
export function routeAccountUpdate(
  world: World,
  wabaId: string,
  value: object,
  entry: 'business' | 'waba',
): Omit<Parcel, 'event'>[] {
  const account = world.need('WhatsAppBusinessAccount', wabaId)
  return world.list('Application').flatMap((app) => {
    const { subscription } = app
    if (!subscription?.fields.includes('account_update') || !hears(world, app, account)) return []
    const entryId = entry === 'waba' ? wabaId : app.businessId
    const body = wireText(envelope(entryId, world.now, 'account_update', value))
    return [{ field: 'account_update', appId: app.id, url: subscription.callbackUrl, body }]
  })
}

function hears(world: World, app: Application, account: WhatsAppBusinessAccount): boolean {
  if (!isPartyTo(account, app.businessId)) return false
  if (world.rulings['account-update-routing'] === 'app-level') return true
  return account.subscribedApps.some((subscribed) => subscribed.appId === app.id)
}
