import { describe, expect, onTestFinished, test } from 'vitest'
import { redact } from '../../contracts/redact.ts'
import { createEmulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import { namesOf } from '../../emulator/in-tests/create-emulator.ts'
import { appsecretProof } from '../../emulator/session.ts'
import { MOST_BY_TOKEN } from '../../emulator/worlds.ts'

const HOUR = 3_600_000

// biome-ignore lint/suspicious/noExplicitAny: replies, looked at by tests
type Reply = any

function shared(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ worlds: ['partner-with-obo-client'], ...options })
  onTestFinished(() => emulator.close())
  const call = async (path: string, token?: string, init: RequestInit = {}) => {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    const response = await emulator.fetch(new Request(`http://127.0.0.1${path}`, { headers, ...init }))
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply }
  }
  return { emulator, call }
}

const token = (id: string, name = 'client_business', world = 'ready-to-send') => `EAAMMGRAPH.${world}.${id}.${name}`

describe('a token that names its world', () => {
  test('makes it on its first use, with the ids that are known beforehand', async () => {
    const { emulator, call } = shared()
    const { phone } = namesOf('ready-to-send', 'test-1').names
    const { body, headers } = await call(`/v24.0/${phone}`, token('test-1'))
    expect(body.id).toBe(phone)
    expect(headers.get('x-mmgraph-world')).toBe('test-1')
    await call(`/v24.0/${phone}?access_token=${token('test-1')}`)
    expect(emulator.worlds.list().map(({ world }) => world.id)).toEqual(['partner-with-obo-client', 'test-1'])
    const { data } = (await call('/_mmgraph/worlds/test-1/exchanges')).body
    expect(data.map(({ as }: { as: string }) => as)).toEqual(['client_business', 'client_business'])
    expect(JSON.stringify(data)).not.toContain(token('test-1'))
  })

  test('is as good as the one that it stands for: app tokens, proofs, debug_token', async () => {
    const { call } = shared()
    const { names, tokens, secrets } = namesOf('ready-to-send', 'a.b_c-d')
    const [own, app] = [token('a.b_c-d'), token('a.b_c-d', 'app')]
    const debugged = await call(`/v24.0/debug_token?input_token=${own}`, app)
    expect(debugged.body.data).toMatchObject({ app_id: names.app, is_valid: true })
    expect((await call(`/v24.0/debug_token?input_token=${tokens.client_business}`, app)).body).toEqual(debugged.body)
    const proof = appsecretProof(own, secrets.app ?? '')
    expect((await call(`/v24.0/${names.phone}?appsecret_proof=${proof}`, own)).status).toBe(200)
    expect((await call(`/v24.0/${names.phone}?appsecret_proof=${proof}`, tokens.client_business)).status).toBe(400)
    expect((await call(`/v24.0/${names.app}/subscriptions`, `${names.app}|${secrets.app}`)).status).toBe(200)
  })

  test.each([
    [token('x', 'client_business', 'ready-to-sent'), 'did you mean ready-to-send?'],
    [token('x', 'client_busines'), 'did you mean client_business?'],
    [token('X'), 'EAAMMGRAPH.WORLD.ID.TOKEN'],
    [token('partner-with-obo-client'), "the id 'partner-with-obo-client' is taken"],
  ])('%s is no token, and Graph says 190', async (wrong, says) => {
    const { emulator, call } = shared()
    const { body, headers, status } = await call('/v24.0/me', wrong)
    expect([status, body.error.code, headers.get('x-mmgraph-error')]).toEqual([401, 190, 'token_malformed'])
    expect(headers.get('x-mmgraph-why')).toContain(says)
    expect(emulator.worlds.list()).toHaveLength(1)
  })

  test('has no place in what is redacted', () => {
    expect(redact(`sent with ${token('a.b')}.`)).not.toContain('client_business')
  })

  test(`makes ${MOST_BY_TOKEN} worlds at most: the longest unused gives way`, async () => {
    const { emulator, call } = shared()
    for (let n = 0; n < MOST_BY_TOKEN; n += 1) emulator.worlds.ofFixture('tech-provider', `w${n}`)
    await call('/v24.0/me', token('w0', 'app', 'tech-provider'))
    await call('/v24.0/me', token('one-more'))
    const ids = new Set(emulator.worlds.list().map(({ world }) => world.id))
    expect(ids.size).toBe(MOST_BY_TOKEN + 1)
    expect(['partner-with-obo-client', 'w0', 'one-more', 'w1'].map((id) => ids.has(id))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('the control API', () => {
  test('makes a world that is asked for with its fixture, and shows its variables', async () => {
    const { emulator, call } = shared()
    const { body } = await call('/_mmgraph/worlds/mine?world=ready-to-send')
    expect(body).toEqual({ ...namesOf('ready-to-send', 'mine') })
    const env = await emulator.fetch(new Request('http://127.0.0.1/_mmgraph/worlds/other/env?world=ready-to-send'))
    expect(await env.text()).toContain(`MMGRAPH_PHONE_ID='${namesOf('ready-to-send', 'other').names.phone}'`)
    expect((await call('/_mmgraph/worlds/mine?world=tech-provider')).status).toBe(409)
    expect((await call('/_mmgraph/worlds/x?world=tech-providr')).body.error.message).toContain('tech-provider')
    expect((await call('/_mmgraph/worlds/No?world=tech-provider')).body.error.message).toContain("'No' is no id")
    expect((await call('/_mmgraph/worlds/nobody')).status).toBe(404)
  })
})

describe('a world that nobody calls', () => {
  function aged() {
    let now = 0
    const ended: string[] = []
    const both = shared({ dropUnused: HOUR, wall: () => now, worldEnded: ({ id }) => ended.push(id) })
    return { ...both, ended, pass: (by: number) => (now += by) }
  }
  const make = { method: 'POST', body: JSON.stringify({ world: 'ready-to-send', id: 'made' }) }

  test('is dropped after its time; each call and each look at it begins that anew; the first ones stay', async () => {
    const { emulator, call, ended, pass } = aged()
    const { tokens, names } = (await call('/_mmgraph/worlds', undefined, make)).body
    pass(HOUR - 1)
    expect((await call('/_mmgraph/worlds')).body.data.map((world: object) => Reflect.get(world, 'dropsIn'))).toEqual([
      undefined,
      1,
    ])
    await call(`/v24.0/${names.phone}`, tokens.client_business)
    pass(HOUR - 1)
    expect((await call('/_mmgraph/worlds/made')).body.dropsIn).toBe(HOUR)
    pass(HOUR - 1)
    expect(ended).toEqual([])
    pass(1)
    const late = await call(`/v24.0/${names.phone}`, tokens.client_business)
    expect([late.body.error.code, late.headers.get('x-mmgraph-error')]).toEqual([190, 'token_malformed'])
    expect(ended).toEqual(['made'])
    expect((await call('/_mmgraph/worlds/made')).status).toBe(404)
    pass(1000 * HOUR)
    expect(emulator.worlds.list().map(({ world }) => world.id)).toEqual(['partner-with-obo-client'])
  })

  test('is made anew by a token that names it, without what was in it, and nothing of it is posted', async () => {
    const posted: string[] = []
    let now = 0
    const { emulator, call } = shared({
      dropUnused: HOUR,
      wall: () => now,
      transport: async ({ url }) => {
        posted.push(url)
        return { status: 200, statusText: 'OK', body: '' }
      },
    })
    const apps = { app: { callback: 'http://127.0.0.1:1/' } }
    const body = JSON.stringify({ world: 'ready-to-send', id: 'made', change: { apps } })
    const { names } = (await call('/_mmgraph/worlds', undefined, { method: 'POST', body })).body
    const sent = await call(`/v24.0/${names.phone}/messages`, undefined, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token('made')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        to: '+14165550100',
        type: 'template',
        template: { name: 'spring_sale', language: { code: 'en_US' } },
      }),
    })
    expect(sent.status).toBe(200)
    const old = emulator.worlds.get('made')
    expect(old?.world.queue.list().length).toBeGreaterThan(0)
    now += HOUR
    expect((await call(`/v24.0/${names.phone}`, token('made'))).status).toBe(200)
    expect(emulator.worlds.get('made')?.world.exchanges.list()).toHaveLength(1)
    await old?.clock.advance(HOUR)
    expect(posted).toEqual([])
  })
})
