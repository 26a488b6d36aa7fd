import type { Response } from 'supertest'
import { describe, expect, test } from 'vitest'
import { valuesAt } from '../../emulator/json-path.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError } from '../operation.ts'

interface Part {
  code: number
  headers?: { name: string; value: string }[]
  body: string
}

const send = (kit: Kit, batch: unknown, extra: object = {}, path = '/') =>
  kit.graph('POST', path, { body: { batch, ...extra } })
const parts = ({ body }: Response): (Part | null)[] => body
const json = (part: Part | null | undefined) => JSON.parse(need(part ?? undefined).body)

test('answers each part in order, with its code, its headers and its body as a string', async () => {
  const kit = emulate()
  const response = await send(kit, [
    { method: 'GET', relative_url: `v24.0/${kit.names.shared_account}?fields=name` },
    { method: 'GET', relative_url: '/nobody' },
    { method: 'post', relative_url: `${kit.names.client}/onboard_partners_to_mm_lite` },
  ])
  expect(response.status).toBe(200)
  const [first, second, third] = parts(response)
  expect(first).toMatchObject({
    code: 200,
    headers: expect.arrayContaining([{ name: 'facebook-api-version', value: 'v24.0' }]),
  })
  expect(json(first)).toEqual({ name: 'Juniper shop', id: kit.names.shared_account })
  expect(second?.code).toBe(404)
  expect(json(second).error).toMatchObject({ code: 803, fbtrace_id: expect.any(String) })
  expect(json(third)).toEqual({ request_id: expect.any(String) })
})

test('is found at the root with and without a slash or version, and at /me', async () => {
  const kit = emulate()
  const batch = [{ method: 'GET', relative_url: 'me' }]
  for (const [path, version] of [
    ['', 'v24.0'],
    ['/', 'v24.0'],
    ['/', ''],
    ['/me', 'v24.0'],
  ] as const) {
    const response = await kit.graph('POST', path, { body: { batch }, version })
    expect(json(parts(response)[0])).toMatchObject({ name: 'Harbour Server' })
  }
})

