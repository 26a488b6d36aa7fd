import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { emulate, need } from '../kit.ts'
import { expectError } from '../operation.ts'

describe('an edge inside fields', () => {
  const fields = (of: string) => {
    const kit = emulate('five-obo-without-intent')
    return { kit, call: kit.graph('GET', '/{partner}', { query: { fields: of } }) }
  }

  test('is a page under its name, with the fields and the limit that it was asked for', async () => {
    const { kit, call } = fields('name,owned_whatsapp_business_accounts.limit(2){name}')
    const { body } = await call
    expect(body).toEqual({
      name: 'Harbour Messaging',
      owned_whatsapp_business_accounts: {
        data: [
          { name: 'Juniper branch 1', id: kit.names.obo_account_1 },
          { name: 'Juniper branch 2', id: kit.names.obo_account_2 },
        ],
        paging: { cursors: expect.any(Object), next: expect.stringContaining('/owned_whatsapp_business_accounts?') },
      },
      id: kit.names.partner,
    })
    const next = new URL(body.owned_whatsapp_business_accounts.paging.next)
    const second = await request(kit.server).get(next.pathname + next.search)
    expect(second.body.data.map(({ name }: { name: string }) => name)).toEqual(['Juniper branch 3', 'Juniper branch 4'])
  })

  test('takes filtering, limit, after and an alias', async () => {
    const filtering = "[{'field':'creation_time','operator':'GREATER_THAN','value':1}]"
    const { kit, call } = fields(`owned_whatsapp_business_accounts.filtering(${filtering}).limit(1).as(mine){id}`)
    const { mine } = (await call).body
    expect(mine.data).toEqual([{ id: kit.names.obo_account_1 }])
    const query = { fields: `owned_whatsapp_business_accounts.limit(2).after(${mine.paging.cursors.after}){id}` }
    const { body } = await kit.graph('GET', '/{partner}', { query })
    expect(body.owned_whatsapp_business_accounts.data).toEqual([
      { id: kit.names.obo_account_2 },
      { id: kit.names.obo_account_3 },
    ])
  })

  test('that is no list of nodes comes as it is', async () => {
    const kit = emulate()
    await kit.graph('POST', '/{shared_account}/subscribed_apps')
    const { body } = await kit.graph('GET', '/{shared_account}', { query: { fields: 'subscribed_apps' } })
    expect(body.subscribed_apps.data).toHaveLength(1)
  })

  test('can be nested in a field that leads to a node', async () => {
    const kit = emulate('terms-already-signed')
    const query = { fields: 'owner_business{owned_whatsapp_business_accounts{name}}' }
    const { body } = await kit.graph('GET', '/{shared_account}', { as: 'client_admin', query })
    expect(body.owner_business.owned_whatsapp_business_accounts.data).toEqual([
      { name: 'Juniper shop', id: kit.names.shared_account },
    ])
  })

  test('is refused to whom the edge itself is', async () => {
    const kit = emulate('app-without-advanced-access')
    const query = { fields: 'client_whatsapp_business_accounts' }
    expectError(await kit.graph('GET', '/{partner}', { query }), 'permission_missing')
  })
})

describe('ids', () => {
  test('answers an object by id, at the root and on an edge', async () => {
    const kit = emulate()
    const ids = [need(kit.names.shared_account), need(kit.names.obo_account)]
    const nodes = await kit.graph('GET', '/', { query: { ids: ids.join(), fields: 'name' } })
    expect(nodes.body).toEqual({
      [ids[0] ?? '']: { name: 'Juniper shop', id: ids[0] },
      [ids[1] ?? '']: { name: 'Juniper deliveries', id: ids[1] },
    })
    const edges = await kit.graph('GET', '/subscribed_apps', { query: { ids: ids.join() } })
    expect(edges.body).toEqual({ [ids[0] ?? '']: { data: [] }, [ids[1] ?? '']: { data: [] } })
  })

  test('one that is not there fails all', async () => {
    const kit = emulate()
    const query = { ids: `${kit.names.client},123456789` }
    expectError(await kit.graph('GET', '/', { query }), 'object_missing_on_get')
  })

  test('none, or more than 50', async () => {
    for (const ids of [',', Array.from({ length: 51 }, (_, id) => id + 1).join()]) {
      expectError(await emulate().graph('GET', '/', { query: { ids } }), 'parameter_type')
    }
  })
})

