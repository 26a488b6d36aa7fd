import { expect, test } from 'vitest'
import { type HabitName, habits } from '../../contracts/habits.ts'
import { expectError } from '../operation.ts'
import { both, fateOf, hear, market, message, readyToSend, row, ruled, send, statuses, valueIn } from '../sends.ts'

const FATES: Readonly<Record<HabitName, string>> = {
  reads: 'sent delivered read',
  receives: 'sent delivered',
  has_chat_open: 'sent read',
  is_offline: 'sent',
  comes_online: 'sent delivered read',
  clicks: 'sent delivered read',
  replies: 'sent delivered read',
  taps: 'sent delivered read',
  stops: 'sent delivered read',
  has_no_whatsapp: 'failed 131026',
  reached_marketing_limit: 'failed 131049',
  stopped_marketing: 'failed 131050',
  is_in_experiment: 'failed 130472',
  is_blocked: 'failed 130403',
  changed_identity: 'sent delivered read',
  breaks: 'failed 131000',
}

test.each(Object.entries(FATES) as [HabitName, string][])('a recipient that %s: %s', async (habit, fate) => {
  expect(await fateOf(undefined, message({ to: `+1416555${habits[habit].number}` }))).toBe(fate)
})

test.each(['reached_marketing_limit', 'stopped_marketing'] as const)(
  'who %s gets all other messages',
  async (habit) => {
    const utility = row('templates', 'template', { category: 'UTILITY' })
    const to = `+1416555${habits[habit].number}`
    expect(await fateOf(utility, message({ to }), send)).toBe('sent delivered read')
  },
)

test('a world gives any number a habit', async () => {
  const offline = row('recipients', 'recipient', { habit: 'is_offline' })
  expect(await fateOf(offline, message())).toBe('sent')
})

test('the first status, to an app of v25.0: no conversation, pricing, strings, and who it is', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['messages'], 'v25.0')
  const { body } = await market(kit, message({ biz_opaque_callback_data: 'order-7' }))
  await kit.advance('1s')
  const [post] = receiver.posts
  expect(post?.json).toEqual({
    object: 'whatsapp_business_account',
    entry: [{ id: kit.names.waba, changes: [{ field: 'messages', value: expect.any(Object) }] }],
  })
  expect(post && valueIn(post)).toEqual({
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '14165550190', phone_number_id: kit.names.phone },
    contacts: [{ profile: { name: 'Robin' }, wa_id: '14165550100', user_id: expect.stringMatching(/^CA\.\d{20}$/) }],
    statuses: [
      {
        id: body.messages[0].id,
        status: 'sent',
        timestamp: expect.stringMatching(/^\d{10}$/),
        recipient_id: '14165550100',
        recipient_user_id: expect.stringMatching(/^CA\.\d{20}$/),
        biz_opaque_callback_data: 'order-7',
        pricing: { billable: true, pricing_model: 'PMP', category: 'marketing_lite', type: 'regular' },
      },
    ],
  })
})

test('to an app of v23.0 sent has a conversation that expires, and its origin is marketing_lite', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['messages'], 'v23.0')
  await market(kit)
  await kit.advance('10s')
  const [sent, delivered, read] = statuses(receiver)
  expect(sent?.conversation).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    expiration_timestamp: expect.stringMatching(/^\d{10}$/),
    origin: { type: 'marketing_lite' },
  })
  expect(delivered?.conversation).toEqual({ id: expect.any(String), origin: { type: 'marketing_lite' } })
  expect(read).not.toHaveProperty('conversation')
})

test("no version has a conversation where status-conversation is 'never'", async () => {
  const kit = readyToSend(ruled('status-conversation', 'never'))
  const receiver = await hear(kit, ['messages'], 'v23.0')
  await market(kit)
  await kit.advance('1s')
  expect(statuses(receiver)[0]).not.toHaveProperty('conversation')
})

