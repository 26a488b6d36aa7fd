import { describe, expect, test } from 'vitest'
import { emulate, hmac, type Kit, need, type Receiver, receive, subscribe } from '../kit.ts'

const fields = ['messages', 'smb_message_echoes', 'account_update', 'account_review_update', 'account_alerts']

/** A world that can send, whose app hears, with receivers for the app, the account and the number. */
async function three(rulings: object = {}) {
  const kit = emulate('ready-to-send', (file) => {
    file.rulings = { ...file.rulings, ...rulings }
    need(file.phoneNumbers?.phone).is_on_biz_app = true
    need(file.businesses.client).messagingLimit = 'TIER_250'
  })
  const [app, waba, phone] = [await receive(), await receive(), await receive()]
  await subscribe(kit, app, 'app', [...fields, 'message_template_quality_update'])
  await kit.graph('POST', '/{waba}/subscribed_apps')
  return { kit, app, waba, phone }
}

const overrideAccount = (kit: Kit, { url }: Receiver) =>
  kit.graph('POST', '/{waba}/subscribed_apps', {
    body: { override_callback_uri: url, verify_token: 'let-me-in' },
  })

const overrideNumber = (kit: Kit, url: string) =>
  kit.graph('POST', '/{phone}', {
    body: { webhook_configuration: { override_callback_uri: url, verify_token: 'let-me-in' } },
  })

const speak = (kit: Kit) =>
  kit.happens('customer_sends_message', { phone: 'phone', from: '14165550100', text: { body: 'Rye?' } })

const heard = ({ posts }: Receiver) => posts.flatMap(({ json }) => need(json.entry[0]?.changes[0]).field)
const configuration = async (kit: Kit) =>
  (await kit.graph('GET', '/{phone}', { query: { fields: 'webhook_configuration' } })).body.webhook_configuration

test('the number comes before the account, and the account before the app', async () => {
  const { kit, app, waba, phone } = await three()
  await speak(kit)
  expect(await configuration(kit)).toEqual({ application: app.url })
  await overrideAccount(kit, waba)
  await speak(kit)
  expect(await configuration(kit)).toEqual({ application: app.url, whatsapp_business_account: waba.url })
  await overrideNumber(kit, phone.url)
  await speak(kit)
  expect(await configuration(kit)).toEqual({
    application: app.url,
    whatsapp_business_account: waba.url,
    phone_number: phone.url,
  })
  expect([app, waba, phone].map(heard)).toEqual([['messages'], ['messages'], ['messages']])
  await overrideNumber(kit, '')
  await speak(kit)
  expect(heard(waba)).toHaveLength(2)
  expect((await kit.graph('POST', '/{waba}/subscribed_apps')).body).toEqual({ success: true })
  await speak(kit)
  expect(heard(app)).toHaveLength(2)
  expect(await configuration(kit)).toEqual({ application: app.url })
})

test('news of an account and of templates never go to an override', async () => {
  const { kit, app, waba, phone } = await three()
  await overrideAccount(kit, waba)
  await overrideNumber(kit, phone.url)
  await kit.happens('account_violates_policy', { account: 'waba', type: 'SPAM' })
  await kit.happens('account_is_reviewed', { account: 'waba', decision: 'APPROVED' })
  await kit.happens('messaging_limit_stays', { business: 'client' })
  await kit.happens('template_quality_changes', { template: 'template', score: 'RED' })
  await kit.happens('coexistence_phone_changes', { phone: 'phone' })
  expect(heard(app).sort()).toEqual([
    'account_alerts',
    'account_review_update',
    'account_update',
    'account_update',
    'message_template_quality_update',
  ])
  expect([waba, phone].map(heard)).toEqual([[], []])
})

test.each([
  ['list-of-2026', ['messages', 'smb_message_echoes'], []],
  ['messages-only', ['messages'], ['smb_message_echoes']],
])('ruling override-fields: %s', async (side, atNumber, atApp) => {
  const { kit, app, phone } = await three({ 'override-fields': side })
  await overrideNumber(kit, phone.url)
  await speak(kit)
  await kit.happens('business_sends_message_in_app', { phone: 'phone', to: '14165550100', text: { body: 'Hi' } })
  expect(heard(phone)).toEqual(atNumber)
  expect(heard(app)).toEqual(atApp)
})

test('each app gets its own callback and its own signature', async () => {
  const kit = emulate('ready-to-send', (file) => {
    file.apps.second = { name: 'Harbour Desk', business: 'partner', access: need(file.apps.app).access }
    file.tokens.second = { app: 'second' }
  })
  const [one, two] = [await receive(), await receive()]
  await subscribe(kit, one, 'app')
  await subscribe(kit, two, 'second')
  await kit.happens('account_violates_policy', { account: 'waba', type: 'SPAM' })
  const signatureOf = ({ posts }: Receiver) => posts[0]?.headers['x-hub-signature-256']
  const raw = need(one.posts[0]).raw
  expect(two.posts[0]?.raw).toBe(raw)
  expect(signatureOf(one)).toBe(`sha256=${hmac(need(kit.secrets.app), raw)}`)
  expect(signatureOf(two)).toBe(`sha256=${hmac(need(kit.secrets.second), raw)}`)
})

