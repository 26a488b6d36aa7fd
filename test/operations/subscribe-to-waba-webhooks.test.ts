import { expect } from 'vitest'
import { subscribeToWabaWebhooks } from '../../contracts/operations/subscribe-to-waba-webhooks.ts'
import { emulate, type Kit, need, receive } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{shared_account}/subscribed_apps'

async function subscribed(options = {}): Promise<Kit> {
  const kit = emulate(undefined, undefined, options)
  expect((await kit.graph('POST', EDGE)).body).toEqual({ success: true })
  return kit
}

const override = (kit: Kit, override_callback_uri: string) =>
  kit.graph('POST', EDGE, { body: { override_callback_uri, verify_token: 'let-me-in' } })

const list = async (kit: Kit) => (await kit.graph('GET', EDGE)).body.data

proves(
  subscribeToWabaWebhooks,
  {
    'subscribes the app of the token, once however often it is asked': async () => {
      const kit = await subscribed()
      await kit.graph('POST', EDGE)
      const { app: id } = kit.names
      expect(await list(kit)).toEqual([
        {
          whatsapp_business_api_data: {
            id,
            link: `https://www.facebook.com/games/?app_id=${id}`,
            name: 'Harbour Inbox',
          },
        },
      ])
    },
    'beside what other apps subscribed; an override needs a subscription of its own': async () => {
      const kit = emulate('second-partner-was-first')
      await kit.graph('POST', EDGE, { as: 'other_system_user' })
      expectError(await override(kit, (await receive()).url), 'callback_override_before_subscription')
      await kit.graph('POST', EDGE)
      expect(await list(kit)).toMatchObject([
        { whatsapp_business_api_data: { id: kit.names.other_app } },
        { whatsapp_business_api_data: { id: kit.names.app } },
      ])
    },
    'with an override shakes hands with it and lists it': async () => {
      const kit = await subscribed()
      const receiver = await receive()
      expect((await override(kit, receiver.url)).body).toEqual({ success: true })
      expect(receiver.handshakes).toHaveLength(1)
      expect(await list(kit)).toMatchObject([{ override_callback_uri: receiver.url }])
    },
    'a call without a body takes the override away': async () => {
      const kit = await subscribed()
      await override(kit, (await receive()).url)
      await kit.graph('POST', EDGE)
      expect((await list(kit))[0]).not.toHaveProperty('override_callback_uri')
    },
    'takes id in the body, as the Node SDK sends it': async () => {
      const kit = emulate()
      expect((await kit.graph('POST', EDGE, { body: { id: need(kit.names.shared_account) } })).status).toBe(200)
    },
  },
  {
    callback_override_before_subscription: async () => override(emulate(), (await receive()).url),
    callback_uri_invalid: async () => override(await subscribed(), 'not a url'),
    callback_host_refused: async () => override(await subscribed(), 'https://hooks.example/in'),
    callback_verification_failed: async () => override(await subscribed(), 'http://127.0.0.1:9/'),
    callback_challenge_mismatch: async () => {
      const transport = async () => ({ status: 200, statusText: 'OK', body: 'ok' })
      return override(await subscribed({ transport }), 'http://127.0.0.1:9/')
    },
  },
)
