import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { type SignupVersion, signupVersions } from '../../contracts/signup/versions.ts'
import { emulate, type Kit, need } from '../kit.ts'

const kit = (change?: Parameters<typeof emulate>[1]) => emulate('ready-to-sign-up', change)

const asks = ({ names }: Kit, more: Record<string, string | undefined> = {}) => ({
  client_id: need(names.app),
  config_id: need(names.config),
  response_type: 'code',
  redirect_uri: 'http://localhost:9/back?a=1',
  state: 'x<y',
  ...more,
})

const PATH = '/v24.0/dialog/oauth'
const open = (one: Kit, more: Record<string, string | undefined> = {}, path = PATH) =>
  request(one.server).get(path).query(asks(one, more))
const post = (one: Kit, form: Record<string, string>, more: Record<string, string> = {}) =>
  request(one.server).post(PATH).query(asks(one, more)).type('form').send(form)

const problemOf = (text: string) => /role="alert"[^>]*>([^<]*)</.exec(text)?.[1]

describe('the dialog', () => {
  test('opens with a version and without one, in no frame, and loads nothing', async () => {
    for (const path of [PATH, '/dialog/oauth']) {
      const { status, headers, text } = await open(kit(), {}, path)
      expect(status).toBe(200)
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['cache-control']).toBe('no-store')
      expect(text).toContain('Choose a business')
      expect(text).not.toMatch(/(?:src|href)="http/)
    }
  })

  test('escapes what it shows', async () => {
    const one = kit((file) => Object.assign(need(file.businesses.client), { name: '<script>alert(1)</script>' }))
    const { text } = await open(one)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('has in its screens what the page knew of its client', async () => {
    const one = kit()
    const chosen = async (business: object) => {
      const { text } = await open(one, { extras: JSON.stringify({ setup: { business } }) })
      return /<input[^>]*name="business"[^>]*value="([^"]*)"[^>]*checked/.exec(text)?.[1]
    }
    const { other_client } = one.names
    expect(await chosen({})).toBe(one.names.client)
    expect(await chosen({ id: other_client })).toBe(other_client)
    expect(await chosen({ name: 'Lantern Books' })).toBe(other_client)
    expect(await chosen({ name: 'Fen' })).toBe(one.names.client)
    const fresh = {
      name: 'Fen & Fern',
      email: 'a@fen.example',
      website: 'https://fen.example',
      address: { country: 'CA' },
    }
    expect(await chosen(fresh)).toBe('new')
    const setup = {
      business: { ...fresh, phone: { code: 1, number: '4165550177' } },
      phone: { displayName: 'Fen shop' },
    }
    const { text } = await open(one, { extras: JSON.stringify({ setup }) })
    expect(text).toContain('value="Fen &amp; Fern"')
    // They wait for the screens to come.
    expect(text).toContain('name="number" value="+1 4165550177"')
    expect(text).toContain('name="display_name" value="Fen shop"')
  })

  test('has no token and no secret in any page', async () => {
    const one = kit()
    const { text } = await open(one)
    const done = await post(one, {
      step: 'PERMISSIONS',
      go: 'next',
      business: need(one.names.client),
      account: need(one.names.waba),
      phone: need(one.names.phone),
    })
    for (const page of [text, done.text]) {
      expect(page).not.toContain('EAAMMGRAPH')
      expect(page).not.toContain(need(one.secrets.app))
    }
  })

  test('leads back with code and state; the exchange takes the same address', async () => {
    const one = kit()
    const { names, secrets } = one
    const answers = { business: need(names.client), account: need(names.waba), phone: need(names.phone) }
    const { text } = await post(one, { step: 'PERMISSIONS', go: 'next', ...answers })
    const href = need(/<a href="([^"]*)"/.exec(text)?.[1]).replaceAll('&amp;', '&')
    const back = new URL(href)
    expect({ origin: back.origin, a: back.searchParams.get('a'), state: back.searchParams.get('state') }).toEqual({
      origin: 'http://localhost:9',
      a: '1',
      state: 'x<y',
    })
    const query = { client_id: names.app, client_secret: secrets.app, code: back.searchParams.get('code') }
    const exchange = (more: object) =>
      request(one.server)
        .get('/v24.0/oauth/access_token')
        .query({ ...query, ...more })
    expect((await exchange({})).body.error.error_subcode).toBe(36008)
    expect((await exchange({ redirect_uri: asks(one).redirect_uri })).status).toBe(200)
  })

  test('leads back without a code when it is left', async () => {
    const { text } = await post(kit(), { step: 'PERMISSIONS', go: 'cancel' })
    expect(text).toContain('error=access_denied')
    expect(text).toContain('error_reason=user_denied')
  })

  test('goes back to the first answer that is wrong, whatever step is sent', async () => {
    const one = kit()
    const { text } = await post(one, {
      step: 'PERMISSIONS',
      go: 'next',
      business: need(one.names.client),
      account: 'new',
      account_name: 'x',
      phone: 'new',
      display_name: 'x',
      number: '+14165550123',
      code: '000000',
    })
    expect(text).toContain('PHONE_NUMBER_VERIFICATION')
    expect(problemOf(text)).toContain('error verifying this phone number')
    expect(one.world().list('WhatsAppBusinessAccount')).toHaveLength(2)
  })

  test('is journaled as the happenings that it is, and its webhooks leave', async () => {
    const one = kit()
    await one.control('post', `worlds/${one.id}/reset`)
    await one.control('post', `worlds/${one.id}/journal`, { on: true })
    const answers = { business: need(one.names.client), account: need(one.names.waba), phone: need(one.names.phone) }
    await post(one, { step: 'PERMISSIONS', go: 'next', ...answers })
    const { text } = await one.control('get', `worlds/${one.id}/journal`)
    expect(text).toContain('client_finishes_embedded_signup')
  })
})

