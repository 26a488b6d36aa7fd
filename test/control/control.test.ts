import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { serverFor } from '../../emulator/server.ts'
import { readWorld, shippedWorlds } from '../../emulator/world/load.ts'
import { emulate, type Kit, kitFor, need, receive, subscribe } from '../kit.ts'

describe('worlds', () => {
  test('health, and the shape of a world', async () => {
    const kit = emulate()
    expect((await kit.control('get', 'health')).body).toEqual({ status: 'ok', worlds: 1 })
    const { body } = await kit.control('get', `worlds/${kit.id}`)
    expect(body).toEqual({
      id: 'partner-with-obo-client',
      name: 'partner-with-obo-client',
      title: expect.any(String),
      now: Date.parse('2026-03-02T09:00:00Z'),
      names: expect.objectContaining({ app: expect.stringMatching(/^\d{16}$/) }),
      people: {},
      tokens: {
        app: `${kit.names.app}|${kit.secrets.app}`,
        partner_system_user: expect.stringMatching(/^EAAMMGRAPH/),
        client_admin: expect.stringMatching(/^EAAMMGRAPH/),
      },
      secrets: { app: expect.stringMatching(/^mmgraph[0-9a-f]{25}$/) },
    })
    expect((await kit.control('get', 'worlds')).body.data).toEqual([body])
  })

  test('a second world of the same fixture has the same names, and ids and tokens of its own, the same on every run', async () => {
    const make = async () => {
      const kit = emulate()
      const { status, body } = await kit.control('post', 'worlds', { world: 'partner-with-obo-client' })
      expect(status).toBe(201)
      return { kit, second: body }
    }
    const [one, two] = [await make(), await make()]
    expect(one.second).toEqual(two.second)
    expect(one.second.id).toBe('partner-with-obo-client-2')
    expect(Object.keys(one.second.names)).toEqual(Object.keys(one.kit.names))
    const values = [one.kit, one.second].flatMap(({ names, tokens, secrets }) =>
      [names, tokens, secrets].flatMap(Object.values),
    )
    expect(new Set(values).size).toBe(values.length)
  })

  test('an id of one’s own is the seed', async () => {
    const make = async (id: string) => (await emulate().control('post', 'worlds', { world: 'tech-provider', id })).body
    expect(await make('tenant-a')).toEqual(await make('tenant-a'))
    expect((await make('tenant-a')).names.app).not.toBe((await make('tenant-b')).names.app)
  })

  test('a call finds its world by its token, its app id and its app token, without a header', async () => {
    const kit = emulate()
    const { body } = await kit.control('post', 'worlds', { world: 'partner-with-obo-client' })
    const other = kitFor(kit.emulator, body)
    for (const one of [kit, other]) {
      expect((await one.graph('GET', '/{client}')).headers['x-mmgraph-world']).toBe(one.id)
      expect((await one.graph('GET', '/{app}', { as: '' })).headers['x-mmgraph-world']).toBe(one.id)
      expect((await one.graph('GET', '/{app}', { as: `${one.names.app}|wrong` })).headers['x-mmgraph-world']).toBe(
        one.id,
      )
    }
    expect((await kit.graph('GET', `/${other.names.client}`)).status).toBe(400)
  })

  test('a call that says whose it is belongs there, whatever its token', async () => {
    const kit = emulate()
    const { body: other } = await kit.control('post', 'worlds', { world: 'partner-with-obo-client' })
    const call = (world: string, token = '') =>
      request(kit.server).get(`/v24.0/${other.names.client}`).set({ 'x-mmgraph-world': world, authorization: token })
    for (const token of ['', 'Bearer nobodys', `Bearer ${kit.tokens.partner_system_user}`]) {
      const { headers, body } = await call(other.id, token)
      expect([headers['x-mmgraph-world'], body.error.code]).toEqual([other.id, token ? 190 : 104])
    }
    const { status, body } = await call('nowhere')
    expect([status, body.mmgraph, body.message]).toEqual([
      503,
      'no-world',
      `x-mmgraph-world: there is no world 'nowhere'; POST /_mmgraph/worlds {"world": NAME} makes one.`,
    ])
  })

  test('what happens in one world is not seen in another', async () => {
    const kit = emulate()
    const other = kitFor(kit.emulator, (await kit.control('post', 'worlds', { world: 'partner-with-obo-client' })).body)
    await other.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    await other.advance('1d')
    expect((await kit.control('get', `worlds/${kit.id}/mailbox`)).body.data).toEqual([])
    expect((await kit.control('get', `worlds/${kit.id}/exchanges`)).body.data).toEqual([])
    expect((await kit.control('get', `worlds/${kit.id}/clock`)).body.now).toBe(kit.now)
  })

  test('a whole world can be the body', async () => {
    const kit = emulate()
    const { file } = readWorld('tech-provider')
    for (const body of [file, { world: file }]) {
      const { status, body: made } = await kit.control('post', 'worlds', body)
      expect(status).toBe(201)
      expect(made.names).toHaveProperty('shared_account')
    }
  })

  test('reset gives the world as it was, with the same ids and tokens', async () => {
    const kit = emulate()
    const first = (await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).body
    await kit.advance('10d')
    const { body } = await kit.control('post', `worlds/${kit.id}/reset`)
    expect(body).toEqual((await kit.control('get', `worlds/${kit.id}`)).body)
    expect({ ...kit, ...body }).toEqual(kit)
    expect((await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).body).toEqual(first)
  })

  test('a dropped world is gone, with its tokens', async () => {
    const kit = emulate()
    const { body: other } = await kit.control('post', 'worlds', { world: 'tech-provider' })
    expect((await kit.control('delete', `worlds/${other.id}`)).body).toEqual({ success: true })
    expect((await kit.control('get', `worlds/${other.id}`)).status).toBe(404)
    expect((await kit.graph('GET', '/me', { as: other.tokens.partner_system_user })).status).toBe(401)
  })
})

