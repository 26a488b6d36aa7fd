import { expect, test } from 'vitest'
import {
  getApplicationPermissions,
  getApplicationRoles,
  getConnectedClientBusinesses,
} from '../../contracts/operations/application-access.ts'
import { emulate, type Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const ask = (kit: Kit, query = {}) => kit.graph('GET', '/{app}/permissions', { as: 'app', query })

proves(
  getApplicationPermissions,
  {
    'Advanced access is live, and all else unapproved': async () => {
      const kit = emulate('app-without-advanced-access')
      expect((await ask(kit)).body).toEqual({
        data: [
          { permission: 'business_management', status: 'live' },
          { permission: 'whatsapp_business_management', status: 'unapproved' },
          { permission: 'whatsapp_business_messaging', status: 'unapproved' },
        ],
      })
    },
    'permission and status choose': async () => {
      const kit = emulate('app-without-advanced-access')
      const names = async (query: object) =>
        (await ask(kit, query)).body.data.map(({ permission }: { permission: string }) => permission)
      expect(await names({ status: 'live' })).toEqual(['business_management'])
      expect(await names({ permission: '["whatsapp_business_messaging"]' })).toEqual(['whatsapp_business_messaging'])
      expect(await names({ permission: 'whatsapp_business_messaging', status: 'live' })).toEqual([])
    },
  },
  {
    app_token_required: () => emulate().graph('GET', '/{app}/permissions'),
    parameter_value: () => ask(emulate(), { status: 'granted' }),
  },
)

proves(
  getApplicationRoles,
  {
    'tells the people who have a role, and which': async () => {
      const kit = emulate(undefined, (file) => {
        if (file.apps.app) file.apps.app.roles = { admin: 'testers' }
      })
      const { body } = await kit.graph('GET', '/{app}/roles', { as: 'app' })
      expect(body).toEqual({ data: [{ app_id: kit.names.app, user: kit.names.admin, role: 'testers' }] })
    },
    'a world that names none has none': async () => {
      expect((await emulate().graph('GET', '/{app}/roles', { as: 'app' })).body).toEqual({ data: [] })
    },
  },
  { app_token_required: () => emulate().graph('GET', '/{app}/roles') },
)

const clients = (kit: Kit, query = {}) => kit.graph('GET', '/{app}/connected_client_businesses', { query })

proves(
  getConnectedClientBusinesses,
  {
    'lists a client from its onboarding until it removes the app': async () => {
      const kit = emulate()
      expect((await clients(kit)).body.data).toEqual([])
      await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
      expect((await clients(kit)).body.data).toEqual([{ id: kit.names.client, name: 'Juniper Bakery' }])
      await kit.happens('client_removes_app', { business: 'client', app: 'app' })
      expect((await clients(kit)).body.data).toEqual([])
    },
    'takes fields': async () => {
      const { body } = await clients(emulate('ready-to-send'), { fields: 'verification_status' })
      expect(body.data).toEqual([{ verification_status: 'verified', id: expect.any(String) }])
    },
  },
  { cursor_invalid: () => clients(emulate(), { after: '???' }) },
)

test('another partner may not look into the app', async () => {
  const kit = emulate('second-partner-was-first')
  expectError(await kit.graph('GET', '/{other_app}/connected_client_businesses'), 'object_missing_on_get')
})
