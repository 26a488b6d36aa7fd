import { subscribeToWabaWebhooks as contract } from '../../contracts/operations/subscribe-to-waba-webhooks.ts'
import { type Context, done, implement } from '../implement.ts'
import { acceptHandshake, readCallback } from '../model/callback.ts'

export const subscribeToWabaWebhooks = implement(
  contract,
  ({ node, params, session, world, fail, handshake }) => {
    if (handshake) acceptHandshake(handshake, fail)
    const { override_callback_uri: overrideCallbackUri } = params
    const others = node.subscribedApps.filter(({ appId }) => appId !== session.app.id)
    // Without an override the plain subscription takes the place of one that had it.
    const own = { appId: session.app.id, ...(overrideCallbackUri && { overrideCallbackUri }) }
    world.put({ ...node, subscribedApps: [...others, own] })
    return done
  },
  guard,
)

function guard({ node, params, session, fail }: Context<typeof contract>): void {
  const { override_callback_uri: uri = '' } = params
  if (!readCallback(uri)) {
    fail('callback_uri_invalid', `override_callback_uri is '${uri}'; an absolute http or https URL is needed`)
  }
  if (!node.subscribedApps.some(({ appId }) => appId === session.app.id)) {
    const why = `the app ${session.app.id} is not subscribed to ${node.id}: POST /${node.id}/subscribed_apps without a body first`
    fail('callback_override_before_subscription', why)
  }
}
