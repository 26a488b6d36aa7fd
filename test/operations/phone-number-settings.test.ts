import { expect } from 'vitest'
import { getPhoneNumberSettings, updatePhoneNumberSettings } from '../../contracts/operations/phone-number-settings.ts'
import type { Kit } from '../kit.ts'
import { withNumber } from '../numbers.ts'
import { proves } from '../operation.ts'

const read = async (kit: Kit) => (await kit.graph('GET', '/{phone}/settings')).body
const set = (kit: Kit, body: object) => kit.graph('POST', '/{phone}/settings', { body })
const storage = (more: object = {}) => ({ storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', ...more } })

proves(
  getPhoneNumberSettings,
  {
    'has the storage that Meta chooses where nothing was set': async () => {
      expect(await read(withNumber())).toEqual({ storage_configuration: { status: 'DEFAULT' } })
    },
  },
  {},
)

proves(
  updatePhoneNumberSettings,
  {
    'turns the identity check on and off, by the key of the page or of the OpenAPI description': async () => {
      const kit = withNumber()
      await set(kit, { user_identity_change: { enable_identity_key_check: true } })
      expect(await read(kit)).toMatchObject({ user_identity_change: { enable_identity_key_check: true } })
      await set(kit, { user_identity_change: { enabled: false } })
      expect(await read(kit)).toMatchObject({ user_identity_change: { enable_identity_key_check: false } })
    },
    'keeps the messages of an unregistered number in a country, and no longer': async () => {
      const kit = withNumber({ status: 'PENDING' })
      expect((await set(kit, storage({ data_localization_region: 'BR' }))).body).toEqual({ success: true })
      expect(await read(kit)).toEqual(storage({ data_localization_region: 'BR' }))
      await set(kit, { storage_configuration: { status: 'IN_COUNTRY_STORAGE_DISABLED' } })
      expect(await read(kit)).toEqual({ storage_configuration: { status: 'DEFAULT' } })
      await set(kit, { storage_configuration: { enabled: true, region: 'IN' } })
      expect(await read(kit)).toEqual(storage({ data_localization_region: 'IN' }))
      await set(kit, { storage_configuration: { enabled: false, region: 'IN' } })
      expect(await read(kit)).toEqual({ storage_configuration: { status: 'DEFAULT' } })
    },
    'calling and the encryption of payloads are gaps, and say so': async () => {
      for (const body of [{ calling: { status: 'ENABLED' } }, { payload_encryption: { status: 'disabled' } }]) {
        expect((await set(withNumber(), body)).headers['x-mmgraph']).toBe('not-implemented')
      }
    },
  },
  {
    parameter_invalid: () => set(withNumber(), { ...storage(), user_identity_change: { enabled: true } }),
    parameter_required: async () => {
      const { body } = await set(withNumber({ status: 'PENDING' }), storage())
      expect(body.error.message).toContain("storage_configuration['data_localization_region']")
      return set(withNumber(), { user_identity_change: {} })
    },
    storage_of_registered_number: () => set(withNumber(), storage({ data_localization_region: 'BR' })),
  },
)
