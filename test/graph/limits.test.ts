import { expect, test } from 'vitest'
import { emulate, type Kit } from '../kit.ts'
import { expectError } from '../operation.ts'

type Limits = NonNullable<Parameters<NonNullable<Parameters<typeof emulate>[1]>>[0]['limits']>

const limited = (limits: Limits, options = {}) =>
  emulate(
    undefined,
    (file) => {
      file.limits = limits
    },
    options,
  )

const account = (kit: Kit, name = 'shared_account') => kit.graph('GET', `/{${name}}`, { query: { fields: 'id' } })
const usage = (headers: Record<string, string>, name: string) => JSON.parse(headers[name] ?? 'null')

test('calls on an account count towards its own limit, and the header says how far', async () => {
  const kit = limited({ activeWabaCalls: 4 })
  const shares: number[] = []
  for (let call = 0; call < 4; call += 1) {
    const { headers } = await account(kit)
    const [use] = usage(headers, 'x-business-use-case-usage')[String(kit.names.shared_account)]
    expect(use).toEqual({
      type: 'whatsapp_business_management',
      call_count: use.call_count,
      total_cputime: 0,
      total_time: 0,
      estimated_time_to_regain_access: 0,
    })
    shares.push(use.call_count)
  }
  expect(shares).toEqual([25, 50, 75, 100])
  expect((await account(kit, 'obo_account')).status).toBe(200)
})

test('over it the account refuses with (#80008) and the minutes until it is open again, which then it is', async () => {
  const kit = limited({ activeWabaCalls: 2 })
  await account(kit)
  await kit.advance('20m')
  await account(kit)
  const refused = await account(kit)
  expectError(refused, 'waba_limit_reached')
  const [use] = usage(refused.headers, 'x-business-use-case-usage')[String(kit.names.shared_account)]
  expect(use).toMatchObject({ call_count: 150, estimated_time_to_regain_access: 40 })
  await kit.advance('39m')
  expectError(await account(kit), 'waba_limit_reached')
  await kit.advance('1m')
  expect((await account(kit)).status).toBe(200)
})

test('an account without a registered number has the lower limit', async () => {
  const kit = emulate(undefined, (file) => {
    file.limits = { wabaCalls: 1, activeWabaCalls: 100 }
    if (file.accounts?.obo_account) file.accounts.obo_account.active = false
  })
  await account(kit, 'obo_account')
  expectError(await account(kit, 'obo_account'), 'waba_limit_reached')
  await account(kit)
  expect((await account(kit)).status).toBe(200)
})

test('other calls count towards the limit of the app, which grows with its users', async () => {
  const kit = limited({ appCallsPerUser: 2 })
  const shares: number[] = []
  for (let call = 0; call < 4; call += 1) {
    const { headers } = await kit.graph('GET', '/me')
    shares.push(usage(headers, 'x-app-usage').call_count)
  }
  expect(shares).toEqual([25, 50, 75, 100])
  const refused = await kit.graph('GET', '/me')
  expectError(refused, 'app_limit_reached')
  expect(refused.body.error).toMatchObject({ code: 4, error_subcode: 2446079, is_transient: true })
})

test('the Intent API has a limit of its own', async () => {
  const kit = limited({ intentCalls: 1 })
  const ask = () => kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  await ask()
  expectError(await ask(), 'app_limit_reached')
  expect((await kit.graph('GET', '/me')).status).toBe(200)
})

test('ruling openapi-status: a refused call is 400, or 429', async () => {
  const kit = emulate(undefined, (file) => {
    file.limits = { intentCalls: 1 }
    file.rulings = { 'openapi-status': 'openapi' }
  })
  const ask = () => kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  await ask()
  expect((await ask()).status).toBe(429)
})

test('limits off refuses nobody, and sends no usage', async () => {
  const kit = limited({ activeWabaCalls: 1 }, { limits: 'off' })
  for (let call = 0; call < 3; call += 1) {
    const { status, headers } = await account(kit)
    expect(status).toBe(200)
    expect(headers['x-business-use-case-usage']).toBeUndefined()
  }
})

test('where a world says nothing, an active account takes 5000 calls an hour and another 200', () => {
  expect(emulate().world().limits).toMatchObject({
    appCallsPerUser: 200,
    wabaCalls: 200,
    activeWabaCalls: 5000,
    intentCalls: 200,
    templateCreations: 100,
  })
})

test('ruling waba-limit-code: 80008 as captured, or 80007 as the error page has it', async () => {
  const kit = emulate(undefined, (file) => {
    file.limits = { activeWabaCalls: 1 }
    file.rulings = { 'waba-limit-code': '80007' }
  })
  await account(kit)
  expect((await account(kit)).body.error).toMatchObject({
    code: 80007,
    message: '(#80007) Rate limit issues',
    error_data: { details: 'The WhatsApp Business Account has reached its rate limit.' },
  })
})
