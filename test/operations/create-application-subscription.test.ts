import { expect } from 'vitest'
import { createApplicationSubscription } from '../../contracts/operations/create-application-subscription.ts'
import { emulate, type Kit, need, type Receiver, receive, subscribe } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{app}/subscriptions'

const ask = (kit: Kit, callback_url: string, body: object = {}) =>
  kit.graph('POST', EDGE, {
    as: 'app',
    body: { object: 'whatsapp_business_account', callback_url, verify_token: 'let-me-in', ...body },
  })

async function both(): Promise<{ kit: Kit; receiver: Receiver }> {
  return { kit: emulate(), receiver: await receive() }
}

proves(
  createApplicationSubscription,
  {
    'shakes hands before it answers, and lists what was subscribed': async () => {
      const { kit, receiver } = await both()
      await subscribe(kit, receiver)
      expect(receiver.handshakes).toHaveLength(1)
      const list = await kit.graph('GET', EDGE, { as: 'app' })
      expect(list.body.data).toEqual([
        {
          object: 'whatsapp_business_account',
          callback_url: receiver.url,
          active: true,
          fields: [{ name: 'account_update', version: 'v24.0' }],
        },
      ])
    },
    "ruling subscription-reply: success is a boolean, or a 'text'": async () => {
      for (const [side, success] of [
        ['boolean', true],
        ['text', 'true'],
      ] as const) {
        const kit = emulate(undefined, (file) => {
          file.rulings = { 'subscription-reply': side }
        })
        const { url } = await receive()
        expect((await ask(kit, url)).body).toEqual({ success })
      }
    },
    'takes a form body with fields as a comma list, and the app token in the query': async () => {
      const { kit, receiver } = await both()
      const { status } = await kit.graph('POST', EDGE, {
        as: '',
        query: { access_token: need(kit.tokens.app) },
        body: `object=whatsapp_business_account&callback_url=${encodeURIComponent(receiver.url)}&verify_token=let-me-in&fields=account_update,messages`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(status).toBe(200)
      expect(kit.world().need('Application', need(kit.names.app)).subscription?.fields).toHaveLength(2)
    },
    'the parameter access_token wins over the header': async () => {
      const { kit, receiver } = await both()
      const { status } = await kit.graph('POST', EDGE, {
        as: 'partner_system_user',
        query: { access_token: need(kit.tokens.app) },
        body: { object: 'whatsapp_business_account', callback_url: receiver.url, verify_token: 'let-me-in' },
      })
      expect(status).toBe(200)
    },
    'without fields nothing is subscribed to': async () => {
      const { kit, receiver } = await both()
      expect((await ask(kit, receiver.url, { fields: undefined })).status).toBe(200)
      expect(kit.world().need('Application', need(kit.names.app)).subscription?.fields).toEqual([])
    },
    'a second one takes the place of the first': async () => {
      const { kit, receiver } = await both()
      const other = await receive()
      await subscribe(kit, receiver)
      await subscribe(kit, other)
      const { data } = (await kit.graph('GET', EDGE, { as: 'app' })).body
      expect(data).toMatchObject([{ callback_url: other.url }])
    },
    'a failed handshake changes nothing': async () => {
      const { kit, receiver } = await both()
      expectError(await ask(kit, receiver.url, { verify_token: 'wrong' }), 'callback_verification_failed')
      expect((await kit.graph('GET', EDGE, { as: 'app' })).body).toEqual({ data: [] })
    },
    'a verify token with special characters reaches the callback as it was sent': async () => {
      const kit = emulate()
      const token = 'a+b &c=ü/%20'
      const receiver = await receive(token)
      expect((await ask(kit, receiver.url, { verify_token: token })).status).toBe(200)
    },
    'the query of the callback itself is kept': async () => {
      const { kit, receiver } = await both()
      expect((await ask(kit, `${receiver.url}?tenant=7`)).status).toBe(200)
      expect(receiver.handshakes[0]).toMatchObject({ tenant: '7', 'hub.mode': 'subscribe' })
    },
    '(#2200) names the status that the callback answered': async () => {
      const { kit, receiver } = await both()
      const { body } = await ask(kit, receiver.url, { verify_token: 'wrong' })
      expect(body.error.message).toBe(
        '(#2200) Callback verification failed with the following errors: HTTP Status Code = 403; HTTP Message = Forbidden',
      )
    },
    '(#2200) names the curl error when nobody answers': async () => {
      const { body } = await ask(emulate(), 'http://127.0.0.1:9/')
      expect(body.error.message).toBe(
        "(#2200) Callback verification failed with the following errors: curl_errno = 7; curl_error = Couldn't connect to server; HTTP Status Code = 0",
      )
    },
    '(#2200) says so when the callback does not answer in time': async () => {
      const timedOut = { status: 0, statusText: '', body: '', error: 'Operation timed out', curl: 28 }
      const kit = emulate(undefined, undefined, { transport: async () => timedOut })
      const { body } = await ask(kit, 'http://127.0.0.1:9/')
      expect(body.error.message).toContain('curl_errno = 28; curl_error = Operation timed out; HTTP Status Code = 0')
    },
    'a callback on a host that was allowed is asked': async () => {
      const asked: string[] = []
      const kit = emulate(undefined, undefined, {
        allowCallbacks: ['hooks.example'],
        transport: async ({ url }) => {
          asked.push(url)
          return { status: 200, statusText: 'OK', body: new URL(url).searchParams.get('hub.challenge') ?? '' }
        },
      })
      expect((await ask(kit, 'https://hooks.example/in')).status).toBe(200)
      expect(asked).toHaveLength(1)
    },
    'a callback on another host is refused with what to do, marked as no answer of Graph': async () => {
      const { headers, body } = await ask(emulate(), 'https://hooks.example/in')
      expect(headers['x-mmgraph']).toBe('callback-not-allowed')
      expect(body.error.message).toContain('--allow-callback hooks.example')
    },
  },
  {
    app_token_required: async () => {
      const { kit, receiver } = await both()
      return kit.graph('POST', EDGE, {
        body: { object: 'whatsapp_business_account', callback_url: receiver.url, verify_token: 'let-me-in' },
      })
    },
    callback_uri_invalid: () => ask(emulate(), 'ftp://127.0.0.1/'),
    callback_host_refused: () => ask(emulate(), 'https://hooks.example/in'),
    callback_verification_failed: () => ask(emulate(), 'http://127.0.0.1:9/'),
    callback_challenge_mismatch: () => {
      const transport = async () => ({ status: 200, statusText: 'OK', body: '<!DOCTYPE html>' })
      return ask(emulate(undefined, undefined, { transport }), 'http://127.0.0.1:9/')
    },
    parameter_value: async () => {
      const { kit, receiver } = await both()
      expectError(await ask(kit, receiver.url, { object: 'page' }), 'parameter_value')
      return ask(kit, receiver.url, { fields: ['account_updates'] })
    },
  },
)
