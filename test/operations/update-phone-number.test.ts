import { expect } from 'vitest'
import { updatePhoneNumberStatus } from '../../contracts/operations/update-phone-number.ts'
import { route } from '../../emulator/webhooks/route.ts'
import { emulate, type Kit, need, receive } from '../kit.ts'
import { hear, numberIn, readNumber, withNumber } from '../numbers.ts'
import { proves } from '../operation.ts'

const update = (kit: Kit, body: object) => kit.graph('POST', '/{phone}', { body })
const override = (kit: Kit, override_callback_uri: string) =>
  update(kit, { webhook_configuration: { override_callback_uri, verify_token: 'let-me-in' } })

/** A second app of the partner, with a token of its own. */
const withTwoApps = () =>
  withNumber({}, (file) => {
    file.apps.second = { ...need(file.apps.app), name: 'Harbour Second' }
    file.tokens.second = { ...need(file.tokens.partner_system_user), app: 'second' }
  })

async function subscribed(options = {}): Promise<Kit> {
  const kit = emulate('ready-to-send', undefined, options)
  await kit.graph('POST', '/{waba}/subscribed_apps')
  return kit
}

proves(
  updatePhoneNumberStatus,
  {
    'sets another PIN, without the old one': async () => {
      const kit = withNumber()
      expect((await update(kit, { pin: '150954' })).body).toEqual({ success: true })
      expect(numberIn(kit).pin).toBe('150954')
      await update(kit, { whatsapp_business_api_data: { pin: '150955' } })
      expect(numberIn(kit).pin).toBe('150955')
    },
    'a callback of its own is asked for its challenge, and read beside the others': async () => {
      const kit = withNumber()
      const app = await hear(kit, ['messages'])
      const receiver = await receive()
      expect(await readNumber(kit, 'webhook_configuration')).toEqual({
        webhook_configuration: { application: app.url },
        id: kit.names.phone,
      })
      expect((await override(kit, receiver.url)).body).toEqual({ success: true })
      expect(receiver.handshakes).toHaveLength(1)
      const body = { override_callback_uri: `${receiver.url}/waba`, verify_token: 'let-me-in' }
      await kit.graph('POST', '/{waba}/subscribed_apps', { body })
      expect((await readNumber(kit, 'webhook_configuration')).webhook_configuration).toEqual({
        phone_number: receiver.url,
        whatsapp_business_account: `${receiver.url}/waba`,
        application: app.url,
      })
      const list = await kit.graph('GET', '/{waba}/phone_numbers')
      expect(list.body.data[0].webhook_configuration).toMatchObject({ application: app.url })
    },
    'what is about messages goes to the callback of the number, before that of the account and of the app':
      async () => {
        const kit = await subscribed()
        const [app, own] = [await hear(kit, ['messages', 'account_update']), await receive()]
        await override(kit, own.url)
        const to = (field: string) => {
          const notice = { waba: need(kit.names.waba), phone: need(kit.names.phone), field, value: {} }
          return route(kit.world(), notice).map(({ url }) => url)
        }
        expect(to('messages')).toEqual([own.url])
        expect(to('account_update')).toEqual([app.url])
      },
    'an empty one takes it away, and nobody is asked': async () => {
      const kit = await subscribed()
      await override(kit, (await receive()).url)
      expect((await override(kit, '')).body).toEqual({ success: true })
      expect(await readNumber(kit, 'webhook_configuration')).toEqual({ id: kit.names.phone })
    },
    'each app has a callback of its own, which stays when something else is changed': async () => {
      const kit = withTwoApps()
      const [own, other] = [await receive(), await receive()]
      for (const [as, { url }] of [
        ['partner_system_user', own],
        ['second', other],
      ] as const) {
        await kit.graph('POST', '/{waba}/subscribed_apps', { as })
        const webhook_configuration = { override_callback_uri: url, verify_token: 'let-me-in' }
        expect((await kit.graph('POST', '/{phone}', { as, body: { webhook_configuration } })).status).toBe(200)
      }
      await update(kit, { username: 'juniper' })
      const [app, second] = [kit.names.app, kit.names.second]
      expect(numberIn(kit).callbackOverrides).toEqual([
        { appId: app, overrideCallbackUri: own.url },
        { appId: second, overrideCallbackUri: other.url },
      ])
      await override(kit, '')
      expect(numberIn(kit).callbackOverrides).toEqual([{ appId: second, overrideCallbackUri: other.url }])
    },
    'without a callback of any kind there is none to read': async () => {
      expect(await readNumber(withNumber(), 'webhook_configuration')).not.toHaveProperty('webhook_configuration')
    },
    'takes the nested parameter of a form as JSON': async () => {
      const kit = await subscribed()
      const receiver = await receive()
      const configuration = JSON.stringify({ override_callback_uri: receiver.url, verify_token: 'let-me-in' })
      const { status } = await kit.graph('POST', '/{phone}', {
        body: `webhook_configuration=${encodeURIComponent(configuration)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(status).toBe(200)
      expect(receiver.handshakes).toHaveLength(1)
    },
    'a display name that is asked for waits for its review': async () => {
      const kit = withNumber()
      await kit.graph('POST', '/{phone}', { query: { new_display_name: 'Juniper Breads' } })
      expect(await readNumber(kit, 'verified_name,name_status,new_display_name,new_name_status')).toEqual({
        verified_name: 'Juniper Bakery',
        name_status: 'APPROVED',
        new_display_name: 'Juniper Breads',
        new_name_status: 'PENDING_REVIEW',
        id: kit.names.phone,
      })
    },
    'changes what is given and keeps the rest': async () => {
      const kit = withNumber()
      const all = {
        pin: '150954',
        username: 'juniper',
        search_visibility: 'HIDDEN',
        new_display_name: 'Juniper Breads',
      }
      await update(kit, all)
      for (const [name, value] of Object.entries(all)) {
        expect((await update(kit, { [name]: value })).body).toEqual({ success: true })
        expect(numberIn(kit)).toMatchObject({ ...all, new_name_status: 'PENDING_REVIEW' })
      }
    },
    'sets what people see': async () => {
      const kit = withNumber()
      await update(kit, { username: 'juniper', search_visibility: 'HIDDEN' })
      expect(await readNumber(kit, 'username,search_visibility')).toMatchObject({
        username: 'juniper',
        search_visibility: 'HIDDEN',
      })
    },
  },
  {
    callback_challenge_mismatch: async () => {
      const transport = async () => ({ status: 200, statusText: 'OK', body: 'ok' })
      return override(await subscribed({ transport }), 'http://127.0.0.1:9/')
    },
    callback_host_refused: async () => override(await subscribed(), 'https://hooks.example/in'),
    callback_override_before_subscription: async () => {
      const kit = withTwoApps()
      await kit.graph('POST', '/{waba}/subscribed_apps', { as: 'second' })
      return override(kit, (await receive()).url)
    },
    callback_uri_invalid: async () => override(await subscribed(), 'not a url'),
    callback_verification_failed: async () => {
      const kit = await subscribed()
      const response = await override(kit, 'http://127.0.0.1:9/')
      expect(need(numberIn(kit)).callbackOverrides).toBeUndefined()
      return response
    },
    pin_format_invalid: () => update(withNumber(), { pin: '' }),
  },
)
