import { expect } from 'vitest'
import { deleteUserPermissions } from '../../contracts/operations/delete-permissions.ts'
import { getSystemUserAdAccounts, getUserAdAccounts } from '../../contracts/operations/get-ad-accounts.ts'
import { getSystemUserPermissions, getUserPermissions } from '../../contracts/operations/get-permissions.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const permissions = async (kit: Kit, as: string) => (await kit.graph('GET', '/me/permissions', { as })).body.data

/** A client that has onboarded, whose admin may read ads. */
const withAds = () =>
  emulate('terms-already-signed', (file) => {
    file.tokens.client_admin?.scopes?.push('ads_read')
  })

proves(
  getUserPermissions,
  {
    'lists what the person granted': async () => {
      expect(await permissions(emulate(), 'client_admin')).toContainEqual({
        permission: 'business_management',
        status: 'granted',
      })
    },
  },
  {},
)

proves(
  getSystemUserPermissions,
  {
    'answers /me/permissions of a system user': async () => {
      expect(await permissions(emulate(), 'partner_system_user')).toHaveLength(4)
    },
  },
  {},
)

proves(
  deleteUserPermissions,
  {
    'removes the app: the token is good no longer': async () => {
      const kit = emulate()
      expect((await kit.graph('DELETE', '/me/permissions', { as: 'client_admin' })).body).toEqual({ success: true })
      expectError(await kit.graph('GET', '/me', { as: 'client_admin' }), 'token_app_removed')
    },
    'of that person in that app alone': async () => {
      const kit = emulate('second-partner-was-first', (file) => {
        const { client_admin } = file.tokens
        Object.assign(file.tokens, { elsewhere: { ...client_admin, app: 'other_app' } })
      })
      await kit.graph('DELETE', '/me/permissions', { as: 'client_admin' })
      for (const as of ['elsewhere', 'partner_system_user', 'other_system_user'])
        expect((await kit.graph('GET', '/me', { as })).status).toBe(200)
    },
  },
  {},
)

proves(
  getUserAdAccounts,
  {
    'lists the ad accounts of the business, with the fields that meta-ads-mcp asks for': async () => {
      const kit = withAds()
      const fields = 'id,name,account_status,balance,currency,timezone_name,business'
      const { body } = await kit.graph('GET', '/me/adaccounts', { as: 'client_admin', query: { fields } })
      expect(body.data).toEqual([
        {
          id: expect.stringMatching(/^act_\d{16}$/),
          name: 'Juniper shop (marketing messages)',
          account_status: 1,
          balance: '0',
          currency: 'BRL',
          timezone_name: 'Etc/UTC',
          business: { id: kit.names.client, name: 'Juniper Bakery' },
        },
      ])
    },
    'is not called without a version': async () => {
      const call = withAds().graph('GET', '/me/adaccounts', { as: 'client_admin', version: '' })
      expectError(await call, 'ads_version_deprecated')
    },
  },
  { cursor_invalid: () => withAds().graph('GET', '/me/adaccounts', { as: 'client_admin', query: { after: '!' } }) },
)

proves(
  getSystemUserAdAccounts,
  {
    'lists none of another business': async () => {
      expect((await withAds().graph('GET', '/me/adaccounts')).body).toEqual({ data: [] })
    },
    'lists none where the partner has none': async () => {
      expect((await emulate().graph('GET', '/me/adaccounts')).body).toEqual({ data: [] })
    },
    'an ad account cannot be read by whom it is not meant for': async () => {
      const kit = withAds()
      const [ad] = kit.world().list('AdAccount')
      expectError(await kit.graph('GET', `/${need(ad).id}`), 'object_missing_on_get')
    },
  },
  { cursor_invalid: () => emulate().graph('GET', '/me/adaccounts', { query: { after: '!' } }) },
)
