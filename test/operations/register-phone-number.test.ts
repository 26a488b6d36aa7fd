import { expect } from 'vitest'
import {
  deregisterPhoneNumber,
  registerWhatsAppBusinessPhoneNumber,
} from '../../contracts/operations/register-phone-number.ts'
import type { Kit } from '../kit.ts'
import { numberIn, readNumber, withNumber } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'

const register = (kit: Kit, pin = '123456', more: object = {}, phone = 'phone') =>
  kit.graph('POST', `/{${phone}}/register`, { body: { messaging_product: 'whatsapp', pin, ...more } })
const deregister = (kit: Kit) => kit.graph('POST', '/{phone}/deregister')

const times = async (count: number, call: () => Promise<unknown>) => {
  for (let at = 0; at < count; at += 1) await call()
}

/** Three wrong PINs, and ten seconds later three more. */
async function guessed(count: number): Promise<Kit> {
  const kit = withNumber()
  await times(Math.min(count, 3), () => register(kit, '000000'))
  if (count > 3) await kit.advance('10s')
  await times(count - 3, () => register(kit, '000000'))
  return kit
}

proves(
  registerWhatsAppBusinessPhoneNumber,
  {
    'makes a verified number one that can send, with the PIN as its own': async () => {
      const kit = withNumber({ status: 'PENDING' })
      expect(await readNumber(kit, 'status,platform_type,throughput,is_pin_enabled')).toMatchObject({
        status: 'PENDING',
        platform_type: 'NOT_APPLICABLE',
        throughput: { level: 'NOT_APPLICABLE' },
        is_pin_enabled: false,
      })
      expect((await register(kit, '212834')).body).toEqual({ success: true })
      expect(await readNumber(kit, 'status,platform_type,throughput,is_pin_enabled')).toMatchObject({
        status: 'CONNECTED',
        platform_type: 'CLOUD_API',
        throughput: { level: 'STANDARD' },
        is_pin_enabled: true,
      })
      expectError(await register(kit, '000000'), 'pin_mismatch')
      expect((await register(kit, '212834')).status).toBe(200)
    },
    'keeps messages in a country where asked, until the number is deregistered': async () => {
      const kit = withNumber({ status: 'PENDING' })
      await register(kit, '123456', { data_localization_region: 'CH' })
      expect((await kit.graph('GET', '/{phone}/settings')).body).toEqual({
        storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'CH' },
      })
      await register(kit, '123456', { data_localization_region: 'IN' })
      expect(numberIn(kit).settings).toEqual({ storageRegion: 'CH' })
      await deregister(kit)
      expect((await kit.graph('GET', '/{phone}/settings')).body.storage_configuration).toEqual({ status: 'DEFAULT' })
    },
    'ten calls in a window of 72 hours that moves; the next blocks for 72 hours more': async () => {
      const kit = withNumber()
      await times(5, () => register(kit))
      await kit.advance('71h')
      await times(5, () => register(kit))
      await kit.advance('1h')
      expect((await register(kit)).status).toBe(200)
      await times(4, () => register(kit))
      expectError(await register(kit), 'registration_limit_reached')
      await kit.advance('71h')
      expectError(await register(kit), 'registration_limit_reached')
      await kit.advance('1h')
      expect((await register(kit)).status).toBe(200)
    },
    'a PIN that came too fast says when to come again, and then the right one is taken': async () => {
      const kit = await guessed(3)
      expect((await register(kit)).body.error.error_data.details).toMatch(/Try again after 10 seconds\.$/)
      await kit.advance('10s')
      expect((await register(kit)).status).toBe(200)
    },
    'too many wrong PINs are forgotten after a day': async () => {
      const kit = await guessed(6)
      expect((await register(kit)).body.error.error_data.details).toMatch(/Try again after 1440 minutes\.$/)
      await kit.advance('1d')
      expect((await register(kit)).status).toBe(200)
    },
    'the PIN stands neither in the log of calls nor in the reasons': async () => {
      const kit = withNumber()
      await register(kit, '987654')
      expect(JSON.stringify(kit.world().exchanges.list())).not.toContain('987654')
    },
    'the number is active for the limits of its account': async () => {
      const kit = withNumber()
      const active = () => kit.world().list('WhatsAppBusinessAccount')[0]?.isActive
      await deregister(kit)
      expect(active()).toBe(false)
      await register(kit)
      expect(active()).toBe(true)
    },
    'a number that is banned or restricted cannot be registered, nor one without a name': async () => {
      for (const status of ['BANNED', 'RESTRICTED'])
        expectError(await register(withNumber({ status })), 'account_locked')
      expectError(await register(withNumber({ name_status: 'NONE' })), 'display_name_unprocessed')
    },
    'keeps a high throughput': async () => {
      const kit = withNumber()
      await kit.happens('number_throughput_is_upgraded', { phone: 'phone' })
      await kit.advance('1m')
      await register(kit)
      expect(await readNumber(kit, 'throughput')).toMatchObject({ throughput: { level: 'HIGH' } })
    },
    'its limit is one for each number': async () => {
      const kit = withNumber({}, (file) => {
        const row = { account: 'waba', display_phone_number: '+1 416-555-0191', verified_name: 'Juniper Bakery' }
        file.phoneNumbers = { ...file.phoneNumbers, second: row }
      })
      await times(11, () => register(kit))
      expect((await register(kit, '123456', {}, 'second')).status).toBe(200)
    },
    'trouble on the side of Meta comes by a fault': async () => {
      for (const [error, status] of [
        ['deregistration_incomplete', 500],
        ['registration_unavailable', 503],
      ] as const) {
        const kit = withNumber()
        await kit.control('post', `worlds/${kit.id}/faults`, { error })
        const response = await register(kit)
        expectError(response, error)
        expect(response.status).toBe(status)
      }
    },
  },
  {
    account_locked: async () => {
      const kit = withNumber()
      await kit.happens('account_is_disabled', { account: 'waba' })
      return register(kit)
    },
    display_name_unprocessed: () => register(withNumber({ name_status: 'EXPIRED' })),
    number_recently_deleted: async () => {
      const kit = withNumber()
      await kit.happens('number_is_deleted', { phone: 'phone' })
      const body = { cc: '1', phone_number: '4165550190', verified_name: 'Juniper Bakery' }
      const { id } = (await kit.graph('POST', '/{waba}/phone_numbers', { body })).body
      return kit.graph('POST', `/${id}/register`, { body: { messaging_product: 'whatsapp', pin: '123456' } })
    },
    number_unverified: () => register(withNumber({ status: 'PENDING', code_verification_status: 'NOT_VERIFIED' })),
    phone_number_deleted: async () => {
      const kit = withNumber()
      await kit.happens('number_is_deleted', { phone: 'phone' })
      await kit.advance('5m')
      return register(kit)
    },
    pin_format_invalid: () => register(withNumber(), '12345a'),
    pin_guessed_too_fast: async () => register(await guessed(3)),
    pin_guesses_exceeded: async () => register(await guessed(6)),
    pin_mismatch: async () => {
      const response = await register(withNumber(), '000000')
      expect(response.body.error.message).toBe('(#133005) Two step verification PIN Mismatch')
      return response
    },
    register_coexistence: () => register(withNumber({ is_on_biz_app: true })),
    registration_limit_reached: async () => {
      const kit = withNumber()
      await times(10, () => register(kit))
      return register(kit)
    },
  },
)

proves(
  deregisterPhoneNumber,
  {
    'takes the number off, with its PIN still on': async () => {
      const kit = withNumber()
      expect((await deregister(kit)).body).toEqual({ success: true })
      expect(await readNumber(kit, 'status,is_pin_enabled')).toMatchObject({
        status: 'DISCONNECTED',
        is_pin_enabled: true,
      })
      expectError(await register(kit, '000000'), 'pin_mismatch')
    },
    'has a limit of its own': async () => {
      const kit = withNumber()
      await times(10, () => deregister(kit))
      expectError(await deregister(kit), 'registration_limit_reached')
      expect((await register(kit)).status).toBe(200)
    },
  },
  {
    deregister_coexistence: () => deregister(withNumber({ is_on_biz_app: true })),
    deregister_unregistered: () => deregister(withNumber({ status: 'PENDING' })),
    registration_limit_reached: async () => {
      const kit = withNumber()
      await times(10, () => deregister(kit))
      return deregister(kit)
    },
  },
)