describe('ruling account-update-entry', () => {
  test.each([
    ['examples', 'partner'],
    ['syntax', 'shared_account'],
  ])('%s: entry.id of MM_LITE_TERMS_SIGNED is the %s', async (side, name) => {
    const kit = emulate('terms-already-signed', (file) => {
      delete file.businesses.client?.termsSigned
      file.rulings = { 'account-update-entry': side }
    })
    const receiver = await receive()
    await subscribe(kit, receiver)
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names[name])
  })
})

describe('ruling app-uninstalled-shape', () => {
  test.each([
    ['reference', ['event', 'waba_info']],
    ['bare', ['event']],
  ])('%s', async (side, keys) => {
    const kit = emulate('ready-to-send', (file) => {
      file.rulings = { ...file.rulings, 'app-uninstalled-shape': side }
    })
    const receiver = await receive()
    await subscribe(kit, receiver)
    await kit.happens('client_removes_app', { business: 'client', app: 'app' })
    const { id, changes } = need(receiver.posts[0]?.json.entry[0])
    expect(Object.keys(need(changes[0]).value as object)).toEqual(keys)
    expect(id).toBe(kit.names.partner)
  })
})

describe('ruling subscription-reply', () => {
  test.each([
    ['boolean', true],
    ['text', 'true'],
  ])('%s', async (side, success) => {
    const kit = emulate('ready-to-send', (file) => {
      file.rulings = { ...file.rulings, 'subscription-reply': side }
    })
    const { url } = await receive()
    const body = { object: 'whatsapp_business_account', callback_url: url, verify_token: 'let-me-in' }
    expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body })).body).toEqual({ success })
  })
})

describe('ruling webhook-batching', () => {
  /** The client of five accounts signs. */
  async function signs(side: string, answers: number[] = []) {
    const kit = emulate('five-obo-with-intent', (file) => {
      file.rulings = { ...file.rulings, 'webhook-batching': side }
    })
    const receiver = await receive()
    await subscribe(kit, receiver)
    receiver.answers.push(...answers)
    await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    return { kit, receiver }
  }

  test('one by one, or together in one that is signed and tried again as a whole', async () => {
    const single = await signs('one-by-one')
    expect(single.receiver.posts.map(({ json }) => json.entry.length)).toEqual([1, 1, 1, 1, 1])
    const { kit, receiver } = await signs('together', [500])
    expect(receiver.posts.map(({ json }) => json.entry.length)).toEqual([5, 5])
    const [first, again] = receiver.posts
    expect(again?.raw).toBe(first?.raw)
    expect(first?.headers['x-hub-signature-256']).toBe(`sha256=${hmac(need(kit.secrets.app), need(first).raw)}`)
    const { data } = (await kit.control('get', `worlds/${kit.id}/deliveries`)).body
    expect(data.map(({ event, attempt }: { event: number; attempt: number }) => [event, attempt])).toEqual([
      [1, 1],
      [1, 2],
    ])
  })
})

describe('ruling development-mode', () => {
  /** What an app in Dev mode hears of a client's account, and of one of its own business. */
  async function inDevelopment(side: string) {
    const kit = emulate('ready-to-send', (file) => {
      file.rulings = { ...file.rulings, 'development-mode': side }
      need(file.apps.app).mode = 'development'
      Object.assign(need(file.accounts), { own: { name: 'Own', owner: 'partner' } })
    })
    const receiver = await receive()
    await subscribe(kit, receiver, 'app', fields)
    await kit.graph('POST', '/{waba}/subscribed_apps')
    await speak(kit)
    await kit.happens('account_violates_policy', { account: 'waba', type: 'SPAM' })
    await kit.happens('account_violates_policy', { account: 'own', type: 'SPAM' })
    const entries = receiver.posts.map(({ json }) => {
      const { id, changes } = need(json.entry[0])
      return `${changes[0]?.field} ${id === kit.names.own ? 'own' : 'client'}`
    })
    return { kit, receiver, entries }
  }

  test.each([
    ['own-accounts-only', ['account_update own']],
    ['no-messages', ['account_update client', 'account_update own']],
    ['all-are-sent', ['messages client', 'account_update client', 'account_update own']],
  ])('%s', async (side, expected) => {
    expect((await inDevelopment(side)).entries).toEqual(expected)
  })

  test('what was held back does not come when the app goes live, and all that happens then does', async () => {
    const { kit, receiver } = await inDevelopment('own-accounts-only')
    expect((await kit.happens('app_goes_live', { app: 'app' })).status).toBe(200)
    await kit.advance('7d')
    expect(receiver.posts).toHaveLength(1)
    await speak(kit)
    expect(receiver.posts).toHaveLength(2)
    expect((await kit.happens('app_goes_live', { app: 'app' })).body.error.message).toMatch(/live already/)
    expect((await kit.happens('app_returns_to_development', { app: 'app' })).status).toBe(200)
    await speak(kit)
    expect(receiver.posts).toHaveLength(2)
    const again = await kit.happens('app_returns_to_development', { app: 'app' })
    expect(again.body.error.message).toMatch(/Dev mode already/)
  })
})
