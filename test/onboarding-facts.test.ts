import { expect, test } from 'vitest'
import { errors } from '../contracts/errors.ts'
import { changeOf, emulate, hmac, type Kit, need, type Receiver, receive, subscribe } from './kit.ts'
import { expectError } from './operation.ts'

// The facts about onboarding that are most easily got wrong, one test each, of what is essential. Many have tests of their
// own elsewhere, which go further.

const ask = (kit: Kit) => kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
const signs = (kit: Kit) => kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
const proof = (kit: Kit) => hmac(need(kit.secrets.app), need(kit.tokens.partner_system_user))
const fetchToken = (kit: Kit, body: object = { fetch_only: true }) =>
  kit.graph('POST', '/{client}/system_user_access_tokens', { body: { appsecret_proof: proof(kit), ...body } })

async function heard(
  world?: string,
  change?: Parameters<typeof emulate>[1],
): Promise<{ kit: Kit; receiver: Receiver }> {
  const kit = emulate(world, change)
  const receiver = await receive()
  await subscribe(kit, receiver)
  return { kit, receiver }
}

test('1: entry.id is the business of the receiving partner, and the account stands in waba_info', async () => {
  const { kit, receiver } = await heard()
  await signs(kit)
  const [post] = receiver.posts
  expect(need(post).json.entry[0]?.id).toBe(kit.names.partner)
  expect(changeOf(need(post)).waba_info.waba_id).toBe(kit.names.shared_account)
})

test('2: one webhook for each account of the business, and none for the Intent API itself', async () => {
  const { kit, receiver } = await heard('five-obo-without-intent')
  await ask(kit)
  expect(receiver.posts).toHaveLength(0)
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  expect(receiver.posts).toHaveLength(5)
})

test('3: no AD_ACCOUNT_LINKED by itself; MM_LITE_TERMS_SIGNED has two keys and no ad account', async () => {
  const { kit, receiver } = await heard()
  await signs(kit)
  expect(receiver.posts.map((post) => changeOf(post).event)).toEqual(['MM_LITE_TERMS_SIGNED'])
  expect(Object.keys(changeOf(need(receiver.posts[0])).waba_info).sort()).toEqual(['owner_business_id', 'waba_id'])
})

test('4: an invitation of any partner blocks later ones: 400, 1752041', async () => {
  const reply = await ask(emulate('second-partner-was-first'))
  expect([reply.status, reply.body.error.code]).toEqual([400, 1752041])
})

test('5: the Intent API takes a system user, Advanced access to both permissions, and no ads_read', async () => {
  const lacking = async (permission: 'whatsapp_business_messaging' | 'whatsapp_business_management' | 'ads_read') => {
    const kit = emulate(undefined, (file) => {
      delete need(file.apps.app).access[permission]
    })
    return (await ask(kit)).status
  }
  expect(await lacking('whatsapp_business_messaging')).toBe(403)
  expect(await lacking('whatsapp_business_management')).toBe(403)
  expect(await lacking('ads_read')).toBe(200)
  const kit = emulate()
  const asUser = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { as: 'client_admin' })
  expectError(asUser, 'mm_app_lacks_permission')
})

test('6: held accounts alone are enough only if the intents can be set; none at all is refused; an intent stays', async () => {
  expect((await ask(emulate('five-obo-without-intent'))).status).toBe(200)
  expectError(await ask(emulate('five-obo-one-restricted')), 'mm_obo_intent_failed')
  expectError(await ask(emulate('neither-shared-nor-obo')), 'mm_accounts_missing')
  const kit = emulate('five-obo-with-intent')
  const intents = () => kit.world().list('WhatsAppBusinessAccountOBOMobilityIntent')
  const before = intents()
  await ask(kit)
  expect(intents()).toEqual(before)
})

test('7: the status is a text on an account and an object on a business, spelled TERM_OF_SERVICE_SIGNED', async () => {
  const kit = emulate('terms-already-signed')
  const fields = 'marketing_messages_onboarding_status'
  const read = async (path: string) => (await kit.graph('GET', path, { query: { fields } })).body[fields]
  expect(await read('/{shared_account}')).toBe('ONBOARDED')
  expect(await read('/{client}')).toEqual({ status: 'TERM_OF_SERVICE_SIGNED', time: '2025-10-07' })
})

test('8: account_update comes to the callback of the app, whatever the account says', async () => {
  const { kit, receiver } = await heard()
  const other = await receive()
  const path = '/{shared_account}/subscribed_apps'
  await kit.graph('POST', path)
  const body = { override_callback_uri: other.url, verify_token: 'let-me-in' }
  expect((await kit.graph('POST', path, { body })).body).toEqual({ success: true })
  await signs(kit)
  expect([receiver.posts.length, other.posts.length]).toEqual([1, 0])
})

