import { expect, test } from 'vitest'
import { need } from '../kit.ts'
import { both, fateOf, hear, market, message, readyToSend, row, send, statuses, valueIn } from '../sends.ts'

// What an emulator of this API is most likely to get wrong, one test each.

const notOnboarded = row('businesses', 'client', { termsSigned: undefined })
const bread = (more: object = {}) => ({
  name: 'autumn_sale',
  language: 'en_US',
  category: 'MARKETING',
  components: [{ type: 'BODY', text: 'The autumn sale begins on Friday, with rye at half the price.' }],
  ...more,
})
const create = (kit: ReturnType<typeof readyToSend>, body: object) =>
  kit.graph('POST', '/{waba}/message_templates', { as: 'client_business', body })

test('1: not onboarded and the default policy is 200 and category marketing, and only the webhook tells', async () => {
  const kit = readyToSend(notOnboarded)
  const receiver = await hear(kit)
  expect((await market(kit)).status).toBe(200)
  await kit.advance('1s')
  expect(statuses(receiver)[0]?.pricing).toMatchObject({ category: 'marketing' })
})

test('2: the route is marked by marketing_lite; from v24.0 there is no conversation', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['messages'], 'v24.0')
  await market(kit)
  await kit.advance('1s')
  expect(statuses(receiver)[0]?.pricing).toMatchObject({ category: 'marketing_lite' })
  expect(receiver.posts[0]?.raw).not.toContain('conversation')
})

test('3: delivered may be skipped, and then read has the pricing', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  await market(kit, message({ to: '+14165550102' }))
  await kit.advance('1m')
  expect(statuses(receiver).map(({ status, pricing }) => [status, Boolean(pricing)])).toEqual([
    ['sent', true],
    ['read', true],
  ])
})

test('4: 134102 is HTTP 500, 132001 is 404, a rate limit is 400', async () => {
  expect((await market(readyToSend(notOnboarded), message({ product_policy: 'STRICT' }))).status).toBe(500)
  expect((await market(readyToSend(), message({}, { name: 'nothing' }))).status).toBe(404)
  const kit = readyToSend((file) => {
    file.limits = { messagesPerSecond: 1 }
  })
  await market(kit)
  expect((await market(kit)).status).toBe(400)
})

test('5: errors of sends have details and no subcode, errors of templates the reverse', async () => {
  const sent = (await market(readyToSend(), message({}, { name: 'nothing' }))).body.error
  expect(Object.keys(sent)).toEqual(['message', 'type', 'code', 'error_data', 'fbtrace_id'])
  const made = (await create(readyToSend(), bread({ name: 'spring_sale' }))).body.error
  expect(made).toMatchObject({
    message: 'Invalid parameter',
    error_subcode: 2388024,
    is_transient: false,
    error_user_title: 'Content in This Language Already Exists',
  })
  expect(made).not.toHaveProperty('error_data.details')
})

test('6: the exact words of 132001, 133010 and 2388299', async () => {
  const { error } = (await market(readyToSend(), message({}, { name: 'nothing' }))).body
  expect(error.message).toBe('(#132001) Template name does not exist in the translation')
  expect(error.error_data.details).toBe('template name (nothing) does not exist in en_US')
  const pending = readyToSend(row('phoneNumbers', 'phone', { status: 'PENDING' }))
  expect((await market(pending)).body.error.message).toBe('(#133010) Account not registered')
  const leading = bread({
    components: [
      { type: 'BODY', text: '{{1}} begins on Friday, with rye at half the price.', example: { body_text: [['Sale']] } },
    ],
  })
  expect((await create(readyToSend(), leading)).body.error.error_user_title).toBe(
    'Leading or trailing params not allowed',
  )
})

test.each([
  [131049, undefined, message({ to: '+14165550111' }), market],
  [131050, undefined, message({ to: '+14165550112' }), market],
  [131026, undefined, message({ to: '+14165550110' }), market],
  [131042, row('accounts', 'waba', { paymentMethod: false }), message(), market],
  [131047, undefined, { ...message({ type: 'text', text: { body: 'Rye?' } }), template: undefined }, send],
])('7: %i comes as a failed webhook after a 200', async (code, change, body, by) => {
  expect(await fateOf(change, body, by)).toBe(`failed ${code}`)
})

test('8: a missing to is told without prefix, a missing messaging_product with it, both without error_data', async () => {
  const kit = readyToSend()
  const to = (await market(kit, message({ to: undefined }))).body.error
  const product = (await market(kit, message({ messaging_product: undefined }))).body.error
  expect([to.message, product.message]).toEqual([
    'The parameter to is required.',
    '(#100) The parameter messaging_product is required.',
  ])
  expect([to.error_data, product.error_data]).toEqual([undefined, undefined])
})

