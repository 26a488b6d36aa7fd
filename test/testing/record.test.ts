import { describe, expect, test } from 'vitest'
import { record } from '../../contracts/testing/record.ts'
import { need } from '../kit.ts'
import { send, session } from './sessions.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** A server that answers what it is told. */
function answering(answer: () => Response): typeof fetch {
  return async () => answer()
}

describe('a recording fetch', () => {
  test('keeps a call and its answer, and gives the answer to the client as it came', async () => {
    const client = session()
    const answer = await send(client)
    expect(await answer.json()).toMatchObject({ messaging_product: 'whatsapp' })
    expect(client.exchanges).toEqual([
      {
        at: 0,
        method: 'POST',
        path: `/${client.phone}/marketing_messages`,
        params: expect.objectContaining({ to: '+14165550100', type: 'template' }),
        status: 200,
        reply: expect.objectContaining({ messaging_product: 'whatsapp' }),
        operation: 'sendMarketingMessage',
      },
    ])
    client.clear()
    expect(client.exchanges).toEqual([])
  })

  test('keeps no token, wherever it stood', async () => {
    const client = session()
    const { graph, token, phone, fetch, exchanges } = client
    await fetch(`${graph}/${phone}?access_token=${token}&fields=id`)
    await fetch(`${graph}/${phone}`, { headers: { authorization: `Bearer ${token}` } })
    await fetch(`${graph}/debug_token?input_token=${token}`, { headers: { authorization: `Bearer ${token}` } })
    await fetch(`${graph}/${phone}`, { method: 'POST', body: new URLSearchParams({ access_token: token }) })
    await fetch(`${graph}/${token}`)
    expect(exchanges).toHaveLength(5)
    expect(JSON.stringify(exchanges)).not.toContain(token)
    expect(exchanges[0]?.params).toEqual({ access_token: '(secret)', fields: 'id' })
  })

  test('keeps no token of an answer, which the client gets', async () => {
    const { fetch, exchanges } = record(answering(() => Response.json({ access_token: 'planted', expires_in: 1 })))
    expect(await (await fetch('http://127.0.0.1/oauth/access_token')).json()).toMatchObject({ access_token: 'planted' })
    expect(exchanges[0]?.reply).toEqual({ access_token: '(secret)', expires_in: 1 })
  })

  const file = new File(['bytes'], 'a.png', { type: 'image/png' })
  const form = new FormData()
  form.set('type', 'image/png')
  form.set('file', file)
  const untyped = new FormData()
  untyped.set('file', new File(['bytes'], 'a'))

  test.each([
    ['JSON', { body: '{"a":{"b":1}}', headers: JSON_TYPE }, { a: { b: 1 } }],
    ['JSON that does not say so', { body: '{"a":1}' }, { a: 1 }],
    ['a list', { body: '[1]', headers: JSON_TYPE }, { body: [1] }],
    ['broken JSON', { body: '{', headers: JSON_TYPE }, { body: '(broken JSON)' }],
    ['a form', { body: new URLSearchParams({ a: '1' }) }, { a: '1' }],
    ['a form as a text', { body: 'a=1&b=2' }, { a: '1', b: '2' }],
    ['a form with a file', { body: form }, { type: 'image/png', file: '(5 bytes of image/png)' }],
    ['a file', { body: file }, { file: '(5 bytes of image/png)' }],
    ['a form with a file of no type', { body: untyped }, { file: '(5 bytes of no type)' }],
    ['nothing', {}, {}],
    ['nothing that says it is JSON', { headers: JSON_TYPE }, {}],
    ['JSON after blanks', { body: ' \n{"a":1}' }, { a: 1 }],
    ['JSON that is nothing', { body: 'null', headers: JSON_TYPE }, { body: null }],
    ['JSON that is a text', { body: '"x"', headers: JSON_TYPE }, { body: 'x' }],
    [
      'a broken form',
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      { body: '(broken form)' },
    ],
    ['bytes', { body: new Uint8Array([1]), headers: { 'content-type': 'image/png' } }, { file: '(bytes)' }],
  ] as [string, RequestInit, object][])('reads %s', async (_, init, params) => {
    const { fetch, exchanges } = record(answering(() => Response.json({})))
    await fetch('http://127.0.0.1/v24.0/1', { method: 'POST', ...init })
    await fetch(new Request('http://127.0.0.1/v24.0/1', { method: 'POST', ...init }))
    expect(exchanges.map((one) => one.params)).toEqual([params, exchanges[1]?.params])
    expect(Object.keys(exchanges[1]?.params as object)).toEqual(Object.keys(params))
  })

  test('sends the body on, also that of a Request', async () => {
    const bodies: string[] = []
    const { fetch } = record(async (input, init) => {
      bodies.push(await new Request(input, init).text())
      return new Response('ok')
    })
    await fetch(new Request('http://127.0.0.1/1', { method: 'POST', body: '{"a":1}' }))
    await fetch('http://127.0.0.1/1', { method: 'POST', body: 'a=1' })
    expect(bodies).toEqual(['{"a":1}', 'a=1'])
  })

  test('takes an answer that is no JSON for what it is', async () => {
    const page = record(
      answering(() => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } })),
    )
    await page.fetch('http://127.0.0.1/1')
    expect(page.exchanges[0]).toMatchObject({ status: 502, reply: '<html>' })
    const bytes = record(answering(() => new Response('x', { headers: { 'content-type': 'image/png' } })))
    expect(await (await bytes.fetch('http://127.0.0.1/1')).text()).toBe('x')
    expect(bytes.exchanges[0]?.reply).toBe('(bytes of image/png)')
    const untyped = record(
      answering(() => new Response(new Uint8Array([1]), { headers: new Headers({ 'x-any': 'x' }) })),
    )
    await untyped.fetch('http://127.0.0.1/1')
    expect(untyped.exchanges[0]?.reply).toBe('(bytes of no type)')
    const nothing = record(answering(() => new Response(null, { status: 204 })))
    await nothing.fetch('http://127.0.0.1/1')
    expect(nothing.exchanges[0]).toMatchObject({ status: 204, reply: undefined })
  })

  test('keeps a call that was not answered, and throws what was thrown', async () => {
    const { fetch, exchanges } = record(async () => {
      throw new TypeError('fetch failed')
    })
    await expect(fetch('http://127.0.0.1/v24.0/1')).rejects.toThrow('fetch failed')
    expect(exchanges).toEqual([
      { at: expect.any(Number), method: 'GET', path: '/1', params: {}, status: 0, reply: undefined },
    ])
  })

  test('leaves out calls that are not wanted', async () => {
    const { fetch, exchanges } = record(
      answering(() => Response.json({})),
      {
        only: ({ hostname }) => hostname === 'graph.facebook.com',
      },
    )
    await fetch('http://127.0.0.1/1')
    await fetch('https://graph.facebook.com/v24.0/2', { method: 'delete' })
    expect(exchanges.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /2'])
    expect(need(exchanges[0]).operation).toBeUndefined()
  })
})
