import { describe, expect, test } from 'vitest'
import { type ClientExchange, keepClient } from '../../contracts/client/keep.ts'
import { clientText } from '../../contracts/client/text.ts'
import { judgeUpgrade } from '../../contracts/client/upgrade.ts'
import { contractOfClient, lostOf } from '../../emulator/check/client-contract.ts'
import { emulate, need } from '../kit.ts'
import { message } from '../sends.ts'

const exchange = (more: Partial<ClientExchange>): ClientExchange => ({
  operation: 'sendMarketingMessage',
  version: 'v24.0',
  method: 'POST',
  path: '/',
  params: {},
  fields: [],
  headers: [],
  status: 200,
  touched: [],
  ...more,
})

const kept = (...exchanges: ClientExchange[]) =>
  keepClient({ client: 'npm test', graph: { day: '2026-03-02', rulings: {} }, exchanges, deliveries: [] })

const paramsOf = (...calls: [params: unknown, status?: number][]) =>
  need(kept(...calls.map(([params, status = 200]) => exchange({ params, status }))).calls[0]).params

describe('parameters', () => {
  test('are sent in every call, in some, or only where it was refused', () => {
    const params = paramsOf([{ to: '+14165550100', type: 'x' }], [{ type: 'x' }], [{ recipient: 'x' }, 400])
    expect(Object.entries(params).map(([name, { sent }]) => [name, sent])).toEqual([
      ['/recipient', 'refused'],
      ['/to', 'some'],
      ['/type', 'every'],
    ])
  })

  test('have their types, and only values that the contract names', () => {
    const params = paramsOf(
      [{ to: '+14165550100', product_policy: 'STRICT', messaging_product: 'telegram' }],
      [{ to: 1 }],
    )
    expect(params['/to']).toEqual({ sent: 'every', types: ['number', 'string'] })
    expect(params['/product_policy']).toEqual({ sent: 'some', types: ['string'], values: ['STRICT'] })
    expect(params['/messaging_product']).toEqual({ sent: 'some', types: ['string'] })
  })

  test('have no names of somebody', () => {
    const strange = { '+14165550100': 1, EAABplantedToken: 2, 'Robin Planted': 3, a5550100: 4, plain_name: 5 }
    const params = paramsOf([{ template: strange, biz_opaque_callback_data: 'planted' }])
    expect(Object.keys(params)).not.toContain('/template/EAABplantedToken')
    expect(JSON.stringify(params)).not.toMatch(/5550100|lanted/)
  })
})

test('calls in another order, and again, keep the same', () => {
  const calls = [
    exchange({ params: { to: 'x' }, touched: [{ path: '/messages/*/id', how: 'read' }] }),
    exchange({ version: 'v25.0' }),
    exchange({ status: 400, error: 'template_missing', touched: [{ path: '/error/code', how: 'read' }] }),
    exchange({ operation: 'debugToken', version: 'none', method: 'GET' }),
  ]
  const text = clientText(kept(...calls))
  expect(clientText(kept(...[...calls, ...calls].reverse()))).toBe(text)
  expect(kept(...calls).calls.map(({ operation, version }) => [operation, version])).toEqual([
    ['debugToken', 'none'],
    ['sendMarketingMessage', 'v24.0'],
    ['sendMarketingMessage', 'v25.0'],
  ])
})

test('replies of which some were not seen say so', () => {
  const seen = (...touched: ClientExchange['touched'][]) =>
    need(kept(...touched.map((one) => exchange({ touched: one }))).calls[0]).reads.seen
  expect(seen([], [])).toBe('all')
  expect(seen([], undefined)).toBe('some')
  expect(seen(undefined)).toBe('none')
})

test('ids in a reply, as of ids=, are no names', () => {
  const touched = [{ path: '/1917558661640191/name', how: 'read' }] as const
  const [call] = kept(exchange({ operation: 'graph', method: 'GET', touched })).calls
  expect(need(call).reads.parts).toEqual({ '/*/name': 'read' })
})

describe('the log of a world', () => {
  const everything = async () => {
    const kit = emulate('ready-to-send')
    const as = 'client_business'
    const form =
      'messaging_product=whatsapp&to=14165550100&type=template&template={"name":"spring_sale","language":{"code":"en_US"}}'
    const body = message({ biz_opaque_callback_data: 'planted-in-data', to: '+14165550100' })
    await kit.graph('POST', '/{phone}/marketing_messages', { as, body })
    await kit.graph('POST', '/{phone}/marketing_messages', { as, body: form })
    await kit.graph('POST', '/{phone}/messages', {
      as,
      body: { messaging_product: 'whatsapp', to: '14165550100', type: 'text', text: { body: 'planted text' } },
    })
    await kit.graph('GET', '/{waba}', { as, query: { fields: 'owner_business{name},phone_numbers.limit(5){id}' } })
    await kit.graph('GET', '/debug_token', { as: 'app', query: { input_token: need(kit.tokens[as]) }, version: '' })
    await kit.graph('GET', '/{waba}', { as: 'EAAplantedplantedplantedplanted' })
    await kit.graph('POST', '/', {
      as,
      body: { batch: JSON.stringify([{ method: 'GET', relative_url: kit.names.waba }]) },
    })
    await kit.graph('GET', '/Robin Planted/5550100', { as })
    return kit
  }

  test('gives a contract without secrets, ids, numbers and texts', async () => {
    const kit = await everything()
    const text = clientText(contractOfClient('npm test', [kit.world()]))
    const secrets = [...Object.values(kit.tokens), ...Object.values(kit.names), ...Object.values(kit.secrets)]
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toMatch(/lanted|5550100|spring_sale|wamid|EAA|\d{7}/)
  })

  test('has what was sent as the contract reads it, whatever its form, and each part of a batch', async () => {
    const kit = await everything()
    const { calls } = contractOfClient('npm test', [kit.world()])
    const callOf = (operation: string, version = 'v24.0') =>
      need(calls.find((call) => call.operation === operation && call.version === version))
    expect(callOf('sendMarketingMessage').params['/template']?.types).toEqual(['object'])
    expect(callOf('getWhatsAppBusinessAccountDetails').fields).toEqual({
      owner_business: 'some',
      'owner_business/name': 'some',
      phone_numbers: 'some',
      'phone_numbers/id': 'some',
    })
    expect(callOf('debugToken', 'none')).toMatchObject({ call: 'GET /debug_token', answered: true })
    expect(calls.map(({ call }) => call)).toEqual(expect.arrayContaining(['POST /', 'GET /{id}/{id}']))
  })

  test('nothing of it breaks where it stays as it is', async () => {
    const contract = contractOfClient('npm test', [(await everything()).world()])
    expect(judgeUpgrade(contract, { to: 'v24.0' }).findings).toEqual([])
  })

  test('tells how much it has lost', async () => {
    const kit = emulate('ready-to-send', (file) => {
      file.retention = { exchanges: 2 }
    })
    for (let n = 0; n < 5; n += 1) await kit.graph('GET', '/{waba}', { as: 'client_business' })
    expect(lostOf([kit.world()])).toBeGreaterThan(0)
  })

  test('of two worlds has the rulings that both take', () => {
    const one = emulate('ready-to-send', (file) => {
      file.rulings = { 'status-order': 'repeated', 'media-file-size': 'text' }
    })
    const other = emulate('ready-to-send', (file) => {
      file.rulings = { 'status-order': 'repeated' }
    })
    expect(contractOfClient('x', [one.world(), other.world()]).graph.rulings).toEqual({ 'status-order': 'repeated' })
  })
})