describe('clock', () => {
  test('is still until it is moved, and moves by what is said', async () => {
    const kit = emulate()
    for (const [advance, by] of [
      ['500ms', 500],
      ['30s', 30_000],
      ['10m', 600_000],
      ['1.5h', 5_400_000],
      ['7d', 604_800_000],
    ] as const) {
      const { now } = (await kit.control('get', `worlds/${kit.id}/clock`)).body
      const { body } = await kit.advance(advance)
      expect(body).toEqual({ now: now + by, iso: new Date(now + by).toISOString(), running: false })
    }
  })

  test('can run and be stopped', async () => {
    const kit = emulate()
    const clock = (running: boolean) => kit.control('post', `worlds/${kit.id}/clock`, { running })
    expect((await clock(true)).body.running).toBe(true)
    const { now, running } = (await clock(false)).body
    expect(running).toBe(false)
    expect(now).toBeGreaterThanOrEqual(kit.now)
    expect((await kit.control('get', `worlds/${kit.id}/clock`)).body.now).toBe(now)
  })

  test('a running clock posts webhooks by itself, after the answer', async () => {
    const kit = emulate('second-partner-was-first', undefined, { clock: 'running' })
    const receiver = await receive()
    await subscribe(kit, receiver)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    expect(receiver.posts).toHaveLength(1)
  })
})