test('metadata=1 adds fields, type and edges, which lead back to the host of the caller', async () => {
  const kit = emulate()
  const { body } = await kit.graph('GET', '/{shared_account}', { query: { metadata: '1', fields: 'id' } })
  expect(body.metadata.type).toBe('whatsappbusinessaccount')
  expect(body.metadata.fields).toContainEqual({ name: 'currency', type: 'string' })
  expect(body.metadata.connections.subscribed_apps).toMatch(
    new RegExp(`^http://127\\.0\\.0\\.1:\\d+/v24\\.0/${kit.names.shared_account}/subscribed_apps$`),
  )
})

test('summary=true adds the total count, as the Python SDK asks for on every edge', async () => {
  const kit = emulate('five-obo-without-intent')
  const { body } = await kit.graph('GET', '/{partner}/owned_whatsapp_business_accounts', {
    query: { summary: 'true', limit: '2' },
  })
  expect(body.summary).toEqual({ total_count: 5 })
  expect(body.data).toHaveLength(2)
})

describe('what is not the caller’s stays hidden', () => {
  /** A second client of the partner, whose accounts the first one has nothing to do with. */
  const withRival = (role: 'ADMIN' | 'EMPLOYEE' = 'ADMIN') =>
    emulate(undefined, (file) => {
      file.businesses.rival = { name: 'Rival Bakery', country: 'BR' }
      file.accounts = { ...file.accounts, rival_account: { name: 'Rival', owner: 'rival', sharedWith: ['partner'] } }
      if (file.systemUsers?.system_user) file.systemUsers.system_user.role = role
    })
  const LIST = '/{partner}/client_whatsapp_business_accounts'

  test('a client may not list the accounts of its partner, alone or inside fields', async () => {
    const kit = withRival()
    expectError(await kit.graph('GET', LIST, { as: 'client_admin' }), 'object_missing_on_get')
    const query = { fields: 'owner_business{client_whatsapp_business_accounts{name}}' }
    expectError(await kit.graph('GET', '/{obo_account}', { as: 'client_admin', query }), 'object_missing_on_get')
    expect((await kit.graph('GET', LIST)).body.data).toHaveLength(2)
  })

  test('an employee sees in a list what it could read alone: what was assigned', async () => {
    const kit = withRival('EMPLOYEE')
    expect((await kit.graph('GET', LIST, { query: { fields: 'name,subscribed_apps' } })).body).toEqual({ data: [] })
  })

  test('an edge of the Marketing API inside fields has the same versions', async () => {
    const query = { fields: 'adaccounts{id}' }
    expectError(await emulate().graph('GET', '/me', { version: 'v21.0', query }), 'ads_version_deprecated')
  })

  test('a fault meets an edge inside fields, too', async () => {
    const kit = emulate()
    const fault = { error: 'service_unavailable', operation: 'getAllSubscriptionsForAWaba' }
    await kit.control('post', `worlds/${kit.id}/faults`, fault)
    const query = { fields: 'subscribed_apps' }
    expectError(await kit.graph('GET', '/{shared_account}', { query }), 'service_unavailable')
  })
})

test('summary=false adds none', async () => {
  const query = { summary: 'false' }
  const { body } = await emulate().graph('GET', '/{partner}/owned_whatsapp_business_accounts', { query })
  expect(body).not.toHaveProperty('summary')
})

test('several nodes by ids have the usage headers of one', async () => {
  const kit = emulate()
  const { headers } = await kit.graph('GET', '/', { query: { ids: String(kit.names.shared_account) } })
  expect(headers['x-business-use-case-usage']).toContain(kit.names.shared_account)
})