test('9: an override comes after a subscription, and a POST without a body takes it away', async () => {
  const kit = emulate()
  const { url } = await receive()
  const path = '/{shared_account}/subscribed_apps'
  const override = () => kit.graph('POST', path, { body: { override_callback_uri: url, verify_token: 'let-me-in' } })
  expectError(await override(), 'callback_override_before_subscription')
  const uri = async () => (await kit.graph('GET', path)).body.data[0].override_callback_uri
  await kit.graph('POST', path)
  await override()
  expect(await uri()).toBe(url)
  await kit.graph('POST', path)
  expect(await uri()).toBeUndefined()
})

test('10: what is signed are the bytes that are sent, in plain ASCII, with the secret of the receiving app', async () => {
  const kit = emulate(undefined, (file) => {
    need(file.phoneNumbers?.phone).verified_name = 'Crème Brûlée ☕'
  })
  const receiver = await receive()
  await subscribe(kit, receiver, 'app', ['phone_number_name_update'])
  await kit.graph('POST', '/{shared_account}/subscribed_apps')
  await kit.happens('display_name_is_reviewed', { phone: 'phone', decision: 'APPROVED' })
  const { raw, headers } = need(receiver.posts[0])
  expect(raw).toMatch(/^[\x20-\x7e]+$/)
  expect(raw).toContain('Cr\\u00e8me Br\\u00fbl\\u00e9e \\u2615')
  expect(headers['x-hub-signature-256']).toBe(`sha256=${hmac(need(kit.secrets.app), raw)}`)
})

test('11: appsecret_proof is an HMAC of the token; the hash in the docs is that of nothing', async () => {
  const kit = emulate()
  const read = (appsecret_proof: string) => kit.graph('GET', '/me', { query: { appsecret_proof } })
  expect((await read(proof(kit))).status).toBe(200)
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const refused = await read(empty)
  expectError(refused, 'appsecret_proof_invalid')
  expect(refused.body.error).toMatchObject({ code: 100, type: 'GraphMethodException' })
})

test('12: fetch_only answers the token that there is, which never expires and leads to its business', async () => {
  const kit = emulate()
  await signs(kit)
  const { access_token: as } = (await fetchToken(kit)).body
  expect((await fetchToken(kit)).body.access_token).toBe(as)
  const { data } = (await kit.graph('GET', '/debug_token', { as: 'app', query: { input_token: as } })).body
  expect(data.expires_at).toBe(0)
  const me = await kit.graph('GET', '/me', { as, query: { fields: 'client_business_id' } })
  expect(me.body.client_business_id).toBe(kit.names.client)
})

test('13: a code lives 30 seconds, is used once, and is refused with 100 and a header', async () => {
  const kit = emulate()
  const code = async () => (await kit.happens('user_logs_in', { user: 'admin', app: 'app' })).body.result.code
  const exchange = (value: string) =>
    kit.graph('GET', '/oauth/access_token', {
      as: '',
      query: { client_id: need(kit.names.app), client_secret: need(kit.secrets.app), code: value },
    })
  const first = await code()
  expect((await exchange(first)).status).toBe(200)
  const second = await exchange(first)
  expectError(second, 'code_used')
  expect(second.headers['www-authenticate']).toMatch(/invalid_code/)
  const late = await code()
  await kit.advance('30s')
  expectError(await exchange(late), 'code_expired')
  expect([errors.code_expired, errors.code_redirect_mismatch, errors.code_used].map(({ subcode }) => subcode)).toEqual([
    36007, 36008, 36009,
  ])
})

test('14: debug_token lists accounts of granular tokens only, the newest first, and answers 200 of a token that is none', async () => {
  const kit = emulate()
  await ask(kit)
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  const { access_token } = (await fetchToken(kit)).body
  const debug = async (input_token: string) => {
    const { status, body } = await kit.graph('GET', '/debug_token', { as: 'app', query: { input_token } })
    return { status, ...body.data }
  }
  const targets = async (token: string) => {
    const scopes: { scope: string; target_ids?: string[] }[] = (await debug(token)).granular_scopes
    return need(scopes.find(({ scope }) => scope === 'whatsapp_business_management')).target_ids
  }
  // The newest account first: the one that was transferred came later.
  expect(await targets(access_token)).toEqual([kit.names.obo_account, kit.names.shared_account])
  expect(await targets(need(kit.tokens.partner_system_user))).toBeUndefined()
  await kit.happens('user_changes_password', { user: 'admin' })
  expect(await debug(need(kit.tokens.client_admin))).toMatchObject({
    status: 200,
    is_valid: false,
    error: { code: 190, subcode: 460 },
  })
})

test('15: values are those that were captured; unknown ids get 100/33 and names 803', async () => {
  const kit = emulate()
  const fields = 'ownership_type,business_verification_status'
  expect((await kit.graph('GET', '/{obo_account}', { query: { fields } })).body).toMatchObject({
    ownership_type: 'ON_BEHALF_OF',
    business_verification_status: 'verified',
  })
  const unknown = await kit.graph('GET', '/1234567890123456')
  expect([unknown.status, unknown.body.error.code, unknown.body.error.error_subcode]).toEqual([400, 100, 33])
  const named = await kit.graph('GET', '/juniper')
  expect([named.status, named.body.error.code]).toEqual([404, 803])
})
