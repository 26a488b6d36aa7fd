import { expect, test } from 'vitest'
import { check } from '../../contracts/check.ts'
import { checkWebhook } from '../../contracts/check-webhook.ts'
import { wireText } from '../../contracts/wire-text.ts'
import { changeOf, emulate, hmac, type Kit, need, type Receiver, receive, subscribe } from '../kit.ts'

/** Onboards the client of a subscribed partner; `change` and the receiver's answers make the difference. */
async function onboard(
  change: Parameters<typeof emulate>[1] = () => undefined,
  answers: number[] = [],
): Promise<{ kit: Kit; receiver: Receiver }> {
  const kit = emulate('terms-already-signed', (file) => {
    delete file.businesses.client?.termsSigned
    change(file)
  })
  const receiver = await receive()
  await subscribe(kit, receiver)
  receiver.answers.push(...answers)
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  return { kit, receiver }
}

const deliveries = async (kit: Kit, query = '') =>
  (await kit.control('get', `worlds/${kit.id}/deliveries${query}`)).body.data

const rule = (name: string, side: string) => (file: { rulings?: object }) => {
  file.rulings = { [name]: side }
}

test('the body is pure ASCII with slashes escaped, and the signature is of those very bytes', async () => {
  expect(wireText({ name: 'äöå / 😀' })).toBe('{"name":"\\u00e4\\u00f6\\u00e5 \\/ \\ud83d\\ude00"}')
})

test('the published signature vector is met', () => {
  expect(hmac('test_app_secret', '{"object":"whatsapp_business_account","entry":[]}')).toBe(
    'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
  )
})

test('a webhook has the headers that Meta sends, and one change', async () => {
  const { kit, receiver } = await onboard()
  const [post] = receiver.posts
  expect(post?.headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(post?.raw.length),
    'user-agent': 'facebookexternalua',
    'x-hub-signature-256': `sha256=${hmac(need(kit.secrets.app), need(post).raw)}`,
  })
  expect(post?.headers['transfer-encoding']).toBeUndefined()
  expect(post?.json.entry).toHaveLength(1)
  expect(post?.json.entry[0]?.changes).toHaveLength(1)
})

test('ruling webhook-signature-sha1: the legacy header can be left out', async () => {
  const { receiver } = await onboard(rule('webhook-signature-sha1', 'sha256-only'))
  expect(receiver.posts[0]?.headers['x-hub-signature']).toBeUndefined()
})

test('every webhook that is sent keeps its contract, under every side of ad-account-linked', async () => {
  for (const side of ['off', 'reference', 'onboarding-page']) {
    const { kit, receiver } = await onboard(rule('ad-account-linked', side))
    const values = receiver.posts.map(({ json }) => need(json.entry[0]?.changes[0]))
    expect(values).toHaveLength(side === 'off' ? 1 : 2)
    for (const { field, value } of values) {
      expect(checkWebhook(field, value)).toEqual({ event: (value as { event: string }).event, problems: [] })
    }
    const entryIds = receiver.posts.map(({ json }) => json.entry[0]?.id)
    const second = side === 'onboarding-page' ? kit.names.shared_account : kit.names.partner
    expect(entryIds).toEqual([kit.names.partner, second].slice(0, values.length))
  }
})

test('account_update never goes to an override', async () => {
  const kit = emulate()
  const receiver = await receive()
  const other = await receive()
  await subscribe(kit, receiver)
  await kit.graph('POST', '/{shared_account}/subscribed_apps')
  const body = { override_callback_uri: other.url, verify_token: 'let-me-in' }
  expect((await kit.graph('POST', '/{shared_account}/subscribed_apps', { body })).status).toBe(200)
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  expect(receiver.posts).toHaveLength(1)
  expect(other.posts).toEqual([])
})

