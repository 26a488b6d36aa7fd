import { describe, expect, test } from 'vitest'
import { emulate, type Kit, need, type Receiver, receive, subscribe, told } from '../kit.ts'

/** A world that can send, whose app hears of messages. */
async function ready(): Promise<{ kit: Kit; receiver: Receiver }> {
  const kit = emulate('ready-to-send')
  const receiver = await receive()
  await subscribe(kit, receiver, 'app', ['messages', 'message_template_status_update'])
  await kit.graph('POST', '/{waba}/subscribed_apps')
  return { kit, receiver }
}

const ask = async (kit: Kit, fault: object): Promise<void> => {
  expect((await kit.control('post', `worlds/${kit.id}/faults`, fault)).status).toBe(201)
}

const speak = (kit: Kit, text: string) =>
  kit.happens('customer_sends_message', { phone: 'phone', from: '14165550100', text: { body: text } })

interface Inbound {
  readonly messages?: readonly { readonly text: { readonly body: string } }[]
}

/** What the customer said, in the order in which the receiver heard it. */
const heard = (receiver: Receiver) =>
  told<Inbound>(receiver).flatMap(({ messages = [] }) => messages.map(({ text }) => text.body))

const deliveries = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/deliveries`)).body.data
const due = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/due?kind=delivery`)).body.data
const left = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/faults`)).body.data

describe('duplicated', () => {
  test('the same bytes come twice, as one event, so often as was asked', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'duplicated', times: 2 })
    for (const text of ['one', 'two', 'three']) await speak(kit, text)
    expect(heard(receiver)).toEqual(['one', 'one', 'two', 'two', 'three'])
    expect(receiver.posts[0]?.raw).toBe(receiver.posts[1]?.raw)
    const rows = await deliveries(kit)
    expect(rows.map(({ event, fault }: { event: number; fault?: string }) => ({ event, fault }))).toEqual([
      { event: 1, fault: 'duplicated' },
      { event: 1, fault: 'duplicated' },
      { event: 2, fault: 'duplicated' },
      { event: 2, fault: 'duplicated' },
      { event: 3, fault: undefined },
    ])
    expect(await left(kit)).toEqual([])
  })

  test('each of the two is tried again by itself', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'duplicated' })
    receiver.answers.push(500, 200, 500)
    await speak(kit, 'one')
    const rows: { attempt: number; status: number }[] = await deliveries(kit)
    expect(rows.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [1, 200],
      [2, 500],
    ])
    await kit.advance('1m')
    expect(heard(receiver)).toHaveLength(4)
  })
})

describe('delayed', () => {
  test('it comes so much later in the time of the world, and says when it was', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'delayed', by: '10m' })
    await speak(kit, 'one')
    await speak(kit, 'two')
    expect(heard(receiver)).toEqual(['two'])
    expect(await due(kit)).toMatchObject([{ at: kit.now + 600_000, attempt: 1, parcel: { fault: 'delayed' } }])
    await kit.advance('9m')
    expect(heard(receiver)).toEqual(['two'])
    await kit.advance('1m')
    expect(heard(receiver)).toEqual(['two', 'one'])
    const time = Math.floor(kit.now / 1000)
    expect(receiver.posts.map(({ json }) => json.entry[0]?.time ?? time)).toEqual([time, time])
    expect(await deliveries(kit)).toMatchObject([{ at: kit.now }, { at: kit.now + 600_000, fault: 'delayed' }])
  })

  test('its tries are counted from when it first went', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'delayed', by: '30d' })
    await speak(kit, 'one')
    receiver.answers.push(500)
    await kit.advance('30d')
    expect(heard(receiver)).toEqual(['one', 'one'])
  })
})

describe('disordered', () => {
  test('two change places, and so do the next two', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'disordered', times: 2 })
    for (const text of ['one', 'two', 'three', 'four', 'five']) await speak(kit, text)
    expect(heard(receiver)).toEqual(['two', 'one', 'four', 'three', 'five'])
    expect(await due(kit)).toEqual([])
    expect(await left(kit)).toEqual([])
  })

  test('the row says for what it waits, and goes after a day when nothing comes', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'disordered', field: 'messages' })
    await speak(kit, 'one')
    expect(await due(kit)).toMatchObject([{ at: kit.now + 86_400_000, waits: { field: 'messages' } }])
    await kit.advance('23h')
    expect(heard(receiver)).toEqual([])
    await kit.advance('1h')
    expect(heard(receiver)).toEqual(['one'])
    await speak(kit, 'two')
    expect(heard(receiver)).toEqual(['one', 'two'])
  })

  test('one of another field is not waited for', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'disordered', field: 'messages' })
    await speak(kit, 'one')
    await kit.happens('template_quality_changes', { template: 'template', score: 'RED' })
    expect(told(receiver, 'message_template_status_update')).toHaveLength(1)
    expect(heard(receiver)).toEqual([])
    await speak(kit, 'two')
    expect(heard(receiver)).toEqual(['two', 'one'])
  })

  test('one that is delayed does not go before it; one that is duplicated does', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'disordered' })
    await ask(kit, { webhooks: 'delayed', by: '1h' })
    await ask(kit, { webhooks: 'duplicated' })
    for (const text of ['one', 'two', 'three']) await speak(kit, text)
    expect(heard(receiver)).toEqual(['three', 'three', 'one'])
    await kit.advance('1h')
    expect(heard(receiver)).toEqual(['three', 'three', 'one', 'two'])
  })
})

describe('which webhooks', () => {
  test('those of a field, and about a number', async () => {
    const kit = emulate('ready-to-send', (file) => {
      need(file.phoneNumbers).second = {
        ...need(file.phoneNumbers?.phone),
        display_phone_number: '+1 416-555-0191',
      }
    })
    const receiver = await receive()
    await subscribe(kit, receiver, 'app', ['messages'])
    await kit.graph('POST', '/{waba}/subscribed_apps')
    await ask(kit, { webhooks: 'duplicated', field: 'account_update' })
    await ask(kit, { webhooks: 'duplicated', phone: 'second' })
    await speak(kit, 'one')
    expect(heard(receiver)).toEqual(['one'])
    await kit.happens('customer_sends_message', { phone: 'second', from: '14165550100', text: { body: 'two' } })
    expect(heard(receiver)).toEqual(['one', 'two', 'two'])
    expect(await left(kit)).toMatchObject([{ field: 'account_update', times: 1 }])
  })

  test('one that nobody hears uses no fault up', async () => {
    const kit = emulate('ready-to-send')
    await ask(kit, { webhooks: 'duplicated' })
    await speak(kit, 'one')
    expect(await left(kit)).toHaveLength(1)
  })

  test('calls do not meet faults of webhooks, nor webhooks those of calls', async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'duplicated' })
    await ask(kit, { page: 502 })
    await speak(kit, 'one')
    expect(heard(receiver)).toEqual(['one', 'one'])
    expect((await kit.graph('GET', '/{phone}')).status).toBe(502)
  })

  test('what is posted by hand comes as it is', async () => {
    const { kit, receiver } = await ready()
    await speak(kit, 'one')
    await ask(kit, { webhooks: 'duplicated' })
    await kit.control('post', `worlds/${kit.id}/deliveries/1/redeliver`)
    expect(heard(receiver)).toEqual(['one', 'one'])
    expect(await left(kit)).toHaveLength(1)
  })
})

test('two worlds with the same faults are the same, byte for byte', async () => {
  const state = async () => {
    const { kit, receiver } = await ready()
    await ask(kit, { webhooks: 'disordered', times: 2 })
    await ask(kit, { webhooks: 'delayed', by: '3s' })
    for (const text of ['one', 'two', 'three', 'four']) await speak(kit, text)
    await kit.advance('2d')
    return JSON.stringify(kit.world().state()).replaceAll(receiver.url, 'URL')
  }
  expect(await state()).toBe(await state())
})
