import { expect, test } from 'vitest'
import { nodes } from '../../contracts/nodes.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { upload } from '../media.ts'

const fieldsOf = (kit: Kit, path: string, fields: string, options = {}) =>
  kit.graph('GET', path, { query: { fields }, ...options })

test('every type of node answers its default fields, and all that is built of its fields', async () => {
  const kit = emulate('partner-with-solution', (file) => {
    const body = [{ type: 'BODY', text: 'Fresh bread today.' }]
    file.datasets = { pixel: { name: 'Juniper website', business: 'client' } }
    file.templates = { bread: { account: 'shared_account', name: 'bread', category: 'MARKETING', components: body } }
    file.templateGroups = { breads: { account: 'shared_account', name: 'Breads', templates: ['bread'] } }
  })
  const body = { solution_id: kit.names.solution }
  await kit.graph('POST', '/{shared_account}/set_solution_migration_intent', { body })
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { body })
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  await upload(kit)
  await kit.graph('POST', '/{app}/uploads', { body: { file_length: 8, file_type: 'image/png' } })
  const world = kit.world()
  // The ads of the template are there.
  await kit.advance('10m')
  const ofClient = ['Ad', 'AdAccount', 'AdReportRun', 'AdSet', 'Campaign', 'User']
  const ads = need(world.tokens().find(({ value }) => value === kit.tokens.client_admin))
  world.issue({ ...ads, scopes: [...ads.scopes, 'ads_read'] })
  const [adAccount] = world.list('AdAccount')
  await kit.graph('POST', `/${need(adAccount).id}/insights`, { as: 'client_admin' })
  for (const [type, contract] of Object.entries(nodes)) {
    const [node] = world.list(type as keyof typeof nodes)
    const as = ofClient.includes(type) ? 'client_admin' : 'partner_system_user'
    const built = Object.keys(contract.fields).filter(
      (name) =>
        !contract.fields[name]?.notBuilt &&
        !contract.fields[name]?.until &&
        !contract.fields[name]?.since &&
        !contract.fields[name]?.edge,
    )
    const { status, body } = await kit.graph('GET', `/${need(node).id}`, { as })
    // The id of an upload has an end like a query.
    expect({ type, status, id: body.id.split('?')[0] }).toEqual({ type, status: 200, id: need(node).id })
    expect((await fieldsOf(kit, `/${need(node).id}`, built.join(), { as })).status).toBe(200)
  }
})

test('fields chooses, and id is always there', async () => {
  const kit = emulate()
  expect((await fieldsOf(kit, '/{shared_account}', 'name')).body).toEqual({
    name: 'Juniper shop',
    id: kit.names.shared_account,
  })
})

test('fields as a JSON array, as published clients send it', async () => {
  const kit = emulate()
  expect((await fieldsOf(kit, '/{shared_account}', '["name","currency"]')).body).toMatchObject({ currency: 'BRL' })
})

test('a field that leads to a node is expanded, to any depth', async () => {
  const kit = emulate()
  const fields = 'owner_business{name,marketing_messages_onboarding_status{status}},owner_business_info{name}'
  expect((await fieldsOf(kit, '/{shared_account}', fields)).body).toEqual({
    owner_business: {
      name: 'Juniper Bakery',
      marketing_messages_onboarding_status: { status: 'NOT_STARTED' },
      id: kit.names.client,
    },
    owner_business_info: { name: 'Juniper Bakery' },
    id: kit.names.shared_account,
  })
})

test('a trailing slash, and GET with an empty JSON body, as published clients send it', async () => {
  const kit = emulate()
  const { status } = await kit.graph('GET', '/{shared_account}/', { body: {} })
  expect(status).toBe(200)
})

test('an unversioned call is answered, and the header says by which version', async () => {
  const kit = emulate()
  const { status, headers } = await kit.graph('GET', '/{shared_account}', { version: '' })
  expect({ status, version: headers['facebook-api-version'] }).toEqual({ status: 200, version: 'v24.0' })
})

test('the status of a business goes from NOT_STARTED to REQUEST_SENT to TERM_OF_SERVICE_SIGNED', async () => {
  const kit = emulate()
  const status = async () =>
    (await fieldsOf(kit, '/{client}', 'marketing_messages_onboarding_status')).body.marketing_messages_onboarding_status
  expect(await status()).toEqual({ status: 'NOT_STARTED' })
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  expect(await status()).toEqual({ status: 'REQUEST_SENT', time: '2026-03-02' })
  await kit.advance('1d')
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  expect(await status()).toEqual({ status: 'TERM_OF_SERVICE_SIGNED', time: '2026-03-03' })
})

test('ruling mm-status-time: a bare date, or a datetime', async () => {
  const kit = emulate('terms-already-signed', (file) => {
    file.rulings = { 'mm-status-time': 'datetime' }
  })
  expect((await fieldsOf(kit, '/{client}', 'marketing_messages_onboarding_status')).body).toMatchObject({
    marketing_messages_onboarding_status: { status: 'TERM_OF_SERVICE_SIGNED', time: '2025-10-07T00:00:00+0000' },
  })
})