describe('what can be looked at', () => {
  test('due lists what is to come, earliest first', async () => {
    const kit = emulate()
    const { request_id: request } = (await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).body
    const { body } = await kit.control('get', `worlds/${kit.id}/due?kind=happening`)
    expect(body.data).toMatchObject([
      { at: kit.now + 3 * 86_400_000, kind: 'happening', name: 'admins_are_invited', params: { request } },
    ])
  })

  test('exchanges are bounded, newest last', async () => {
    const kit = emulate()
    for (let at = 0; at < 3; at += 1) await kit.graph('GET', `/{client}`, { query: { fields: 'id' } })
    const { data } = (await kit.control('get', `worlds/${kit.id}/exchanges?limit=2`)).body
    expect(data.map(({ n }: { n: number }) => n)).toEqual([2, 3])
  })

  test('a caller goes through all of a log with after', async () => {
    const kit = emulate()
    for (let at = 0; at < 5; at += 1) await kit.graph('GET', `/{client}`, { query: { fields: 'id' } })
    const page = async (query: string) =>
      (await kit.control('get', `worlds/${kit.id}/exchanges?${query}`)).body.data.map(({ n }: { n: number }) => n)
    expect(await page('after=0&limit=2')).toEqual([1, 2])
    expect(await page('after=2&limit=2')).toEqual([3, 4])
    expect(await page('after=4&limit=2')).toEqual([5])
  })

  test('what is due next stands first, however few are asked for', async () => {
    const kit = emulate('ready-to-send')
    const body = {
      messaging_product: 'whatsapp',
      to: '+14165550100',
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    }
    await kit.graph('POST', '/{phone}/messages', { as: 'client_business', body })
    const { data } = (await kit.control('get', `worlds/${kit.id}/due?limit=1`)).body
    expect(data).toMatchObject([{ kind: 'message' }])
    const { data: calls } = (await kit.control('get', `worlds/${kit.id}/exchanges`)).body
    expect(calls[0].params.template.language).toEqual({ code: 'en_US' })
    expect((await kit.control('get', `worlds/${kit.id}/messages?after=1`)).status).toBe(400)
  })

  test('the happenings are listed with their parameters', async () => {
    const { data } = (await emulate().control('get', 'happenings')).body
    const names = data.map(({ name }: { name: string }) => name)
    expect(names.slice(0, 4)).toEqual([
      'client_accepts_mm_terms',
      'client_rejects_mm_invitation',
      'partner_accepts_mm_terms',
      'business_onboards_in_whatsapp_manager',
    ])
    expect(names).not.toContain('admins_are_invited')
    expect(data[0].with).toEqual({ business: 'Business' })
  })
})