test('ruling account-update-routing: the subscription of the account can be needed, too', async () => {
  const without = await onboard(rule('account-update-routing', 'app-and-waba'))
  expect(without.receiver.posts).toEqual([])
  const { kit, receiver } = await onboard((file) => {
    rule('account-update-routing', 'app-and-waba')(file)
    file.businesses.later = { name: 'Later', country: 'BR' }
    file.accounts = { ...file.accounts, later_account: { name: 'Later', owner: 'later', sharedWith: ['partner'] } }
  })
  await kit.graph('POST', '/{later_account}/subscribed_apps')
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'later' })
  expect(receiver.posts).toHaveLength(1)
})

test('ruling waba-webhook-order: newest first shows a receiver that relies on an order', async () => {
  for (const [side, order] of [
    ['created', ['MM_LITE_TERMS_SIGNED', 'AD_ACCOUNT_LINKED']],
    ['reversed', ['AD_ACCOUNT_LINKED', 'MM_LITE_TERMS_SIGNED']],
  ] as const) {
    const { receiver } = await onboard((file) => {
      file.rulings = { 'ad-account-linked': 'reference', 'waba-webhook-order': side }
    })
    const events = receiver.posts.map((post) => changeOf(post).event)
    expect(events).toEqual(order)
  }
})

test('a webhook that was not taken is posted again at once, then with growing delays, byte for byte the same', async () => {
  const { kit, receiver } = await onboard(undefined, [500, 500, 500, 500])
  await kit.advance('1h')
  const tries = await deliveries(kit)
  expect(tries.map(({ attempt, status }: { attempt: number; status: number }) => [attempt, status])).toEqual([
    [1, 500],
    [2, 500],
    [3, 500],
    [4, 500],
    [5, 200],
  ])
  const delays = tries.map(({ at }: { at: number }) => (at - kit.now) / 60_000)
  expect(delays).toEqual([0, 0, 1, 6, 21])
  expect(new Set(receiver.posts.map(({ raw }) => raw)).size).toBe(1)
})

test.each([
  ['7-days', 7 * 24],
  ['36-hours', 36],
])('ruling webhook-retry-window: it is given up after %s', async (side, hours) => {
  const { kit, receiver } = await onboard(rule('webhook-retry-window', side), Array(50).fill(503))
  await kit.advance('30d')
  const tries = await deliveries(kit)
  const last = tries.at(-1)
  expect(last.at - kit.now).toBeLessThanOrEqual(hours * 3_600_000)
  expect(last.at - kit.now).toBeGreaterThan((hours * 3_600_000) / 2)
  expect(last).not.toHaveProperty('retryAt')
  expect(receiver.posts).toHaveLength(tries.length)
  expect((await kit.control('get', `worlds/${kit.id}/due`)).body.data).toEqual([])
})

test('ruling webhook-success-status: a 202 is taken, or only a 200', async () => {
  expect((await onboard(undefined, [202])).receiver.posts).toHaveLength(1)
  expect((await onboard(rule('webhook-success-status', '200-only'), [202])).receiver.posts).toHaveLength(2)
})

test('a receiver that is not there is tried again, and the log says what was wrong', async () => {
  const kit = emulate('terms-already-signed', (file) => delete file.businesses.client?.termsSigned)
  const world = kit.world()
  const app = world.need('Application', need(kit.names.app))
  const fields = ['account_update']
  world.put({ ...app, subscription: { callbackUrl: 'http://127.0.0.1:9/', verifyToken: '', fields, version: 'v24.0' } })
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  expect((await deliveries(kit))[0]).toMatchObject({ status: 0, error: "Couldn't connect to server", attempt: 1 })
})

test.each([
  ['all-subscribed-apps', 2],
  ['failed-app-only', 1],
])('ruling webhook-retry-recipients: retries go to %s', async (side, posts) => {
  const kit = emulate('second-partner-was-first', rule('webhook-retry-recipients', side))
  const failing = await receive()
  const healthy = await receive()
  await subscribe(kit, failing)
  await subscribe(kit, healthy, 'other_app')
  failing.answers.push(500)
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  expect(failing.posts).toHaveLength(2)
  expect(healthy.posts).toHaveLength(posts)
  expect(failing.posts[0]?.json.entry[0]?.id).toBe(kit.names.partner)
  expect(healthy.posts[0]?.json.entry[0]?.id).toBe(kit.names.other_partner)
  expect(failing.posts[0]?.headers['x-hub-signature-256']).not.toBe(healthy.posts[0]?.headers['x-hub-signature-256'])
})