const statuses: readonly [string, string, string, Parameters<typeof emulate>[1]?][] = [
  ['ELIGIBLE', 'partner-with-obo-client', 'shared_account'],
  ['INELIGIBLE_ON_BEHALF_OF_WABA', 'partner-with-obo-client', 'obo_account'],
  ['ONBOARDED', 'terms-already-signed', 'shared_account'],
  ['INELIGIBLE_COUNTRY_NOT_SUPPORTED', 'client-in-sanctioned-country', 'shared_account'],
  ['INELIGIBLE_INACTIVE_OR_RESTRICTED', 'five-obo-one-restricted', 'obo_account_5'],
  [
    'PENDING_VALID_PAYMENT_METHOD',
    'terms-already-signed',
    'shared_account',
    (file) => {
      if (file.accounts?.shared_account) file.accounts.shared_account.paymentMethod = false
    },
  ],
]

test.each(statuses)(
  'marketing_messages_onboarding_status of an account: %s',
  async (status, world, account, change) => {
    const kit = emulate(world, change)
    expect((await fieldsOf(kit, `/{${account}}`, 'marketing_messages_onboarding_status')).body).toMatchObject({
      marketing_messages_onboarding_status: status,
    })
  },
)

test('the field before v24.0 is answered up to v23.0', async () => {
  const kit = emulate('terms-already-signed')
  const { body } = await fieldsOf(kit, '/{shared_account}', 'marketing_messages_lite_api_status', { version: 'v23.0' })
  expect(body).toMatchObject({ marketing_messages_lite_api_status: 'ONBOARDED' })
})

test('ownership_type depends on who asks', async () => {
  const kit = emulate()
  const type = async (account: string, as: string) =>
    (await fieldsOf(kit, `/{${account}}`, 'ownership_type,on_behalf_of_business_info', { as })).body
  expect(await type('shared_account', 'partner_system_user')).toMatchObject({ ownership_type: 'CLIENT_OWNED' })
  expect(await type('shared_account', 'client_admin')).toMatchObject({
    ownership_type: 'SELF',
    on_behalf_of_business_info: { type: 'SELF', status: 'APPROVED', name: 'Juniper Bakery' },
  })
  expect(await type('obo_account', 'partner_system_user')).toMatchObject({
    ownership_type: 'ON_BEHALF_OF',
    on_behalf_of_business_info: { type: 'ON_BEHALF_OF', id: kit.names.client },
  })
})

test("ruling waba-field-values: as captured, or as the description 'openapi' has them", async () => {
  const fields = 'ownership_type,business_verification_status,on_behalf_of_business_info'
  const under = async (side: string, account: string, as?: string, status = 'verified') => {
    const kit = emulate(undefined, (file) => {
      file.rulings = { 'waba-field-values': side }
      if (file.businesses.client) file.businesses.client.verification_status = status
    })
    const { id: _, ...body } = (await fieldsOf(kit, `/{${account}}`, fields, { as })).body
    return body
  }
  const client = { id: expect.any(String), name: 'Juniper Bakery' }
  expect(await under('captured', 'shared_account', 'client_admin')).toEqual({
    ownership_type: 'SELF',
    business_verification_status: 'verified',
    on_behalf_of_business_info: { ...client, status: 'APPROVED', type: 'SELF' },
  })
  const openapi = { business_verification_status: 'VERIFIED', on_behalf_of_business_info: client }
  for (const [account, as, ownership_type] of [
    ['shared_account', 'client_admin', 'SELF_OWNED'],
    ['shared_account', undefined, 'CLIENT_OWNED'],
    ['obo_account', undefined, 'AGENCY_OWNED'],
  ] as const) {
    expect(await under('openapi', account, as)).toEqual({ ...openapi, ownership_type })
  }
  for (const [status, upper] of [
    ['not_verified', 'UNVERIFIED'],
    ['pending_submission', 'PENDING'],
    ['revoked', 'REJECTED'],
  ] as const) {
    expect(await under('openapi', 'shared_account', undefined, status)).toMatchObject({
      business_verification_status: upper,
    })
  }
})

test('a field whose permission is lacking is left out', async () => {
  const kit = emulate(undefined, (file) => {
    if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = ['whatsapp_business_management']
  })
  expect((await fieldsOf(kit, '/{shared_account}', 'owner_business_info')).body).toEqual({
    id: kit.names.shared_account,
  })
})

test('/me is the system user, and /app the app', async () => {
  const kit = emulate()
  expect((await kit.graph('GET', '/me')).body).toEqual({ id: kit.names.system_user, name: 'Harbour Server' })
  expect((await kit.graph('GET', '/app')).body).toMatchObject({ id: kit.names.app, name: 'Harbour Inbox' })
})

test('the app secret is never a field', async () => {
  const kit = emulate()
  const { text } = await kit.graph('GET', '/{app}', { as: 'app' })
  expect(text).not.toContain(kit.secrets.app)
})

test('fields as a list in JSON or in brackets', async () => {
  const kit = emulate()
  for (const query of [{ 'fields[]': 'name' }, { 'fields[0]': 'name' }]) {
    expect((await kit.graph('GET', '/{shared_account}', { query })).body.name).toBe('Juniper shop')
  }
  const { body } = await kit.graph('POST', '/{shared_account}', {
    body: { method: 'get', fields: ['name', 'currency'] },
  })
  expect(body).toEqual({ name: 'Juniper shop', currency: 'BRL', id: kit.names.shared_account })
})
