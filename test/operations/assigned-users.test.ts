import { expect } from 'vitest'
import { addAssignedUser, getAssignedUsers, removeAssignedUser } from '../../contracts/operations/assigned-users.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{shared_account}/assigned_users'

/** A second system user of the partner, an employee, with a token of its own. */
const withEmployee = () =>
  emulate(undefined, (file) => {
    file.systemUsers = { ...file.systemUsers, employee: { name: 'Employee', business: 'partner', role: 'EMPLOYEE' } }
    file.tokens.employee = { app: 'app', of: 'employee', scopes: ['whatsapp_business_management'] }
  })

const assign = (kit: Kit, query: Record<string, string> = {}) =>
  kit.graph('POST', EDGE, { query: { user: need(kit.names.employee), tasks: "['MANAGE']", ...query } })

proves(
  addAssignedUser,
  {
    'an employee among the system users may use an account once it was assigned': async () => {
      const kit = withEmployee()
      expectError(await kit.graph('GET', '/{shared_account}', { as: 'employee' }), 'permission_missing')
      expect((await assign(kit)).body).toEqual({ success: true })
      expect((await kit.graph('GET', '/{shared_account}', { as: 'employee' })).status).toBe(200)
      expectError(await kit.graph('GET', '/{obo_account}', { as: 'employee' }), 'permission_missing')
    },
    'a world file can say what was assigned': async () => {
      const kit = emulate(undefined, (file) => {
        const employee = { name: 'E', business: 'partner', role: 'EMPLOYEE', assigned: ['shared_account'] } as const
        file.systemUsers = { ...file.systemUsers, employee: { ...employee, assigned: ['shared_account'] } }
        file.tokens.employee = { app: 'app', of: 'employee', scopes: ['whatsapp_business_management'] }
      })
      expect((await kit.graph('GET', '/{shared_account}', { as: 'employee' })).status).toBe(200)
    },
  },
  { parameter_type: () => assign(withEmployee(), { user: '7' }) },
)

proves(
  getAssignedUsers,
  {
    'lists them': async () => {
      const kit = withEmployee()
      await assign(kit)
      const { body } = await kit.graph('GET', EDGE, {
        query: { fields: 'name,role', business: need(kit.names.partner) },
      })
      expect(body.data).toEqual([{ name: 'Employee', role: 'EMPLOYEE', id: kit.names.employee }])
      const others = await kit.graph('GET', EDGE, { query: { business: need(kit.names.client) } })
      expect(others.body.data).toEqual([])
    },
  },
  {
    cursor_invalid: () => withEmployee().graph('GET', EDGE, { query: { after: '!', business: '1' } }),
    parameter_required: () => withEmployee().graph('GET', EDGE),
  },
)

proves(
  removeAssignedUser,
  {
    'takes an assignment back, and no other': async () => {
      const kit = withEmployee()
      await assign(kit)
      const other = { user: need(kit.names.employee), tasks: "['MANAGE']" }
      await kit.graph('POST', '/{obo_account}/assigned_users', { query: other })
      const query = { user: need(kit.names.employee) }
      expect((await kit.graph('DELETE', EDGE, { query })).body).toEqual({ success: true })
      expect((await kit.graph('GET', EDGE, { query: { business: need(kit.names.partner) } })).body).toEqual({
        data: [],
      })
      expect((await kit.graph('GET', '/{obo_account}', { as: 'employee' })).status).toBe(200)
    },
  },
  { parameter_type: () => withEmployee().graph('DELETE', EDGE, { query: { user: '7' } }) },
)