/** What is wrong with a call to the control API -> what the sentence must name. */
const bad: readonly [
  string,
  (kit: Kit) => Promise<{ status: number; body: { error: { message: string } } }>,
  number,
  RegExp,
][] = [
  [
    'an unknown world',
    (kit) => kit.control('get', 'worlds/none'),
    404,
    /no world 'none'; there are partner-with-obo-client/,
  ],
  [
    'an unknown fixture',
    (kit) => kit.control('post', 'worlds', { world: 'none' }),
    400,
    /^world: 'none' is no world that ships; allowed are a-year-of-campaigns, (?:[\w-]+, ){11}… and \d+ more$/,
  ],
  ['no fixture', (kit) => kit.control('post', 'worlds', {}), 400, /^world: a name \(/],
  [
    'a world with more beside it',
    (kit) => kit.control('post', 'worlds', { world: 'tech-provider', colour: 1 }),
    400,
    /^colour: /,
  ],
  [
    'a broken world',
    (kit) => kit.control('post', 'worlds', { world: { title: 'x' } }),
    400,
    /must have required property/,
  ],
  [
    'a world that refers to nothing',
    (kit) =>
      kit.control('post', 'worlds', {
        world: {
          title: 'x',
          clock: '2026-01-01',
          businesses: {},
          apps: { a: { name: 'A', business: 'b', access: {} } },
          tokens: {},
        },
      }),
    400,
    /\/apps\/a\/business: 'b' is none of the businesses; there are none/,
  ],
  [
    'an id that is there',
    (kit) => kit.control('post', 'worlds', { world: 'tech-provider', id: kit.id }),
    409,
    /^id: there is a world/,
  ],
  [
    'an id of strange letters',
    (kit) => kit.control('post', 'worlds', { world: 'tech-provider', id: 'A B' }),
    400,
    /^id: must be small letters, digits/,
  ],
  [
    'a duration that is none',
    (kit) => kit.control('post', `worlds/${kit.id}/clock`, { advance: 'soon' }),
    400,
    /^advance: 'soon' is no duration up to 3650d; examples are 500ms/,
  ],
  [
    'a negative duration',
    (kit) => kit.control('post', `worlds/${kit.id}/clock`, { advance: '-5m' }),
    400,
    /^advance: /,
  ],
  [
    'running that is no boolean',
    (kit) => kit.control('post', `worlds/${kit.id}/clock`, { running: 'yes' }),
    400,
    /^running: must be boolean/,
  ],
  [
    'an unknown key',
    (kit) => kit.control('post', `worlds/${kit.id}/clock`, { speed: 2 }),
    400,
    /must not have 'speed'; it may have advance, running/,
  ],
  [
    'no name of a happening',
    (kit) => kit.control('post', `worlds/${kit.id}/happenings`, {}),
    400,
    /required property 'name'/,
  ],
  [
    'an unknown happening',
    (kit) => kit.happens('client_sneezes', {}),
    400,
    /^name: 'client_sneezes' is no happening; allowed are client_accepts_mm_terms/,
  ],
  [
    'a parameter that is missing',
    (kit) => kit.happens('client_accepts_mm_terms', {}),
    400,
    /^with.business: it is missing; a Business is needed, by id or name: partner, client/,
  ],
  [
    'a node of the wrong type',
    (kit) => kit.happens('client_accepts_mm_terms', { business: 'app' }),
    400,
    /^with.business: "app" names a Application; a Business is needed/,
  ],
  [
    'an unknown node',
    (kit) => kit.happens('client_accepts_mm_terms', { business: '1' }),
    400,
    /names nothing in the world/,
  ],
  [
    'an unknown parameter',
    (kit) => kit.happens('client_accepts_mm_terms', { business: 'client', when: 1 }),
    400,
    /^with.when: client_accepts_mm_terms has no such parameter; allowed are business/,
  ],
  [
    'an unknown filter',
    (kit) => kit.control('get', `worlds/${kit.id}/mailbox?colour=red`),
    400,
    /^colour: no such filter; there are business, kind, request, after, limit/,
  ],
  [
    'a limit that is too high',
    (kit) => kit.control('get', `worlds/${kit.id}/due?limit=5000`),
    400,
    /^limit: must be 1 to 1000/,
  ],
  [
    'after that is no number',
    (kit) => kit.control('get', `worlds/${kit.id}/due?after=x`),
    400,
    /^after: 'x' is no number/,
  ],
  [
    'an unknown delivery',
    (kit) => kit.control('post', `worlds/${kit.id}/deliveries/7/redeliver`),
    404,
    /no delivery 7/,
  ],
  ['an unknown route', (kit) => kit.control('get', 'nothing'), 404, /It has: GET health/],
]

test.each(bad)('bad input, %s: one sentence that names it and what is allowed', async (_, call, status, message) => {
  const { status: found, body } = await call(emulate())
  expect({ found, message: body.error.message }).toEqual({ found: status, message: expect.stringMatching(message) })
})

test('a clock takes ten years at once, and stays within what a date can be', async () => {
  const kit = emulate()
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  expect((await kit.advance('3650d')).status).toBe(200)
  expect((await kit.control('get', `worlds/${kit.id}/mailbox?limit=1000`)).body.data).toHaveLength(1000)
  expect((await kit.advance('3651d')).status).toBe(400)
  kit.world().now = Date.parse('9999-12-30')
  expect((await kit.advance('2d')).body.error.message).toMatch(/beyond the year 9999/)
})

test('what comes by itself cannot be asked for', async () => {
  const { body } = await emulate().happens('admins_are_invited', { request: '1' })
  expect(body.error.message).toMatch(/^name: admins_are_invited comes by itself; those are client_accepts_mm_terms/)
})

test('a node may be named by a number', async () => {
  const kit = emulate('terms-already-signed')
  const { body } = await kit.happens('business_onboards_in_whatsapp_manager', { business: Number(kit.names.client) })
  expect(body.error.message).toMatch(/accepted the terms already/)
})

test('a world as shell variables', async () => {
  const kit = emulate()
  const { text, headers } = await kit.control('get', `worlds/${kit.id}/env`)
  expect(headers['content-type']).toMatch(/^text\/plain/)
  expect(text).toContain(`export MMGRAPH_CLIENT_ID='${kit.names.client}'\n`)
  expect(text).toContain(`export MMGRAPH_APP_TOKEN='${kit.tokens.app}'\n`)
  expect(text).toContain(`export MMGRAPH_APP_SECRET='${kit.secrets.app}'\n`)
})

test('people are shell variables by their number, which may change', async () => {
  const kit = emulate('ready-to-send')
  const variables = async () => (await kit.control('get', `worlds/${kit.id}/env`)).text
  expect(await variables()).toContain(`export MMGRAPH_TEMPLATE_ID='${kit.names.template}'\n`)
  expect(await variables()).toContain("export MMGRAPH_RECIPIENT_NUMBER='14165550100'\n")
  expect(await variables()).not.toContain('MMGRAPH_RECIPIENT_ID')
  await kit.happens('customer_changes_number', { from: 'recipient', to: '14165550177' })
  expect(await variables()).toContain("export MMGRAPH_RECIPIENT_NUMBER='14165550177'\n")
})

test('a body that is no JSON', async () => {
  const kit = emulate()
  const response = await request(kit.server)
    .post(`/_mmgraph/worlds`)
    .send('{"world"')
    .set('content-type', 'application/json')
  expect(response.status).toBe(400)
  expect(response.body.error.message).toMatch(/^The body is no JSON/)
})

describe('who may use it', () => {
  const health = (kit: Kit, headers: Record<string, string>) => request(kit.server).get('/_mmgraph/health').set(headers)

  test('a Host header that is not its own is refused: DNS rebinding', async () => {
    const { status, body } = await health(emulate(), { host: 'evil.example:4020' })
    expect(status).toBe(403)
    expect(body.error.message).toContain('evil.example')
  })

  test('its own names are taken, with and without a port', async () => {
    for (const host of ['localhost', 'localhost:4020', '127.0.0.1:4020', '[::1]:4020']) {
      expect((await health(emulate(), { host })).status).toBe(200)
    }
  })

  test('a page of another origin is refused, one of this machine is not', async () => {
    expect((await health(emulate(), { origin: 'https://evil.example' })).status).toBe(403)
    expect((await health(emulate(), { origin: 'http://localhost:3000' })).status).toBe(200)
  })

  test('a control token, once given, is asked of everybody', async () => {
    const kit = emulate(undefined, undefined, { controlToken: 'open-sesame' })
    expect((await health(kit, {})).status).toBe(401)
    expect((await health(kit, { authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await health(kit, { authorization: 'Bearer open-sesame', host: 'mmgraph:4020' })).status).toBe(200)
  })

  test('a caller of another machine is refused', async () => {
    const emulator = createEmulator()
    const socket = { remoteAddress: '192.0.2.7', remotePort: 5, remoteFamily: 'IPv4' }
    const env = { incoming: { socket } }
    const response = await emulator.fetch(new Request('http://localhost/_mmgraph/health'), env)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('192.0.2.7')
  })

  test('Graph itself is answered whatever the Host header says, as clients behind a name need', async () => {
    const kit = emulate()
    const server = serverFor(kit.emulator)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const status = await new Promise((resolve) => {
      const path = `/v24.0/me?access_token=${need(kit.tokens.partner_system_user)}`
      httpRequest({ port, host: '127.0.0.1', path, headers: { host: 'graph.facebook.com' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })
    server.close()
    expect(status).toBe(200)
  })
})

test('every shipped world is made, and its partner can call', async () => {
  expect(shippedWorlds().length).toBeGreaterThanOrEqual(12)
  for (const name of shippedWorlds()) {
    const kit = emulate(name)
    expect({ name, status: (await kit.graph('GET', '/{partner}')).status }).toEqual({ name, status: 200 })
    for (const wanted of ['app', 'partner', 'client']) expect(kit.names).toHaveProperty(wanted)
  }
})
