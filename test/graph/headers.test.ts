import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { emulate, type Kit, need } from '../kit.ts'

const read = (kit: Kit, query: object = {}, headers: Record<string, string> = {}) =>
  request(kit.server)
    .get(`/v24.0/${kit.names.shared_account}`)
    .query({ access_token: kit.tokens.partner_system_user, ...query })
    .set(headers)

test('a reply has the headers that Graph sends', async () => {
  const { headers } = await read(emulate())
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=UTF-8',
    'facebook-api-version': 'v24.0',
    'access-control-allow-origin': '*',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    pragma: 'no-cache',
    expires: 'Sat, 01 Jan 2000 00:00:00 GMT',
    'strict-transport-security': 'max-age=15552000; preload',
    'x-fb-request-id': expect.stringMatching(/^A[\w-]{22}$/),
    'x-fb-trace-id': expect.stringMatching(/^[\w-]{11}$/),
    'x-fb-debug': expect.stringMatching(/^[\w+/]{86}==$/),
    'x-fb-rev': expect.stringMatching(/^\d+$/),
    vary: 'Origin, Accept-Encoding',
    etag: expect.stringMatching(/^"[0-9a-f]{40}"$/),
  })
})

test('a refusal is not stored, has no ETag, and its fbtrace_id is the request id', async () => {
  const { headers, body } = await read(emulate(), { fields: 'colour' })
  expect(headers['cache-control']).toBe('no-store')
  expect(headers.etag).toBeUndefined()
  expect(headers['x-fb-request-id']).toBe(body.error.fbtrace_id)
})

test('slashes and what is not ASCII are escaped', async () => {
  const kit = emulate(undefined, (file) => {
    if (file.accounts?.shared_account) file.accounts.shared_account.name = 'Juniperbäckerei / Süd'
  })
  const { text, body } = await read(kit, { fields: 'name' })
  expect(text).toContain('"name":"Juniperb\\u00e4ckerei \\/ S\\u00fcd"')
  expect(body.name).toBe('Juniperbäckerei / Süd')
})

test('If-None-Match with the ETag gives 304 without a body', async () => {
  const kit = emulate()
  const first = await read(kit)
  const second = await read(kit, {}, { 'if-none-match': need(first.headers.etag) })
  expect({ status: second.status, text: second.text }).toEqual({ status: 304, text: '' })
  expect((await read(kit, {}, { 'if-none-match': `W/${first.headers.etag}` })).status).toBe(304)
  expect((await read(kit, { fields: 'id' }, { 'if-none-match': need(first.headers.etag) })).status).toBe(200)
})

test('HEAD has the headers of GET and no body', async () => {
  const kit = emulate()
  const { status, headers, text } = await request(kit.server)
    .head(`/v24.0/${kit.names.shared_account}`)
    .set('authorization', `Bearer ${kit.tokens.partner_system_user}`)
  expect({ status, version: headers['facebook-api-version'], text }).toEqual({
    status: 200,
    version: 'v24.0',
    text: undefined,
  })
})

test('OPTIONS lets every page call, with the headers that it asks for', async () => {
  const { status, headers } = await request(emulate().server)
    .options('/v24.0/1')
    .set('origin', 'https://page.example')
    .set('access-control-request-headers', 'authorization, content-type')
  expect({ status, ...headers }).toMatchObject({
    status: 200,
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
    'access-control-allow-headers': 'authorization, content-type',
  })
})

describe('gzip', () => {
  const large = (kit: Kit, encoding: string) =>
    read(kit, { metadata: '1' }, { 'accept-encoding': encoding })
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done(null, Buffer.concat(chunks)))
      })

  test('only when it was asked for', async () => {
    const kit = emulate()
    expect((await large(kit, 'identity')).headers['content-encoding']).toBeUndefined()
    const { headers } = await large(kit, 'gzip, deflate')
    expect(headers['content-encoding']).toBe('gzip')
  })

  test('says the same', async () => {
    const kit = emulate()
    const plain = await read(kit, { metadata: '1' }, { 'accept-encoding': 'identity' })
    const zipped = await read(kit, { metadata: '1' }, { 'accept-encoding': 'gzip' })
    const withoutPort = ({ text }: typeof plain) => text.replaceAll(/127\.0\.0\.1:\d+/g, 'here')
    expect(withoutPort(zipped)).toBe(withoutPort(plain))
  })
})

test('pretty=1 is written with indentation, and compact is the default', async () => {
  const kit = emulate()
  expect((await read(kit)).text).not.toContain('\n')
  expect((await read(kit, { pretty: '1' })).text).toContain('\n   "id"')
})

test('debug=all tells of a field that was left out and of a version that died', async () => {
  const kit = emulate(undefined, (file) => {
    if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = ['whatsapp_business_management']
  })
  const { body } = await kit.graph('GET', '/{shared_account}', {
    version: 'v13.0',
    query: { fields: 'owner_business_info', debug: 'all' },
  })
  expect(body.__debug__.messages).toEqual([
    { message: 'v13.0 has ended; the call was served by v19.0', type: 'warning' },
    {
      message: 'The field owner_business_info was left out: it needs the permission whatsapp_business_messaging',
      type: 'warning',
    },
  ])
})
