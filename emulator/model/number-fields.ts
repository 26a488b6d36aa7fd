import type { Session } from '../session.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { healthOf, numberHealth } from './health.ts'
import { numberTier } from './messaging-limit.ts'

type Field = (number: PhoneNumber, world: World, session: Session) => unknown

/** Fields of a phone number that follow from the rest of the world, or from who asks. */
export const numberFields: Readonly<Record<string, Field>> = {
  certificate: certificateOf,
  health_status: (number, world, { app }) => healthOf(world, accountOf(number, world), app, numberHealth(number)),
  is_pin_enabled: ({ pin }) => pin !== undefined,
  messaging_limit_tier: (number, world) => numberTier(ownerOf(number, world).messagingLimit),
  webhook_configuration: callbacksOf,
  whatsapp_business_manager_messaging_limit: (number, world) => ownerOf(number, world).messagingLimit,
}

const accountOf = ({ accountId }: PhoneNumber, world: World) => world.need('WhatsAppBusinessAccount', accountId)
const ownerOf = (number: PhoneNumber, world: World) => world.need('Business', accountOf(number, world).ownerId)

/** Only a name that may be used has one. @see sources phone-numbers */
function certificateOf({ id, name_status }: PhoneNumber, world: World): string | undefined {
  const has = name_status === 'APPROVED' || name_status === 'AVAILABLE_WITHOUT_REVIEW'
  return has ? world.ids.letters(`certificate/${id}`, 60) : undefined
}

/** Where the webhooks of a number go for the app that asks: each only where it is set. @see sources webhooks-override */
function callbacksOf(number: PhoneNumber, world: World, { app }: Session): object | undefined {
  const own = (list: PhoneNumber['callbackOverrides']) =>
    list?.find(({ appId }) => appId === app.id)?.overrideCallbackUri
  const phone = own(number.callbackOverrides)
  const account = own(accountOf(number, world).subscribedApps)
  const application = app.subscription?.callbackUrl
  if (!phone && !account && !application) return undefined
  return {
    ...(phone && { phone_number: phone }),
    ...(account && { whatsapp_business_account: account }),
    ...(application && { application }),
  }
}
