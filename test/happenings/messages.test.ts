import { describe, expect, test } from 'vitest'
import { need } from '../kit.ts'
import { hear, market, message, readyToSend, row, send, statuses, valueIn } from '../sends.ts'

const offline = message({ to: '+14165550103' })

describe('a message by hand', () => {
  test('is sent, delivered and read as the tester says, and by nothing else', async () => {
    const kit = readyToSend()
    const receiver = await hear(kit)
    const id = (await market(kit)).body.messages[0].id
    for (const name of ['message_is_sent', 'message_is_delivered', 'message_is_read']) {
      expect((await kit.happens(name, { message: id })).status).toBe(200)
    }
    await kit.advance('1d')
    expect(statuses(receiver).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
  })

  test('is read without having been delivered, and priced then', async () => {
    const kit = readyToSend()
    const receiver = await hear(kit)
    const id = (await market(kit, offline)).body.messages[0].id
    await kit.advance('1m')
    await kit.happens('message_is_read', { message: id })
    expect(statuses(receiver).map(({ status, pricing }) => [status, pricing !== undefined])).toEqual([
      ['sent', true],
      ['read', true],
    ])
  })

  test('a voice message is played', async () => {
    const kit = readyToSend(row('recipients', 'recipient', { wroteTo: ['phone'] }))
    const receiver = await hear(kit)
    const body = {
      ...message({ type: 'audio', audio: { link: 'https://juniper.example/a.ogg', voice: true } }),
      template: undefined,
    }
    const id = (await send(kit, body)).body.messages[0].id
    await kit.advance('1m')
    await kit.happens('message_is_played', { message: id })
    expect(statuses(receiver).at(-1)).toMatchObject({ status: 'played' })
    expect(statuses(receiver).at(-1)).not.toHaveProperty('pricing')
  })

  test.each([
    ['message_is_read', offline, /^with\.message: it is accepted; read comes after sent or delivered/],
    ['message_is_sent', message({ to: '+14165550110' }), /^with\.message: it fails/],
  ])('%s is refused where it cannot be', async (name, body, why) => {
    const kit = readyToSend()
    const id = (await market(kit, body)).body.messages[0].id
    expect((await kit.happens(name, { message: id })).body.error.message).toMatch(why)
  })

  test('what is no voice message is not played, and what is no message is nothing', async () => {
    const kit = readyToSend()
    const id = (await market(kit)).body.messages[0].id
    await kit.advance('1m')
    const says = async (given: object) => (await kit.happens('message_is_played', given)).body.error.message
    expect(await says({ message: id })).toMatch(/no voice message/)
    expect(await says({ message: 'wamid.x' })).toMatch(/no message that the world remembers/)
  })
})

test('a tracking event: the click, and its time as a number', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['tracking_events'])
  const id = (await market(kit)).body.messages[0].id
  await kit.advance('1m')
  const { click_id } = (await kit.happens('customer_clicks_link', { message: id })).body.result
  await kit.happens('tracking_event_is_told', { phone: 'phone', click_id })
  expect(valueIn(need(receiver.posts[0])).events).toEqual([
    {
      event_name: 'sent',
      timestamp: expect.any(Number),
      tracking_data: { click_id, tracking_token: expect.any(String) },
    },
  ])
  const refused = await kit.happens('tracking_event_is_told', { phone: 'phone', click_id: 'x' })
  expect(refused.body.error.message).toMatch(/is no click/)
})

test.each([
  ['LeadSubmitted', undefined],
  ['Purchase', { currency: 'CAD', value: 12.5 }],
])('an automatic event: %s', async (event_name, custom_data) => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['automatic_events'])
  const given = { phone: 'phone', from: 'recipient', event_name, ctwa_clid: 'abc', ...custom_data }
  expect((await kit.happens('automatic_event_is_detected', given)).status).toBe(200)
  const [event] = valueIn(need(receiver.posts[0])).automatic_events as object[]
  expect(event).toMatchObject({
    event_name,
    ctwa_clid: 'abc',
    timestamp: expect.any(Number),
    ...(custom_data && { custom_data }),
  })
})

test('what is no phone number is told so in plain words', async () => {
  const { body } = await readyToSend().happens('customer_stops_marketing', { phone: 'template', from: 'recipient' })
  expect(body.error.message).toMatch(
    /^with\.phone: "template" names a message template; a phone number is needed, by id or name: phone/,
  )
})

test('the control API tells whose click it was, which webhooks do not', async () => {
  const kit = readyToSend()
  const id = (await market(kit)).body.messages[0].id
  await kit.advance('1m')
  const { click_id } = (await kit.happens('customer_clicks_link', { message: id })).body.result
  const { data } = (await kit.control('get', `worlds/${kit.id}/clicks?id=${click_id}`)).body
  expect(data).toMatchObject([{ id: click_id, messageId: id, component: 'cta' }])
})