test.each([
  ['0100', ['sent', 'delivered']],
  ['0102', ['sent', 'read']],
  ['0110', []],
] as const)(
  'pricing stands on sent and on exactly one of delivered and read, and never on failed: %s',
  async (number, priced) => {
    const kit = readyToSend()
    const receiver = await hear(kit)
    await market(kit, message({ to: `+1416555${number}` }))
    await kit.advance('1m')
    expect(statuses(receiver).flatMap(({ status, pricing }) => (pricing ? status : []))).toEqual(priced)
  },
)

test('failed: an error without type and trace, title and message alike, no contacts, no user id', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  const { body } = await market(kit, message({ to: '+14165550111' }))
  await kit.advance('1m')
  const title = 'This message was not delivered to maintain healthy ecosystem engagement.'
  expect(receiver.posts.map(valueIn)).toEqual([
    {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '14165550190', phone_number_id: kit.names.phone },
      statuses: [
        {
          id: body.messages[0].id,
          status: 'failed',
          timestamp: expect.any(String),
          recipient_id: '14165550111',
          errors: [
            {
              code: 131049,
              title,
              message: title,
              error_data: {
                details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
              },
              href: '/documentation/business-messaging/whatsapp/support/error-codes',
            },
          ],
        },
      ],
    },
  ])
})

test('to a user id: no recipient_id and no wa_id, but recipient_user_id', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  await market(kit, message({ to: undefined, recipient: 'CA.13491208655302741918' }))
  await kit.advance('1s')
  const [status] = statuses(receiver)
  expect(status).toMatchObject({ recipient_user_id: 'CA.13491208655302741918' })
  expect(status).not.toHaveProperty('recipient_id')
})

test("no user ids at all where bsuid-in-webhooks is 'before'", async () => {
  const kit = readyToSend(ruled('bsuid-in-webhooks', 'before'))
  const receiver = await hear(kit)
  await market(kit)
  await kit.advance('1s')
  expect(receiver.posts[0]?.raw).not.toContain('user_id')
  expect(receiver.posts[0]?.raw).not.toContain('contacts')
})

test('the Cloud API carries the same template as marketing', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  await send(kit)
  await kit.advance('1s')
  expect(statuses(receiver)[0]?.pricing).toMatchObject({ category: 'marketing', billable: true })
})

test('the TTL of a marketing template: what is not delivered by then is dropped without a word', async () => {
  const short = row('templates', 'template', { message_send_ttl_seconds: 43200 })
  const late = message({ to: '+14165550104' })
  expect(await fateOf(short, late)).toBe('sent')
  // The Cloud API does not honour it.
  expect(await fateOf(short, late, send)).toBe('sent delivered read')
})

test.each([
  ['as-they-happen', 'sent delivered read'],
  ['disordered', 'delivered sent read'],
  ['repeated', 'sent sent delivered delivered read read'],
])('the order of statuses under the ruling status-order: %s', async (side, fate) => {
  expect(await fateOf(ruled('status-order', side), message())).toBe(fate)
})

test('under disordered, what never arrives is still told as sent', async () => {
  const offline = message({ to: '+14165550103' })
  expect(await fateOf(ruled('status-order', 'disordered'), offline)).toBe('sent')
})

test('timestamps tell when it happened, even when they are told late', async () => {
  const kit = readyToSend(ruled('status-order', 'disordered'))
  const receiver = await hear(kit)
  await market(kit, message({ to: '+14165550104' }))
  await kit.advance('2d')
  const times = Object.fromEntries(statuses(receiver).map(({ status, timestamp }) => [status, Number(timestamp)]))
  expect(times.sent).toBeLessThan(Number(times.delivered))
})

test('a person gets so many marketing messages in 24 hours, where the world limits them', async () => {
  const kit = readyToSend((file) => {
    file.limits = { marketingPerRecipient: 1 }
  })
  const receiver = await hear(kit)
  await market(kit)
  await kit.advance('1m')
  await market(kit)
  await kit.advance('1m')
  expect(statuses(receiver).at(-1)?.errors).toMatchObject([{ code: 131049 }])
  await kit.advance('24h')
  await market(kit)
  await kit.advance('1m')
  expect(statuses(receiver).at(-1)?.status).toBe('read')
})