test('9: message_status is accepted, or held; held messages fail with 132015 when the quality is bad', async () => {
  const kit = readyToSend(row('templates', 'template', { pacingAfter: 1 }))
  const receiver = await hear(kit)
  expect((await market(kit)).body.messages[0].message_status).toBe('accepted')
  expect((await market(kit)).body.messages[0].message_status).toBe('held_for_quality_assessment')
  await kit.happens('template_pacing_is_decided', { template: 'template', quality: 'BAD' })
  await kit.advance('1m')
  expect(statuses(receiver).filter(({ status }) => status === 'failed')).toMatchObject([{ errors: [{ code: 132015 }] }])
})

test('10: the TTL is a property of the template, and its end is silent', async () => {
  expect(
    await fateOf(row('templates', 'template', { message_send_ttl_seconds: 43200 }), message({ to: '+14165550104' })),
  ).toBe('sent')
  const short = await create(readyToSend(), bread({ message_send_ttl_seconds: 120 }))
  expect(short.status).toBe(400)
})

test('11: the switch answers with the id, and turns the fallback into 131063', async () => {
  const begun = (file: Parameters<typeof notOnboarded>[0]) => {
    file.requests = { request: { app: 'app', to: 'client' } }
  }
  const kit = readyToSend(both(notOnboarded, begun))
  const body = { disable_marketing_messages_on_cloud_api: true }
  expect((await kit.graph('POST', '/{waba}', { as: 'client_business', body })).body).toEqual({ id: kit.names.waba })
  expect((await market(kit)).body.error.code).toBe(131063)
})

test('12: bid_spec at the send, optimization_spec at the template; 131061 and 131062; cost only once it has arrived', async () => {
  const maxPrice = row('templates', 'template', {
    optimization_spec: { bid_amount: 5000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
  })
  expect((await send(readyToSend(maxPrice))).body.error.code).toBe(131061)
  const toUserId = message({ to: undefined, recipient: 'CA.13491208655302741918' })
  expect((await market(readyToSend(maxPrice), toUserId)).body.error.code).toBe(131062)
  const kit = readyToSend(maxPrice)
  const receiver = await hear(kit)
  await market(kit, message({ bid_spec: { per_message_bid_multiplier: 0.1 } }))
  await kit.advance('1m')
  const costs = statuses(receiver).map(({ pricing }) => (pricing as { cost?: { amount: number } } | undefined)?.cost)
  expect(costs).toEqual([undefined, { amount: 0.005, currency: 'USD' }, undefined])
})

test('13: timestamps of statuses are strings, those of preferences numbers, template ids in webhooks numbers', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['messages', 'user_preferences', 'message_template_quality_update'])
  await market(kit)
  await kit.advance('1s')
  await kit.happens('customer_stops_marketing', { phone: 'phone', from: 'recipient' })
  await kit.happens('template_quality_changes', { template: 'template', score: 'YELLOW' })
  expect(typeof statuses(receiver)[0]?.timestamp).toBe('string')
  const values = receiver.posts.map(valueIn)
  const preference = need(values.find((value) => value.user_preferences)).user_preferences as { timestamp: unknown }[]
  expect(typeof preference[0]?.timestamp).toBe('number')
  expect(typeof values.at(-1)?.message_template_id).toBe('number')
})

test('14: without a plus the country of the business comes before; input echoes; a user id has no wa_id', async () => {
  const indian = row('phoneNumbers', 'phone', { display_phone_number: '+91 91555 50190' })
  const [contact] = (await market(readyToSend(indian), message({ to: '1 (631) 555-1234' }))).body.contacts
  expect(contact).toEqual({ input: '1 (631) 555-1234', wa_id: '9116315551234' })
  const byId = await market(readyToSend(), message({ to: undefined, recipient: 'CA.13491208655302741918' }))
  expect(Object.keys(byId.body.contacts[0])).toEqual(['input', 'user_id'])
})

test('15: creating answers the assigned category; a name is taken; ten minutes until it can be sent; a week until it sleeps', async () => {
  const kit = readyToSend((file) => {
    file.templateReview = { promotionalWords: ['sale'] }
  })
  expect((await create(kit, bread({ category: 'UTILITY' }))).body).toMatchObject({ category: 'MARKETING' })
  expect((await create(kit, bread())).body.error.error_subcode).toBe(2388024)
  const autumn = message({}, { name: 'autumn_sale' })
  await kit.advance('1m')
  expect((await market(kit, autumn)).body.error.code).toBe(134101)
  await kit.advance('10m')
  expect((await market(kit, autumn)).status).toBe(200)
  await kit.advance('8d')
  expect((await market(kit, autumn)).status).toBe(200)
  expect((await market(kit, autumn)).body.error.code).toBe(134101)
})
