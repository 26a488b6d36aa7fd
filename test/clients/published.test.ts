import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { viewOf } from '../../emulator/control/world-view.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { hmac, kitFor, need, receive, subscribe } from '../kit.ts'
import { nodeSdk, type Served, served, type Untyped, whatsappApiJs } from './served.ts'

const require = createRequire(import.meta.url)

/** fb has its host written in: what it sends through `request` is sent on to the emulator. */
function fb(url: string): Untyped {
  const at = require.resolve('request', { paths: [require.resolve('fb')] })
  const request = require(at)
  const module = need(require.cache[at])
  module.exports = (options: { uri: string }, done: unknown) =>
    request({ ...options, uri: options.uri.replace('https://graph.facebook.com', url) }, done)
  delete require.cache[require.resolve('fb')]
  delete require.cache[require.resolve('fb').replace('index.js', 'fb.js')]
  const { FB } = require('fb')
  module.exports = request
  return FB
}

/** fbgraph takes its host. */
function fbgraph(url: string, token: string): Untyped {
  const graph = require('fbgraph')
  return graph.setGraphUrl(url).setVersion('24.0').setAccessToken(token)
}

/** What a callback-style client answers. */
const answerOf = (call: (done: (error: Untyped, reply: Untyped) => void) => void): Promise<Untyped> =>
  new Promise((resolve) => call((error, reply) => resolve(error ?? reply)))

/** A partner that holds seven accounts on behalf of its client, to page through. */
async function servedWithMany(): Promise<Served> {
  const { url, kit } = await served('partner-with-obo-client')
  const file = structuredClone(readWorld('five-obo-without-intent').file)
  const [account] = Object.values(file.accounts ?? {})
  const names = Array.from({ length: 7 }, (_, at) => `held_${at + 1}`)
  const accounts = Object.fromEntries(names.map((name) => [name, { ...need(account), name }]))
  const { world } = kit.emulator.worlds.create('many', { ...file, accounts })
  return { url, kit: kitFor(kit.emulator, viewOf(world)) }
}

describe('facebook-nodejs-business-sdk', () => {
  test('makes the Intent call and the token call', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const token = need(kit.tokens.partner_system_user)
    const { Business } = nodeSdk(url, token)
    const client = new Business(need(kit.names.client))
    const intent = await client.createOnboardPartnersToMmLite([], {})
    expect(intent._data.request_id).toMatch(/^\d{16}$/)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const appsecret_proof = hmac(need(kit.secrets.app), token)
    const fetched = await client.createSystemUserAccessToken([], { fetch_only: true, appsecret_proof })
    expect(fetched._data.access_token).toMatch(/^EAAMMGRAPH/)
  })

  test('reads a node and pages to the end, following next', async () => {
    const { url, kit } = await servedWithMany()
    const { Business } = nodeSdk(url, need(kit.tokens.partner_system_user))
    const partner = new Business(need(kit.names.partner))
    expect((await partner.read(['name'])).name).toBe('Harbour Messaging')
    let page = await partner.getOwnedWhatsAppBusinessAccounts(['name'], { limit: 3 })
    const seen: string[] = [...page].map(({ name }) => name)
    while (page.hasNext()) {
      page = await page.next()
      seen.push(...[...page].map(({ name }: { name: string }) => name))
    }
    expect(seen).toEqual(Array.from({ length: 7 }, (_, at) => `held_${at + 1}`))
  })

  test('gets errors as its own class, with status, code and trace', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const { Business } = nodeSdk(url, need(kit.tokens.partner_system_user))
    const client = new Business(need(kit.names.client))
    await client.createOnboardPartnersToMmLite([], {})
    const error = await client.createOnboardPartnersToMmLite([], {}).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      name: 'FacebookRequestError',
      status: 400,
      response: { code: 1752041, type: 'OAuthException', fbtrace_id: expect.any(String) },
    })
  })

  test('sends a batch, and gets each part to its own callback', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const { FacebookAdsApiBatch, api } = nodeSdk(url, need(kit.tokens.partner_system_user))
    const heard: [string, Untyped][] = []
    const batch = new FacebookAdsApiBatch(api)
    const listen = (name: string) => [
      (reply: Untyped) => heard.push([`${name} ok`, reply.body]),
      (reply: Untyped) => heard.push([`${name} failed`, reply.error]),
    ]
    batch.add('GET', [kit.names.shared_account], { fields: 'name' }, undefined, ...listen('read'))
    batch.add('GET', ['123456789'], {}, undefined, ...listen('missing'))
    batch.add('POST', [kit.names.client, 'onboard_partners_to_mm_lite'], {}, undefined, ...listen('intent'))
    await batch.execute()
    expect(heard.map(([what]) => what)).toEqual(['read ok', 'missing failed', 'intent ok'])
    expect(heard[0]?.[1]).toMatchObject({ name: 'Juniper shop' })
  })
})

