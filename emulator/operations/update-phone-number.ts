import { updatePhoneNumberStatus as contract } from '../../contracts/operations/update-phone-number.ts'
import { type Context, done, implement } from '../implement.ts'
import { acceptHandshake, readCallback } from '../model/callback.ts'
import { checkPinFormat } from '../model/pin.ts'

type Call = Context<typeof contract>

// Two-step verification cannot be turned off here, so an empty PIN is a wrong one.
export const updatePhoneNumberStatus = implement(
  contract,
  (call) => {
    const { node, params, world, fail, handshake } = call
    const { new_display_name, search_visibility, username } = params
    const pin = params.pin ?? params.whatsapp_business_api_data?.pin
    if (handshake) acceptHandshake(handshake, fail)
    if (pin !== undefined) checkPinFormat(pin, fail)
    world.put({
      ...node,
      ...(pin !== undefined && { pin }),
      ...(new_display_name !== undefined && { new_display_name, new_name_status: 'PENDING_REVIEW' as const }),
      ...(search_visibility !== undefined && { search_visibility }),
      ...(username !== undefined && { username }),
      ...overrides(call),
    })
    return done
  },
  guard,
)

/** An empty callback takes that of this app away. */
function overrides({ node, params, session }: Call): Pick<Call['node'], 'callbackOverrides'> {
  const uri = params.webhook_configuration?.override_callback_uri
  if (uri === undefined) return {}
  const others = (node.callbackOverrides ?? []).filter(({ appId }) => appId !== session.app.id)
  return { callbackOverrides: uri ? [...others, { appId: session.app.id, overrideCallbackUri: uri }] : others }
}

function guard({ node, params, session, world, fail }: Call): void {
  const uri = params.webhook_configuration?.override_callback_uri ?? ''
  if (!readCallback(uri)) {
    fail('callback_uri_invalid', `override_callback_uri is '${uri}'; an absolute http or https URL is needed`)
  }
  const account = world.need('WhatsAppBusinessAccount', node.accountId)
  if (!account.subscribedApps.some(({ appId }) => appId === session.app.id)) {
    const why = `the app ${session.app.id} is not subscribed to ${account.id}: POST /${account.id}/subscribed_apps first`
    fail('callback_override_before_subscription', why)
  }
}
