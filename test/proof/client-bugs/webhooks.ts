import type { ClientBug } from '../bug.ts'
import { call } from '../client/calls.ts'
import { healthy } from '../client/client.ts'
import { onboardingParts } from '../client/onboarding.ts'

/** How webhooks are taken, by a client that calls Graph as well. */
export const webhookBugs: readonly ClientBug[] = [
  {
    rule: 'webhook-not-taken',
    does: 'throws at customers who tap a button',
    parts: { take: (client, body) => (body.includes('"type":"button"') ? 500 : healthy.take(client, body)) },
  },
  {
    rule: 'webhook-taken-late',
    does: 'throws at a failed message that it has not seen before',
    parts: {
      take: (client, body) => {
        if (!body.includes('"failed"') || client.memory.known.has(body)) return healthy.take(client, body)
        client.memory.known.add(body)
        return 500
      },
    },
  },
  {
    rule: 'webhook-slow',
    does: 'works on webhooks before it answers',
    parts: {
      take: (client, body) => {
        client.setup.busy(400)
        return healthy.take(client, body)
      },
    },
  },
  {
    rule: 'webhook-answered-otherwise',
    does: 'answers webhooks with 202',
    parts: {
      take: (client, body) => {
        healthy.take(client, body)
        return 202
      },
    },
  },
  {
    rule: 'webhook-acted-on-twice',
    does: 'does not know what it has dealt with',
    parts: { isNew: () => true },
    meets: { faults: [{ webhooks: 'duplicated', times: 500 }] },
    also: ['token-asked-for-again'],
  },
  {
    rule: 'override-cleared',
    does: 'subscribes an account anew without the callback that it had',
    parts: {
      subscribeAccount: async (client) => {
        const { setup } = client
        await onboardingParts.subscribeAccount(client)
        const params = { override_callback_uri: setup.callback, verify_token: setup.verifyToken }
        const path = `/${setup.ids.account}/subscribed_apps`
        await call(client, { method: 'POST', path, params, as: 'client' })
      },
      prepare: onboardingParts.subscribeAccount,
    },
  },
]