test('a delivery can be posted once more by hand', async () => {
  const { kit, receiver } = await onboard()
  const [{ n }] = await deliveries(kit)
  const again = await kit.control('post', `worlds/${kit.id}/deliveries/${n}/redeliver`)
  expect(again.body).toMatchObject({ status: 200, attempt: 1 })
  expect(receiver.posts[1]?.raw).toBe(receiver.posts[0]?.raw)
})

test('deliveries are listed by filters, newest last', async () => {
  const { kit } = await onboard(undefined, [500])
  expect(await deliveries(kit, '?status=500')).toHaveLength(1)
  expect(await deliveries(kit, '?after=1')).toMatchObject([{ n: 2 }])
  expect(await deliveries(kit, '?limit=1')).toMatchObject([{ n: 2 }])
})

test('the log has the signatures with which each was posted', async () => {
  const { kit, receiver } = await onboard()
  const [{ signatures }] = await deliveries(kit)
  const { headers } = need(receiver.posts[0])
  expect(signatures).toEqual({
    'X-Hub-Signature-256': headers['x-hub-signature-256'],
    'X-Hub-Signature': headers['x-hub-signature'],
  })
})

test('no app secret stands in the log of deliveries', async () => {
  const { kit } = await onboard()
  expect(JSON.stringify(await deliveries(kit))).not.toContain(kit.secrets.app)
})

test('the checker finds a reply that breaks its contract', async () => {
  const { operations } = await import('../../contracts/operations.ts')
  const intent = need(operations.find(({ name }) => name === 'onboardPartnersToMMLite'))
  const exchange = { at: 0, method: 'POST', path: '/', params: {} }
  expect(check({ ...exchange, status: 200, reply: { request_id: 7 } }, intent)).toMatchObject([
    { side: 'server', where: '/reply/request_id', problem: 'must be string' },
  ])
  expect(
    check({ ...exchange, status: 400, reply: { error: { message: 'x', type: 'y', code: 1 } } }, intent),
  ).toMatchObject([
    { problem: 'the error has no fbtrace_id' },
    { problem: expect.stringContaining('none of the errors') },
  ])
  expect(check({ ...exchange, status: 500, reply: '<html>' }, intent)).toHaveLength(1)
})

test('a handshake is given 6 seconds and a webhook 10; one that is late is tried again, and the log says why', async () => {
  const asked: [method: string, timeout: number][] = []
  const late = { status: 0, statusText: '', body: '', error: 'Operation timed out', curl: 28 }
  const kit = emulate(
    'terms-already-signed',
    (file) => {
      delete file.businesses.client?.termsSigned
    },
    {
      transport: async ({ url, method, timeout }) => {
        asked.push([method, timeout])
        const challenge = new URL(url).searchParams.get('hub.challenge') ?? ''
        return method === 'GET' ? { status: 200, statusText: 'OK', body: challenge } : late
      },
    },
  )
  const body = {
    object: 'whatsapp_business_account',
    callback_url: 'http://127.0.0.1:3000/',
    verify_token: 'let-me-in',
    fields: ['account_update'],
  }
  expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body })).status).toBe(200)
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  expect(asked).toEqual([
    ['GET', 6000],
    ['POST', 10_000],
    ['POST', 10_000],
  ])
  const row = { status: 0, error: 'Operation timed out' }
  expect(await deliveries(kit)).toMatchObject([
    { ...row, attempt: 1, retryAt: kit.now },
    { ...row, attempt: 2, retryAt: kit.now + 60_000 },
  ])
})