describe('who may use it', () => {
  test.each<[string, Record<string, string>]>([
    ['a form of another origin', { origin: 'https://evil.example' }],
    ['a form of a sandbox', { origin: 'null' }],
    ['a form that says it is cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a host that is another name of this machine', { host: 'evil.example' }],
  ])('not %s', async (_, headers) => {
    const one = kit()
    const { status } = await post(one, { step: 'PERMISSIONS', go: 'cancel' }).set(headers)
    expect(status).toBe(403)
  })

  test('a form of its own origin', async () => {
    const one = kit()
    const headers = { host: '127.0.0.1:4020', origin: 'http://127.0.0.1:4020' }
    expect((await post(one, { step: 'PERMISSIONS', go: 'cancel' }).set(headers)).status).toBe(200)
  })

  test('other methods are refused', async () => {
    expect((await request(kit().server).delete(PATH)).status).toBe(405)
  })
})

describe('what it cannot open', () => {
  test.each<[string, Record<string, string | undefined>, number, RegExp]>([
    [
      'an app that is none',
      { client_id: '7' },
      400,
      /client_id: &#39;7&#39; is no app; those are \d+ \(Harbour Inbox\)/,
    ],
    ['a configuration that is none', { config_id: '7' }, 400, /no login configuration/],
    ['no configuration', { config_id: undefined }, 501, /config_id is missing/],
    ['tokens instead of codes', { response_type: 'token' }, 400, /response_type/],
    ['extras that are no JSON', { extras: '{' }, 400, /extras: it is no JSON object/],
    ['extras of a wrong type', { extras: '{"features": [7]}' }, 400, /extras\.features\.0: must be object/],
    ['no way back', { redirect_uri: undefined }, 400, /redirect_uri: neither/],
    [
      'an address elsewhere',
      { redirect_uri: 'https://evil.example/' },
      400,
      /evil\.example\/ is none of Harbour Inbox/,
    ],
    ['an address that is no web page', { redirect_uri: 'javascript:alert(1)' }, 400, /is no URL of http/],
    [
      'a page elsewhere',
      { channel: 'https://evil.example', override_default_response_type: 'true' },
      400,
      /none of the allowed domains/,
    ],
    [
      'a page from a file',
      { channel: 'null', override_default_response_type: 'true' },
      400,
      /is no page of http or https/,
    ],
    ['a page that forgot to override', { channel: 'http://localhost:9' }, 400, /override_default_response_type/],
  ])('%s', async (_, more, status, why) => {
    const response = await open(kit(), more)
    expect(response.status).toBe(status)
    expect(problemOf(response.text)).toMatch(why)
  })

  test('a configuration of another app', async () => {
    const one = kit((file) => Object.assign(file.apps, { second: { name: 'Second', business: 'partner', access: {} } }))
    const { text } = await open(one, { client_id: need(one.names.second) })
    expect(problemOf(text)).toContain('is a configuration of another app than Second')
  })

  test('what the app allows it opens, and nothing else', async () => {
    const one = kit((file) =>
      Object.assign(need(file.apps.app), {
        allowedDomains: ['partner.example'],
        redirectUris: ['https://partner.example/back'],
      }),
    )
    const sdk = { override_default_response_type: 'true' }
    const statuses = await Promise.all(
      [
        { ...sdk, channel: 'https://partner.example' },
        { ...sdk, channel: 'http://localhost:9' },
        { redirect_uri: 'https://partner.example/back' },
        { redirect_uri: 'https://partner.example/back2' },
      ].map(async (more) => (await open(one, more)).status),
    )
    expect(statuses).toEqual([200, 400, 200, 400])
  })
})

test('sdk.js is there for every locale, and for pages of other origins', async () => {
  for (const locale of ['en_US', 'pt_BR']) {
    const { status, headers, text } = await request(kit().server).get(`/${locale}/sdk.js`)
    expect(status).toBe(200)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['content-type']).toContain('javascript')
    expect(text).toContain('fbAsyncInit')
  }
  expect((await request(kit().server).get('/nowhere/sdk.js')).status).not.toBe(200)
})

test('embedded-signup.md has each version with what it allows', async () => {
  const { readFileSync } = await import('node:fs')
  const text = readFileSync(new URL('../../docs/embedded-signup.md', import.meta.url), 'utf8')
  for (const [name, version] of Object.entries(signupVersions) as [string, SignupVersion][]) {
    const row = text.split('\n').find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${name}\``))
    expect(row).toContain(version.until ?? '| |')
  }
})