test('a link that leads nowhere fails after a 200: 131053', async () => {
  const picture = [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Bread.' },
  ]
  const withLink = {
    components: [
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://pictures.invalid/a.png' } }] },
    ],
  }
  const world = row('templates', 'template', { components: picture })
  expect(await fateOf(world, message({}, withLink))).toBe('failed 131053')
})

test('stop and resume: 131050 in between, in the chat with that number', async () => {
  const stopped = row('recipients', 'recipient', { stoppedMarketing: ['phone'] })
  expect(await fateOf(stopped, message())).toBe('failed 131050')
})

test('an error that only webhooks tell is asked for as a fault, and comes after a 200', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  expect((await kit.control('post', `worlds/${kit.id}/faults`, { error: 'recipient_in_experiment' })).status).toBe(201)
  expect((await market(kit)).status).toBe(200)
  await kit.advance('1m')
  expect(statuses(receiver)).toMatchObject([{ status: 'failed', errors: [{ code: 130472 }] }])
  await market(kit)
  await kit.advance('1m')
  expect(statuses(receiver).at(-1)?.status).toBe('read')
})

test('a fault that a webhook tells stays until a message takes it', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  await kit.control('post', `worlds/${kit.id}/faults`, { error: 'recipient_in_experiment', times: 2 })
  const left = async () => (await kit.control('get', `worlds/${kit.id}/faults`)).body.data
  expectError(await market(kit, message({}, { name: 'nothing' })), 'template_not_found')
  expectError(await market(kit, { messaging_product: 'whatsapp' }), 'parameter_required')
  const wrote = await kit.happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Hi' } })
  const message_id = wrote.body.result.message
  expect((await send(kit, { messaging_product: 'whatsapp', status: 'read', message_id })).status).toBe(200)
  expect(await left()).toMatchObject([{ times: 2 }])
  expect((await market(kit)).status).toBe(200)
  expect(await left()).toMatchObject([{ times: 1 }])
  expect((await send(kit)).status).toBe(200)
  expect(await left()).toEqual([])
  await kit.advance('1m')
  expect(statuses(receiver)).toMatchObject([{ errors: [{ code: 130472 }] }, { errors: [{ code: 130472 }] }])
})

test('any error of a send is asked for as a fault', async () => {
  const kit = readyToSend()
  for (const error of ['service_temporarily_unavailable', 'generic_user_error', 'marketing_undocumented'] as const) {
    await kit.control('post', `worlds/${kit.id}/faults`, { error, operation: 'sendMarketingMessage' })
    expectError(await market(kit), error)
  }
})

test('two apps hear, each in its own version; one that is not subscribed to the account does not', async () => {
  const kit = readyToSend(
    both((file) => {
      const app = structuredClone(file.apps.app)
      Object.assign(file.apps, { other: { ...app, name: 'Other' }, third: { ...app, name: 'Third' } })
      Object.assign(file.tokens, { other: { app: 'other' }, third: { app: 'third' } })
    }),
  )
  const mine = await hear(kit, ['messages'], 'v23.0')
  const { receive, subscribe } = await import('../kit.ts')
  const stranger = await receive()
  await subscribe(kit, stranger, 'other', ['messages'])
  await market(kit)
  await kit.advance('1m')
  expect(mine.posts).toHaveLength(3)
  expect(stranger.posts).toHaveLength(0)
})