describe('fb', () => {
  test('reads, with its appsecret_proof, and follows next to the end', async () => {
    const { url, kit } = await servedWithMany()
    const client = fb(url)
    client.options({ version: 'v24.0', accessToken: kit.tokens.partner_system_user, appSecret: kit.secrets.app })
    const me = await answerOf((done) => client.api('me', (reply: Untyped) => done(null, reply)))
    expect(me).toMatchObject({ name: 'Harbour Server' })
    const seen: string[] = []
    let path: string | undefined = `${kit.names.partner}/owned_whatsapp_business_accounts?fields=name&limit=3`
    while (path) {
      const at = path
      const page = await answerOf((done) => client.api(at, (reply: Untyped) => done(null, reply)))
      seen.push(...page.data.map(({ name }: { name: string }) => name))
      path = page.paging?.next?.replace(`${url}/`, '')
    }
    expect(seen).toHaveLength(7)
  })

  test('sends a batch as a form, and gets errors in their envelope', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const client = fb(url)
    client.options({ version: 'v24.0', accessToken: kit.tokens.partner_system_user, appSecret: kit.secrets.app })
    const batch = [
      { method: 'get', relative_url: 'me' },
      { method: 'get', relative_url: 'nobody' },
    ]
    const parts = await answerOf((done) => client.api('', 'post', { batch }, (reply: Untyped) => done(null, reply)))
    expect(parts.map(({ code }: { code: number }) => code)).toEqual([200, 404])
    const refused = await answerOf((done) => client.api('123456789', (reply: Untyped) => done(null, reply)))
    expect(refused.error).toMatchObject({ type: 'GraphMethodException', code: 100, error_subcode: 33 })
  })

  test('a version that is long dead is served all the same: its default is v2.3', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const client = fb(url)
    client.options({ accessToken: kit.tokens.partner_system_user })
    const me = await answerOf((done) => client.api('me', (reply: Untyped) => done(null, reply)))
    expect(me).toMatchObject({ name: 'Harbour Server' })
  })
})

describe('fbgraph', () => {
  test('reads with its appsecret_proof, and follows next to the end', async () => {
    const { url, kit } = await servedWithMany()
    const graph = fbgraph(url, need(kit.tokens.partner_system_user)).setAppSecret(kit.secrets.app)
    const seen: string[] = []
    let path: string | undefined = `${kit.names.partner}/owned_whatsapp_business_accounts?fields=name&limit=3`
    while (path) {
      const at = path
      const page = await answerOf((done) => graph.get(at, done))
      seen.push(...page.data.map(({ name }: { name: string }) => name))
      path = page.paging?.next
    }
    expect(seen).toHaveLength(7)
  })

  test('posts without saying its content type, deletes by a parameter, and sends a batch', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const graph = fbgraph(url, need(kit.tokens.partner_system_user)).setAppSecret(kit.secrets.app)
    const edge = `${kit.names.shared_account}/subscribed_apps`
    expect(await answerOf((done) => graph.post(edge, {}, done))).toEqual({ success: true })
    expect(await answerOf((done) => graph.del(edge, done))).toEqual({ success: true })
    expect(await answerOf((done) => graph.get(edge, done))).toEqual({ data: [] })
    const batch = [{ method: 'GET', relative_url: 'me' }]
    const [part] = await answerOf((done) => graph.batch(batch, done))
    expect(JSON.parse(part.body)).toMatchObject({ name: 'Harbour Server' })
  })

  test('gets an error as the error of its callback', async () => {
    const { url, kit } = await served('partner-with-obo-client')
    const graph = fbgraph(url, need(kit.tokens.partner_system_user)).setAppSecret(kit.secrets.app)
    expect(await answerOf((done) => graph.get('123456789', done))).toMatchObject({ code: 100, error_subcode: 33 })
  })
})

describe('whatsapp-api-js', () => {
  async function whatsapp(place: Served): Promise<Untyped> {
    const { WhatsAppAPI } = (await import('whatsapp-api-js')) as Untyped
    return whatsappApiJs(WhatsAppAPI, place)
  }

  test('reads with its own fetch, and gets errors in their envelope', async () => {
    const place = await served('partner-with-obo-client')
    const { kit } = place
    const client = await whatsapp(place)
    expect(await client.retrieveMedia(kit.names.shared_account)).toMatchObject({ name: 'Juniper shop' })
    expect((await client.retrieveMedia('123456789')).error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  test('its signature check takes our webhooks, and refuses a changed one', async () => {
    const place = await served('partner-with-obo-client')
    const { kit } = place
    const client = await whatsapp(place)
    const receiver = await receive()
    await subscribe(kit, receiver)
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    const { raw, headers } = need(receiver.posts[0])
    const signature = String(headers['x-hub-signature-256'])
    expect(await client.verifyRequestSignature(raw, signature)).toBe(true)
    expect(await client.verifyRequestSignature(raw.replace('SIGNED', 'BURNED'), signature)).toBe(false)
  })
})
