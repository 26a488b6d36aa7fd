import { createApplicationSubscription as contract } from '../../contracts/operations/create-application-subscription.ts'
import { subscribable } from '../../contracts/webhooks.ts'
import { type Context, implement } from '../implement.ts'
import { acceptHandshake, readCallback } from '../model/callback.ts'

export const createApplicationSubscription = implement(
  contract,
  ({ node, params, world, version, fail, handshake }) => {
    if (handshake) acceptHandshake(handshake, fail)
    const { callback_url: callbackUrl, verify_token: verifyToken, fields = [] } = params
    world.put({ ...node, subscription: { callbackUrl, verifyToken, fields, version } })
    return world.rulings['subscription-reply'] === 'text' ? { success: 'true' as const } : { success: true as const }
  },
  guard,
)

function guard({ params, fail }: Context<typeof contract>): void {
  if (!readCallback(params.callback_url)) {
    fail('callback_uri_invalid', `callback_url is '${params.callback_url}'; an absolute http or https URL is needed`)
  }
  const unknown = params.fields?.find((field) => !subscribable.includes(field))
  if (unknown) {
    const allowed = subscribable.join(', ')
    const why = `whatsapp_business_account has no webhook field ${unknown}; allowed are ${allowed}`
    fail('parameter_value', why, { param: 'fields', allowed, value: unknown })
  }
}