test('a portfolio reaches so many people in 24 hours outside of windows: one more is 131048', async () => {
  const kit = readyToSend(row('businesses', 'client', { messagingLimit: 'TIER_250' }))
  const to = (n: number) => message({ to: `+1416${2_000_000 + n}` })
  for (let sent = 0; sent < 250; sent += 1) {
    expect((await market(kit, to(sent))).status).toBe(200)
    if (sent % 50 === 49) await kit.advance('1s')
  }
  await kit.advance('1m')
  expectError(await market(kit, to(250)), 'spam_limit_reached')
  expect((await market(kit, to(3))).status).toBe(200)
  await kit.advance('24h')
  expect((await market(kit, to(250))).status).toBe(200)
})

test('a send by user id is one to the person: their window, their wish to stop, their pair rate', async () => {
  const kit = readyToSend((file) => {
    file.limits = { pairBurst: 1 }
  })
  const receiver = await hear(kit)
  await kit.happens('customer_sends_message', {
    phone: 'phone',
    from: 'recipient',
    type: 'text',
    text: { body: 'Rye?' },
  })
  const written = receiver.posts.map(valueIn).map(({ contacts }) => contacts as { user_id: string }[])
  const recipient = written[0]?.[0]?.user_id
  const answer = { ...message({ to: undefined, recipient, type: 'text', text: { body: 'Yes.' } }), template: undefined }
  expect((await send(kit, answer)).status).toBe(200)
  await kit.advance('1m')
  expect(statuses(receiver).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
  await kit.happens('customer_stops_marketing', { phone: 'phone', from: 'recipient' })
  await market(kit, message({ to: undefined, recipient }))
  expectError(await market(kit), 'pair_rate_reached')
  await kit.advance('1m')
  expect(statuses(receiver).at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131050 }] })
})

const burstOfOne: Parameters<typeof both>[0] = (file) => {
  file.limits = { pairBurst: 1 }
}

test('a send that is refused for its media takes no place of its pair', async () => {
  const components = [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Bread.' },
  ]
  const kit = readyToSend(both(burstOfOne, row('templates', 'template', { components })))
  const picture = (image: object): object =>
    message({}, { components: [{ type: 'header', parameters: [{ type: 'image', image }] }] })
  expectError(await market(kit, picture({ id: '1234567890123456' })), 'message_media_unknown')
  const good = picture({ link: 'https://juniper.example/rye.png' })
  expect((await market(kit, good)).status).toBe(200)
  expectError(await market(kit, good), 'pair_rate_reached')
})

test('a send that is refused for the limit of its ecosystem takes no place of its pair', async () => {
  const kit = readyToSend(both(burstOfOne, ruled('ecosystem-limit-timing', 'call')))
  const american = message({ to: '+12125550100' })
  expectError(await market(kit, american), 'ecosystem_limit_reached')
  expectError(await market(kit, american), 'ecosystem_limit_reached')
})

test('the control API lists messages, and what has become of them', async () => {
  const kit = readyToSend()
  const { id } = (await market(kit)).body.messages[0]
  await market(kit, message({ to: '+14165550110' }))
  await kit.advance('1m')
  const { data } = (await kit.control('get', `worlds/${kit.id}/messages?status=read`)).body
  expect(data).toMatchObject([{ id, to: '14165550100', status: 'read', category: 'marketing_lite' }])
})

test('who stopped marketing long ago may want it again', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit)
  const to = '14165550112'
  expect((await kit.happens('customer_resumes_marketing', { phone: 'phone', from: to })).status).toBe(200)
  await market(kit, message({ to: `+${to}` }))
  await kit.advance('1m')
  expect(statuses(receiver).at(-1)?.status).toBe('read')
})

test('a send that nobody hears of says so beside the answer, and how to hear', async () => {
  const kit = readyToSend()
  const note = async () => (await market(kit)).headers['x-mmgraph-note']
  expect(await note()).toBe(`nobody hears what becomes of this message: POST /${kit.names.waba}/subscribed_apps`)
  await kit.graph('POST', '/{waba}/subscribed_apps', { as: 'client_business' })
  expect(await note()).toMatch(/POST \/\{app\}\/subscriptions with the field messages/)
  await hear(kit)
  expect(await note()).toBeUndefined()
})
