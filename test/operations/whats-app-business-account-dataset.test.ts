import { expect } from 'vitest'
import {
  createWhatsAppBusinessAccountDataset,
  getWhatsAppBusinessAccountDatasets,
} from '../../contracts/operations/whats-app-business-account-dataset.ts'
import type { Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { both, readyToSend, row } from '../sends.ts'

const EDGE = '/{waba}/dataset'
const create = (kit: Kit, query: Record<string, string> = {}, as = 'client_business') =>
  kit.graph('POST', EDGE, { query, as })
const list = async (kit: Kit, query: Record<string, string> = {}) => (await kit.graph('GET', EDGE, { query })).body.data

/** A second partner, to whom nothing is shared. */
const stranger = both((file) => {
  file.businesses.stranger = { name: 'Quince Studio' }
  file.apps.other = { name: 'Quince', business: 'stranger', access: { whatsapp_business_management: 'advanced' } }
  file.systemUsers = { ...file.systemUsers, other_user: { name: 'Quince Server', business: 'stranger' } }
  file.tokens.other = { app: 'other', of: 'other_user', scopes: ['whatsapp_business_management'] }
})

proves(
  createWhatsAppBusinessAccountDataset,
  {
    'makes one dataset for an account, and answers that one from then on': async () => {
      const kit = readyToSend()
      const { status, body } = await create(kit, { dataset_name: 'Juniper conversions' })
      expect({ status, body }).toEqual({ status: 200, body: { id: expect.stringMatching(/^\d{16}$/) } })
      expect((await create(kit, { dataset_name: 'Another' }, 'partner_system_user')).body).toEqual(body)
      expect(await list(kit, { fields: 'name' })).toEqual([{ name: 'Juniper conversions', id: body.id }])
    },
    'without a name it has that of the account': async () => {
      const kit = readyToSend()
      await create(kit)
      expect(await list(kit, { fields: 'name' })).toMatchObject([{ name: 'Juniper shop' }])
    },
    'takes whatsapp_business_manage_events': async () => {
      const kit = readyToSend(row('tokens', 'client_business', { scopes: ['whatsapp_business_management'] }))
      const refused = await create(kit)
      expectError(refused, 'permission_missing')
      expect(refused.headers['x-mmgraph-why']).toContain('whatsapp_business_manage_events')
    },
  },
  {},
)

proves(
  getWhatsAppBusinessAccountDatasets,
  {
    'lists the dataset of an account, of which the id comes unasked': async () => {
      const kit = readyToSend()
      expect(await list(kit)).toEqual([])
      const { body } = await create(kit)
      expect(await list(kit)).toEqual([{ id: body.id }])
    },
    'a dataset is seen by who sees its account, a pixel by its business and by partners of accounts of it':
      async () => {
        const kit = readyToSend(stranger)
        const { body } = await create(kit)
        const names = async (as: string) => {
          const read = (path: string) => kit.graph('GET', path, { as, query: { fields: 'name' } })
          return [(await read(`/${body.id}`)).body.name, (await read('/{pixel}')).body.name]
        }
        expect(await names('client_business')).toEqual(['Juniper shop', 'Juniper website'])
        expect(await names('partner_system_user')).toEqual(['Juniper shop', 'Juniper website'])
        expect(await names('other')).toEqual([undefined, undefined])
        expectError(await kit.graph('GET', '/{pixel}', { as: 'other' }), 'object_missing_on_get')
      },
    'the pixel of a business without accounts is its own alone': async () => {
      const kit = readyToSend((file) => {
        stranger(file)
        file.datasets = { studio: { name: 'Quince website', business: 'stranger' } }
      })
      const read = (as: string) => kit.graph('GET', '/{studio}', { as })
      expect((await read('other')).body).toEqual({ id: kit.names.studio })
      expectError(await read('partner_system_user'), 'object_missing_on_get')
    },
  },
  { cursor_invalid: () => readyToSend().graph('GET', EDGE, { query: { after: '???' } }) },
)
