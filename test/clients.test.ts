import { createRequire } from 'node:module'
import { expect, onTestFinished, test } from 'vitest'
import { viewOf } from '../emulator/control/world-view.ts'
import { createEmulator } from '../emulator/emulator.ts'
import { listen } from '../emulator/server.ts'
import { hmac, type Kit, kitFor, need, receive, subscribe } from './kit.ts'

const require = createRequire(import.meta.url)

interface Sdk {
  readonly FacebookAdsApi: { init: (token: string) => unknown }
  readonly Business: new (
    id: string,
  ) => {
    createOnboardPartnersToMmLite: (fields: string[], params: object) => Promise<{ _data: Record<string, string> }>
    createSystemUserAccessToken: (fields: string[], params: object) => Promise<{ _data: Record<string, string> }>
    getClientWhatsAppBusinessAccounts: (
      fields: string[],
      params: object,
    ) => Promise<{ id: string; name: string }[] & { hasNext: () => boolean }>
  }
}

/** The published SDK, unmodified but for its host. */
function sdkFor(url: string): Sdk {
  const sdk = require('facebook-nodejs-business-sdk') as Sdk
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { configurable: true, get: () => url })
  return sdk
}

async function served(): Promise<{ url: string; kit: Kit }> {
  const emulator = createEmulator({ worlds: ['partner-with-obo-client'] })
  const { url, close } = await listen(emulator, 0, '127.0.0.1')
  onTestFinished(close)
  return { url, kit: kitFor(emulator, viewOf(need(emulator.worlds.list()[0]).world)) }
}

test('facebook-nodejs-business-sdk, unmodified, makes the Intent call and the token call', async () => {
  const { url, kit } = await served()
  const { FacebookAdsApi, Business } = sdkFor(url)
  const token = need(kit.tokens.partner_system_user)
  FacebookAdsApi.init(token)
  const client = new Business(need(kit.names.client))

  const intent = await client.createOnboardPartnersToMmLite([], {})
  expect(intent._data.request_id).toMatch(/^\d{16}$/)

  const refused = await client.createOnboardPartnersToMmLite([], {}).catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 400, response: { code: 1752041, type: 'OAuthException' } })

  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  const appsecret_proof = hmac(need(kit.secrets.app), token)
  const fetched = await client.createSystemUserAccessToken([], { fetch_only: true, appsecret_proof })
  expect(fetched._data.access_token).toMatch(/^EAAMMGRAPH/)

  const partner = new Business(need(kit.names.partner))
  const accounts = await partner.getClientWhatsAppBusinessAccounts(['id', 'name'], { limit: 1 })
  expect([...accounts].map(({ name }) => name)).toEqual(['Juniper shop'])
  expect(accounts.hasNext()).toBe(true)
})

test('the signature check of whatsapp-api-js takes our webhooks, and refuses a changed one', async () => {
  const { WhatsAppAPI } = (await import('whatsapp-api-js')) as unknown as {
    WhatsAppAPI: new (
      options: object,
    ) => { verifyRequestSignature: (body: string, signature: string) => Promise<boolean> }
  }
  const { kit } = await served()
  const receiver = await receive()
  await subscribe(kit, receiver)
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  const [post] = receiver.posts
  const whatsapp = new WhatsAppAPI({ token: 'not-used', appSecret: need(kit.secrets.app), v: 'v24.0' })
  const signature = String(need(post).headers['x-hub-signature-256'])
  expect(await whatsapp.verifyRequestSignature(need(post).raw, signature)).toBe(true)
  expect(await whatsapp.verifyRequestSignature(need(post).raw.replace('SIGNED', 'BURNED'), signature)).toBe(false)
})
