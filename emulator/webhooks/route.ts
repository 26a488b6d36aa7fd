import type { Version } from '../../contracts/versions.ts'
import { envelope } from '../../contracts/webhook-envelope.ts'
import { accountWide, overridable } from '../../contracts/webhooks.ts'
import { wireText } from '../../contracts/wire-text.ts'
import type { Notice } from '../effects.ts'
import { isPartyTo } from '../model/accounts.ts'
import type { Application, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { Parcel } from '../world/queue.ts'
import type { World } from '../world/world.ts'

/**
 * Who hears of a webhook, and where. An app hears when it subscribed to the field, and for all but news of the account as
 * a whole the account must be subscribed to the app as well. What is about messages may have a callback of its own, of
 * the phone number before that of the account; everything else goes to the callback of the app.
 * @see sources account-update, webhooks-override, manage-webhooks; ruling account-update-routing
 */
export function route(world: World, notice: Notice): Omit<Parcel, 'event'>[] {
  const { field, about } = notice
  const account = world.get('WhatsAppBusinessAccount', notice.waba)
  return hearers(world, notice, account).flatMap((app) => {
    const { subscription } = app
    if (!subscription?.fields.includes(field)) return []
    const value = typeof notice.value === 'function' ? notice.value(subscription.version as Version) : notice.value
    const entryId = entryOf(world, notice, app, account)
    const body = wireText(envelope(entryId, world.now, field, value))
    const url = callbackOf(world, notice, app, account) ?? subscription.callbackUrl
    return [{ field, appId: app.id, url, body, ...(about !== undefined && { about }) }]
  })
}

function hearers(
  world: World,
  { field, to }: Notice,
  account: WhatsAppBusinessAccount | undefined,
): readonly Application[] {
  const isSubscribed = world.rulings['account-update-routing'] === 'app-and-waba' || !accountWide.includes(field)
  const apps =
    isSubscribed && account
      ? account.subscribedApps.map(({ appId }) => world.need('Application', appId))
      : world.list('Application')
  return apps.filter((app) => {
    const { id, businessId } = app
    const isNear = account && (isPartyTo(account, businessId) || account.installedApps?.includes(id))
    return (to ? to.includes(businessId) : isNear) && !isHeldBack(world, field, app, account)
  })
}

/** Whether an app is in Dev mode, where not all webhooks are sent. They do not come later. @see ruling development-mode */
function isHeldBack(
  world: World,
  field: string,
  { inDevelopment, businessId }: Application,
  account: WhatsAppBusinessAccount | undefined,
): boolean {
  const side = world.rulings['development-mode']
  if (!inDevelopment || side === 'all-are-sent') return false
  return side === 'no-messages' ? field === 'messages' : account !== undefined && account.ownerId !== businessId
}

/** @see ruling account-update-entry */
function entryOf(
  world: World,
  { entry, field }: Notice,
  app: Application,
  account: WhatsAppBusinessAccount | undefined,
): string {
  if (!account) return app.businessId
  const isPlain = field === 'account_update' && world.rulings['account-update-entry'] === 'syntax'
  return entry === 'business' && !isPlain ? app.businessId : account.id
}

const overridesOf = ({ rulings }: World): readonly string[] =>
  rulings['override-fields'] === 'messages-only' ? ['messages'] : overridable

/** @see ruling override-fields */
function callbackOf(
  world: World,
  { field, phone }: Notice,
  app: Application,
  account: WhatsAppBusinessAccount | undefined,
): string | undefined {
  if (!overridesOf(world).includes(field)) return undefined
  const number = world.get('WhatsAppBusinessAccountToNumberCurrentStatus', phone)
  const overrides = [...(number?.callbackOverrides ?? []), ...(account?.subscribedApps ?? [])]
  return overrides.find(({ appId, overrideCallbackUri }) => appId === app.id && overrideCallbackUri)
    ?.overrideCallbackUri
}