test('batch as a JSON string in a form, as SDKs send it', async () => {
  const kit = emulate()
  const batch = JSON.stringify([{ method: 'GET', relative_url: 'me' }])
  const body = new URLSearchParams({ batch, include_headers: 'false' }).toString()
  const response = await kit.graph('POST', '/', {
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(parts(response)[0]).toEqual({ code: 200, body: expect.any(String) })
})

test('a part may have a token of its own', async () => {
  const kit = emulate()
  const batch = [{ method: 'GET', relative_url: 'me', access_token: kit.tokens.client_admin }]
  expect(json(parts(await send(kit, batch))[0])).toMatchObject({ id: kit.names.admin })
})

test('an unencoded inner body is read, as the Node SDK sends it', async () => {
  const kit = emulate('partner-with-solution')
  const relative_url = `${kit.names.client}/onboard_partners_to_mm_lite`
  const batch = [{ method: 'POST', relative_url, body: `solution_id=${kit.names.solution}&note={"a": 1}` }]
  expect(parts(await send(kit, batch))[0]?.code).toBe(200)
})

describe('dependencies', () => {
  const reading = (kit: Kit, rest: object = {}) => ({
    method: 'GET',
    relative_url: `${kit.names.partner}/client_whatsapp_business_accounts?fields=id`,
    name: 'accounts',
    ...rest,
  })

  test('a JSONPath puts values of an earlier reply into a later part; what others build on is left out', async () => {
    const kit = emulate()
    const then = { method: 'GET', relative_url: '?ids={result=accounts:$.data.*.id}&fields=name' }
    const [first, second] = parts(await send(kit, [reading(kit), then]))
    expect(first).toBeNull()
    expect(json(second)).toEqual({
      [need(kit.names.shared_account)]: { name: 'Juniper shop', id: kit.names.shared_account },
    })
  })

  test('omit_response_on_success=false shows it', async () => {
    const kit = emulate()
    const then = { method: 'GET', relative_url: 'me', depends_on: 'accounts' }
    const [first, second] = parts(await send(kit, [reading(kit, { omit_response_on_success: false }), then]))
    expect(first?.code).toBe(200)
    expect(second?.code).toBe(200)
  })

  test('a part whose parent failed is null, and the parent is shown', async () => {
    const kit = emulate()
    const failing = { method: 'GET', relative_url: 'nobody', name: 'first' }
    const [first, second] = parts(
      await send(kit, [failing, { method: 'GET', relative_url: 'me', depends_on: 'first' }]),
    )
    expect(first?.code).toBe(404)
    expect(second).toBeNull()
  })

  test('what depends on a part that was left out is left out, too', async () => {
    const chain = [
      { method: 'GET', relative_url: 'nobody', name: 'a' },
      { method: 'GET', relative_url: 'me', name: 'b', depends_on: 'a' },
      { method: 'GET', relative_url: 'me', depends_on: 'b' },
    ]
    const [first, ...rest] = parts(await send(emulate(), chain))
    expect(first?.code).toBe(404)
    expect(rest).toEqual([null, null])
  })

  test('a name that no earlier part has is told before any part had its effect', async () => {
    const kit = emulate()
    const edge = `${kit.names.shared_account}/subscribed_apps`
    const batch = [
      { method: 'POST', relative_url: edge },
      { method: 'GET', relative_url: 'me', depends_on: 'zz' },
    ]
    expectError(await send(kit, batch), 'batch_dependency_unknown')
    expect((await kit.graph('GET', '/{shared_account}/subscribed_apps')).body).toEqual({ data: [] })
  })

  test('a name that no earlier part has fails the batch, in the words of Graph', async () => {
    const response = await send(emulate(), [{ method: 'GET', relative_url: 'me', depends_on: 'f' }])
    expectError(response, 'batch_dependency_unknown')
    expect(response.body.error).toEqual({
      message:
        'Request 0 cannot depend on an  unresolved request with  name f. Requests can only depend on preceding requests',
      type: 'GraphBatchException',
      fbtrace_id: expect.any(String),
    })
  })
})

test('more than 50 parts', async () => {
  const fifty = Array(50).fill({ method: 'GET', relative_url: 'me' })
  expect(parts(await send(emulate(), fifty))).toHaveLength(50)
  expectError(await send(emulate(), [...fifty, fifty[0]]), 'batch_too_large')
})

test('a batch that is no list, and a part without an address', async () => {
  const odd = [{ method: 5 }, { body: { a: 1 } }, { name: {} }, { depends_on: ['x'] }].map((part) => [
    { relative_url: 'me', ...part },
  ])
  for (const batch of ['nonsense', { a: 1 }, [1], [{ method: 'GET' }], ...odd]) {
    expectError(await send(emulate(), batch), 'batch_invalid')
  }
})

test('a batch needs a token that is good', async () => {
  const kit = emulate()
  const body = { batch: [{ method: 'GET', relative_url: 'me' }] }
  expectError(await kit.graph('POST', '/', { as: '', body }), 'token_missing')
  expectError(await kit.graph('POST', '/', { as: 'garbage', body }), 'token_unparsable')
})

test('a batch within a batch is a call of the root like any other', async () => {
  const kit = emulate()
  const inner = {
    method: 'POST',
    relative_url: '',
    body: `batch=${JSON.stringify([{ method: 'GET', relative_url: 'me' }])}`,
  }
  expect(parts(await send(kit, [inner]))[0]?.code).toBe(400)
})

test('the part of JSONPath that Graph documents', () => {
  const reply = { data: [{ id: '1' }, { id: '2' }], a: { b: [{ c: 3 }] } }
  expect(valuesAt(reply, '.data.*.id')).toEqual(['1', '2'])
  expect(valuesAt(reply, '.data[1].id')).toEqual(['2'])
  expect(valuesAt(reply, '.a.b[0].c')).toEqual([3])
  expect(valuesAt(reply, '.a.x.y')).toEqual([])
  expect(valuesAt(reply, '.__proto__.toString')).toEqual([])
})
