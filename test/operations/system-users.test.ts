import { expect } from 'vitest'
import {
  createAccessTokenOfSystemUser,
  createBusinessAccessToken,
  createSystemUser,
  getAssignedWhatsAppBusinessAccounts,
  getSystemUsers,
  installApplication,
} from '../../contracts/operations/system-users.ts'
import { emulate, hmac, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const USERS = '/{partner}/system_users'
const MANAGEMENT = 'whatsapp_business_management'

const make = (kit: Kit, body: object = { name: 'Night shift' }, as?: string) => kit.graph('POST', USERS, { body, as })
const install = (kit: Kit, id: string, business_app = need(kit.names.app)) =>
  kit.graph('POST', `/${id}/applications`, { body: { business_app } })
const proofOf = (kit: Kit) => hmac(need(kit.secrets.app), need(kit.tokens.partner_system_user))
const tokenFor = (kit: Kit, id: string, body: object = {}) =>
  kit.graph('POST', `/${id}/access_tokens`, {
    body: { business_app: kit.names.app, scope: MANAGEMENT, appsecret_proof: proofOf(kit), ...body },
  })

/** A world whose partner token has no business_management, and one with an employee beside. */
const poor = () =>
  emulate(undefined, (file) => {
    need(file.tokens.partner_system_user).scopes = [MANAGEMENT]
  })
const withEmployee = () =>
  emulate(undefined, (file) => {
    file.systemUsers = { ...file.systemUsers, employee: { name: 'Employee', business: 'partner', role: 'EMPLOYEE' } }
    file.tokens.employee = { app: 'app', of: 'employee', scopes: ['business_management', MANAGEMENT] }
  })

/** A system user that was just made, with the app installed. */
async function installed(role = 'EMPLOYEE'): Promise<{ kit: Kit; id: string }> {
  const kit = emulate()
  const { id } = (await make(kit, { name: 'Night shift', role })).body
  await install(kit, id)
  return { kit, id }
}

proves(
  getSystemUsers,
  {
    'lists them with their roles': async () => {
      const kit = withEmployee()
      const { body } = await kit.graph('GET', USERS)
      expect(body.data).toEqual([
        { id: kit.names.system_user, name: 'Harbour Server', role: 'ADMIN' },
        { id: kit.names.employee, name: 'Employee', role: 'EMPLOYEE' },
      ])
      const names = await kit.graph('GET', USERS, { query: { fields: 'name', limit: '1' } })
      expect(names.body.data).toEqual([{ name: 'Harbour Server', id: kit.names.system_user }])
      expect(names.body.paging.next).toMatch(/limit=1/)
    },
    'lists none of other businesses': async () => {
      const kit = emulate('second-partner-was-first')
      expect((await kit.graph('GET', USERS)).body.data).toMatchObject([{ id: kit.names.system_user }])
    },
    'only of its own business': async () => {
      expectError(await emulate().graph('GET', '/{client}/system_users'), 'object_missing_on_get')
    },
  },
  {
    business_management_missing: () => poor().graph('GET', USERS),
    cursor_invalid: () => emulate().graph('GET', USERS, { query: { after: '???' } }),
  },
)

proves(
  createSystemUser,
  {
    'makes an employee, or an admin': async () => {
      const kit = emulate()
      const { id } = (await make(kit)).body
      expect((await kit.graph('GET', `/${id}`, { query: { fields: 'name,role' } })).body).toEqual({
        name: 'Night shift',
        role: 'EMPLOYEE',
        id,
      })
      const admin = (await make(kit, { name: 'Day shift', role: 'ADMIN' })).body.id
      expect((await kit.graph('GET', `/${admin}`, { query: { fields: 'role' } })).body.role).toBe('ADMIN')
    },
  },
  {
    business_management_missing: () => make(poor()),
    permission_missing: () => make(withEmployee(), undefined, 'employee'),
    parameter_value: () => make(emulate(), { name: 'X', role: 'OWNER' }),
    parameter_required: () => make(emulate(), {}),
  },
)

proves(
  installApplication,
  {
    'lets the system user have tokens of the app, and can be done again': async () => {
      const kit = emulate()
      const { id } = (await make(kit)).body
      expectError(await tokenFor(kit, id), 'permission_missing')
      expect((await install(kit, id)).body).toEqual({ success: true })
      expect((await install(kit, id)).body).toEqual({ success: true })
      expect((await tokenFor(kit, id)).status).toBe(200)
    },
  },
  {
    business_management_missing: () => {
      const kit = poor()
      return install(kit, need(kit.names.system_user))
    },
    permission_missing: () => {
      const kit = emulate('second-partner-was-first')
      return install(kit, need(kit.names.system_user), need(kit.names.other_app))
    },
    parameter_required: async () => {
      const { kit, id } = await installed()
      return kit.graph('POST', `/${id}/applications`)
    },
  },
)

proves(
  createAccessTokenOfSystemUser,
  {
    'an employee uses what was assigned to it, and an admin all of its business': async () => {
      const { kit, id } = await installed()
      const { access_token: as } = (await tokenFor(kit, id)).body
      expectError(await kit.graph('GET', '/{shared_account}', { as }), 'permission_missing')
      await kit.graph('POST', '/{shared_account}/assigned_users', { query: { user: id, tasks: "['MANAGE']" } })
      expect((await kit.graph('GET', '/{shared_account}', { as })).status).toBe(200)
      const admin = await installed('ADMIN')
      const { access_token: free } = (await tokenFor(admin.kit, admin.id)).body
      for (const account of ['shared_account', 'obo_account']) {
        expect((await admin.kit.graph('GET', `/{${account}}`, { as: free })).status).toBe(200)
      }
    },
    'it never expires, or after 60 days where that was asked': async () => {
      const { kit, id } = await installed('ADMIN')
      const forever = (await tokenFor(kit, id)).body.access_token
      const short = (await tokenFor(kit, id, { set_token_expires_in_60_days: true })).body.access_token
      await kit.advance('59d')
      expect((await kit.graph('GET', '/{shared_account}', { as: short })).status).toBe(200)
      await kit.advance('2d')
      expect((await kit.graph('GET', '/{shared_account}', { as: forever })).status).toBe(200)
      expectError(await kit.graph('GET', '/{shared_account}', { as: short }), 'token_expired')
    },
    'it has the scope that was asked, and no more': async () => {
      const { kit, id } = await installed('ADMIN')
      const { access_token: as } = (await tokenFor(kit, id, { scope: `${MANAGEMENT},ads_read` })).body
      const { data } = (await kit.graph('GET', '/me/permissions', { as })).body
      expect(data.map(({ permission }: { permission: string }) => permission)).toEqual([MANAGEMENT, 'ads_read'])
    },
    'a system user that has a token of the app needs no installation': async () => {
      const kit = emulate()
      expect((await tokenFor(kit, need(kit.names.system_user))).status).toBe(200)
    },
  },
  {
    business_management_missing: () => {
      const kit = poor()
      return tokenFor(kit, need(kit.names.system_user))
    },
    permission_missing: async () => {
      const { kit, id } = await installed()
      return tokenFor(kit, id, { scope: ['whatsapp_business_manage_events'] })
    },
    appsecret_proof_required: async () => {
      const { kit, id } = await installed()
      return kit.graph('POST', `/${id}/access_tokens`, { body: { business_app: kit.names.app, scope: MANAGEMENT } })
    },
    scope_invalid: async () => {
      const { kit, id } = await installed()
      return tokenFor(kit, id, { scope: 'whatsapp_messaging' })
    },
    parameter_required: async () => {
      const { kit, id } = await installed()
      return tokenFor(kit, id, { scope: [] })
    },
  },
)

const assigned = (kit: Kit, id: string, query = {}) =>
  kit.graph('GET', `/${id}/assigned_whatsapp_business_accounts`, { query })

proves(
  getAssignedWhatsAppBusinessAccounts,
  {
    'lists of an admin all accounts, of an employee those that were assigned': async () => {
      const { kit, id } = await installed()
      const ids = async (user: string) => (await assigned(kit, user)).body.data.map((row: { id: string }) => row.id)
      expect(await ids(need(kit.names.system_user))).toEqual([kit.names.shared_account, kit.names.obo_account])
      expect(await ids(id)).toEqual([])
      await kit.graph('POST', '/{obo_account}/assigned_users', { query: { user: id, tasks: "['MANAGE']" } })
      expect(await ids(id)).toEqual([kit.names.obo_account])
    },
    'lists those of a business integration, with its own token': async () => {
      const kit = emulate('ready-to-send')
      const { body } = await kit.graph('GET', '/me/assigned_whatsapp_business_accounts', { as: 'client_business' })
      expect(body.data).toMatchObject([{ id: kit.names.waba }])
    },
  },
  {
    cursor_invalid: () => emulate().graph('GET', '/me/assigned_whatsapp_business_accounts', { query: { after: '?' } }),
  },
)

const forClient = (kit: Kit, body: object = {}, as?: string) =>
  kit.graph('POST', '/{client}/access_token', { body: { app_id: kit.names.app, scope: MANAGEMENT, ...body }, as })

proves(
  createBusinessAccessToken,
  {
    'makes a system user of the client, an employee, who may use what the client assigns': async () => {
      const kit = emulate()
      const { access_token: as } = (await forClient(kit, { system_user_name: 'Harbour at Juniper' })).body
      const me = (await kit.graph('GET', '/me', { as, query: { fields: 'name,role' } })).body
      expect(me).toMatchObject({ name: 'Harbour at Juniper', role: 'EMPLOYEE' })
      expectError(await kit.graph('GET', '/{shared_account}', { as }), 'permission_missing')
      const query = { user: me.id, tasks: "['MANAGE']" }
      await kit.graph('POST', '/{shared_account}/assigned_users', { as: 'client_admin', query })
      expect((await kit.graph('GET', '/{shared_account}', { as })).status).toBe(200)
    },
    'the same name is the same user': async () => {
      const kit = emulate()
      const id = async (body: object) => {
        const { access_token: as } = (await forClient(kit, body)).body
        return (await kit.graph('GET', '/me', { as })).body.id
      }
      expect(await id({})).toBe(await id({}))
      expect(await id({})).not.toBe(await id({ system_user_name: 'Other' }))
    },
    'a user of the same name in the portfolio of the partner is another': async () => {
      const kit = emulate()
      const { access_token: as } = (await forClient(kit, { system_user_name: 'Harbour Server' })).body
      const [known, made] = kit.world().list('SystemUser')
      expect([known?.businessId, made?.businessId]).toEqual([kit.names.partner, kit.names.client])
      expect((await kit.graph('GET', '/me', { as })).body.id).toBe(made?.id)
    },
    'the user that was made needs no installation for further tokens': async () => {
      const kit = emulate()
      const { access_token: as } = (await forClient(kit)).body
      const { id } = (await kit.graph('GET', '/me', { as })).body
      expect(kit.world().need('SystemUser', id)).toMatchObject({ apps: [kit.names.app], assigned: [] })
    },
    'not of a business that the partner has nothing to do with': async () => {
      expectError(await forClient(emulate('neither-shared-nor-obo')), 'object_missing_on_post')
    },
  },
  {
    business_management_missing: () => forClient(poor()),
    permission_missing: () => forClient(withEmployee(), {}, 'employee'),
    scope_invalid: () => forClient(emulate(), { scope: ['everything'] }),
    parameter_required: () => forClient(emulate(), { app_id: undefined }),
  },
)
