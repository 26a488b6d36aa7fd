import { describe, expect, test } from 'vitest'
import { wamid } from '../../emulator/sending/wamid.ts'
import type { Message } from '../../emulator/world/message.ts'
import { type Kit, need, type Receiver, told } from '../kit.ts'
import { listening } from '../sends.ts'

const USER_ID = /^[A-Z]{2}\.[1-9]\d{19}$/
const WAMID = /^wamid\.HBgL/
const ROBIN = '14165550100'

const happens = async (kit: Kit, name: string, params: object) => (await kit.happens(name, params)).body
const says = async (kit: Kit, name: string, params: object) => (await happens(kit, name, params)).error?.message
const writes = (kit: Kit, message: object, from = 'recipient') =>
  happens(kit, 'customer_sends_message', { phone: 'phone', from, ...message })
const rule = (name: string, side: string) => (file: { rulings?: Record<string, string> }) => {
  file.rulings = { ...file.rulings, [name]: side }
}

interface Told {
  metadata: object
  contacts: {
    wa_id?: string
    user_id?: string
    parent_user_id?: string
    profile: { name: string; username?: string }
  }[]
  messages: Record<string, never>[]
}
const last = (receiver: Receiver) => need(told<Told>(receiver).at(-1))
const chat = (kit: Kit, waId = ROBIN) => kit.world().traffic.chat(need(kit.names.phone), waId)

/** A message that lies on the customer's phone, as a send leaves it. */
function arrived(kit: Kit, more: Partial<Message> = {}): string {
  const world = kit.world()
  const message: Message = {
    id: wamid(world, ROBIN),
    phoneId: need(kit.names.phone),
    accountId: need(kit.names.waba),
    type: 'template',
    templateId: need(kit.names.template),
    category: 'marketing_lite',
    to: ROBIN,
    country: 'CA',
    at: world.now,
    expiresAt: world.now + 1,
    status: 'delivered',
    habit: 'reads',
    step: 2,
    sharesActivity: true,
    ...more,
  }
  return world.traffic.keep(message).id
}

describe('customer_sends_message', () => {
  test('tells who wrote what to whom, and opens the window for 24 hours', async () => {
    const { kit, receiver } = await listening()
    const { result } = await writes(kit, { type: 'text', text: { body: 'Do you have rye?' } })
    expect(told(receiver)).toEqual([
      {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: '14165550190', phone_number_id: kit.names.phone },
        contacts: [{ profile: { name: 'Robin' }, wa_id: ROBIN, user_id: expect.stringMatching(USER_ID) }],
        messages: [
          {
            from: ROBIN,
            from_user_id: expect.stringMatching(USER_ID),
            id: result.message,
            timestamp: String(kit.now / 1000),
            type: 'text',
            text: { body: 'Do you have rye?' },
          },
        ],
      },
    ])
    expect(result.message).toMatch(WAMID)
    expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.waba)
    expect(chat(kit).windowUntil).toBe(kit.now + 86_400_000)
  })

  test('each message refreshes the window', async () => {
    const { kit } = await listening()
    await writes(kit, { text: { body: 'One' } })
    await kit.advance('23h')
    await writes(kit, { text: { body: 'Two' } })
    expect(chat(kit).windowUntil).toBe(kit.now + 47 * 3_600_000)
  })

  test.each([
    ['text', { body: 'Hello' }],
    ['image', { caption: 'Taj Mahal', mime_type: 'image/jpeg', sha256: 'SfInY0g=', id: '1003383421387256' }],
    [
      'location',
      { latitude: 37.44, longitude: -122.16, name: 'Us', address: '1 Bread St', url: 'https://juniper.example' },
    ],
    ['contacts', [{ name: { formatted_name: 'L' }, phones: [{ phone: '+1 416-555-0101', wa_id: '14165550101' }] }]],
    ['contacts', [{ origin: 'contact_request', phones: [{ phone: '+14165550100', wa_id: ROBIN, type: 'CELL' }] }]],
    ['reaction', { message_id: 'wamid.x', emoji: '👍' }],
    ['button', { payload: 'Unsubscribe', text: 'Unsubscribe' }],
    ['interactive', { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{}' } }],
    ['interactive', { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } }],
    [
      'order',
      {
        catalog_id: '1',
        text: '',
        product_items: [{ product_retailer_id: 'a', quantity: 2, item_price: 30, currency: 'USD' }],
      },
    ],
  ])('of type %s', async (type, content) => {
    const { kit, receiver } = await listening()
    await writes(kit, { [type]: content })
    expect(last(receiver).messages[0]).toMatchObject({ type, [type]: content })
  })

  test.each([
    ['image', { mime_type: 'image/jpeg' }],
    ['video', { mime_type: 'video/mp4' }],
    ['audio', { mime_type: 'audio/ogg; codecs=opus', voice: true }],
    ['document', { mime_type: 'application/pdf', filename: 'menu.pdf' }],
    ['sticker', { mime_type: 'image/webp', animated: false }],
  ])('of type %s, whose file may be left out', async (type, file) => {
    const { kit, receiver } = await listening()
    await writes(kit, { type, ...(type === 'document' && { document: { filename: 'menu.pdf' } }) })
    expect(last(receiver).messages[0]).toMatchObject({
      [type]: { ...file, id: expect.stringMatching(/^\d{16}$/), sha256: expect.stringMatching(/^[\w+/]{43}=$/) },
    })
  })

  test.each(['unsupported', 'unknown'])('of type %s tells an error', async (type) => {
    const { kit, receiver } = await listening()
    await writes(kit, { type })
    expect(last(receiver).messages[0]).toMatchObject({
      type,
      errors: [
        {
          code: 131051,
          title: 'Message type unknown',
          error_data: { details: 'Message type is currently not supported.' },
        },
      ],
    })
  })

  test('as an answer, and from an ad', async () => {
    const { kit, receiver } = await listening()
    const referral = { source_url: 'https://fb.me/x', source_id: '1', source_type: 'ad', ctwa_clid: 'Aff' }
    await writes(kit, { text: { body: 'Hi' }, context: { id: 'wamid.x' }, referral })
    expect(last(receiver).messages[0]).toMatchObject({ context: { from: '14165550190', id: 'wamid.x' }, referral })
    expect(Object.keys(need(last(receiver).messages[0])).slice(0, 2)).toEqual(['context', 'from'])
  })

  test.each(['+1 (416) 555-0177', '14165550177'])('by anybody: %s', async (from) => {
    const { kit, receiver } = await listening()
    await writes(kit, { text: { body: 'Hi' } }, from)
    expect(last(receiver).contacts[0]).toMatchObject({ wa_id: '14165550177', profile: { name: 'Person 0177' } })
  })

  test('by a business-scoped id that was told before', async () => {
    const { kit, receiver } = await listening()
    await writes(kit, { text: { body: 'Hi' } })
    await writes(kit, { text: { body: 'Hi again' } }, need(last(receiver).contacts[0]?.user_id))
    expect(last(receiver).contacts[0]?.wa_id).toBe(ROBIN)
  })

  test('the id of a person is the same for all numbers of a portfolio, and another one for each person', async () => {
    const { kit, receiver } = await listening((file) => {
      file.phoneNumbers = {
        ...file.phoneNumbers,
        second: { account: 'waba', display_phone_number: '+1 416-555-0191', verified_name: 'Juniper Rolls' },
      }
    })
    for (const params of [{ phone: 'phone' }, { phone: 'second' }, { phone: 'phone', from: '14165550101' }]) {
      await happens(kit, 'customer_sends_message', { from: 'recipient', text: { body: 'Hi' }, ...params })
    }
    const ids = told<Told>(receiver).map(({ contacts }) => contacts[0]?.user_id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  test('a person with a username is not told by number, until the business has used the number', async () => {
    const { kit, receiver } = await listening((file) => {
      file.recipients = { recipient: { number: ROBIN, name: 'Robin', username: 'robinbakes' } }
    })
    await writes(kit, { text: { body: 'Hi' } })
    const [contact] = last(receiver).contacts
    expect(contact).toEqual({
      profile: { name: 'Robin', username: '@robinbakes' },
      user_id: expect.stringMatching(USER_ID),
    })
    expect(last(receiver).messages[0]).not.toHaveProperty('from')
    kit.world().traffic.setChat(need(kit.names.phone), ROBIN, { ...chat(kit), knowsNumber: true })
    await writes(kit, { text: { body: 'Hi' } })
    expect(last(receiver).contacts[0]?.wa_id).toBe(ROBIN)
    expect(last(receiver).messages[0]?.from).toBe(ROBIN)
  })

  test.each([
    ['nobody', { from: 'nobody', text: { body: 'x' } }, /neither the name of a person nor a number/],
    ['the name of something else', { from: 'waba', text: { body: 'x' } }, /neither the name of a person/],
    ['themselves', { from: '+1 416-555-0190', text: { body: 'x' } }, /does not write to itself/],
    ['no text', { from: 'recipient' }, /^with\.text/],
    ['a wrong text', { from: 'recipient', text: { words: 'x' } }, /^with\.text/],
    [
      'two types',
      { from: 'recipient', type: 'text', text: { body: 'x' }, image: {} },
      /^with\.image: a message of type text/,
    ],
    ['a wrong type', { from: 'recipient', type: 'fax' }, /^with\.type: must be one of text, image/],
  ])('cannot happen with %s', async (_, params, why) => {
    const { kit, receiver } = await listening()
    expect(await says(kit, 'customer_sends_message', { phone: 'phone', ...params })).toMatch(why)
    expect(receiver.posts).toEqual([])
    expect(chat(kit)).toEqual({})
  })
})

describe('ruling bsuid-in-webhooks', () => {
  test("'before': nothing but numbers", async () => {
    const { kit, receiver } = await listening(rule('bsuid-in-webhooks', 'before'))
    await writes(kit, { text: { body: 'Hi' } })
    expect(last(receiver).contacts).toEqual([{ profile: { name: 'Robin' }, wa_id: ROBIN }])
    expect(Object.keys(need(last(receiver).messages[0]))).toEqual(['from', 'id', 'timestamp', 'type', 'text'])
  })
})

describe('ruling parent-bsuid', () => {
  test.each([
    ['recipient_parent_user_id', /^[A-Z]{2}\.ENT\.\d{20}$/],
    ['parent_recipient_user_id', /^[A-Z]{2}\.\d{20}$/],
  ])("'%s' has parent ids of its own shape", async (side, shape) => {
    const { kit, receiver } = await listening(rule('parent-bsuid', side))
    await writes(kit, { text: { body: 'Hi' } })
    expect(last(receiver).contacts[0]?.parent_user_id).toMatch(shape)
    expect(last(receiver).messages[0]?.from_parent_user_id).toBe(last(receiver).contacts[0]?.parent_user_id)
    expect(side === 'recipient_parent_user_id' || side === 'parent_recipient_user_id').toBe(true)
  })
})

describe('customer_taps_quick_reply', () => {
  test.each([0, 'No more of this'])('%j', async (button) => {
    const { kit, receiver } = await listening()
    const message = arrived(kit)
    await happens(kit, 'customer_taps_quick_reply', { message, button })
    expect(last(receiver).messages[0]).toMatchObject({
      context: { from: '14165550190', id: message },
      type: 'button',
      button: { payload: 'No more of this', text: 'No more of this' },
    })
    expect(chat(kit).windowUntil).toBe(kit.now + 86_400_000)
  })

  test('with the payload that was sent', async () => {
    const { kit, receiver } = await listening()
    const parameters = [{ type: 'payload', payload: 'STOP_SPRING' }]
    const components = [{ type: 'button', sub_type: 'quick_reply', index: '1', parameters }]
    await happens(kit, 'customer_taps_quick_reply', { message: arrived(kit, { content: { components } }), button: 0 })
    expect(last(receiver).messages[0]?.button).toEqual({ payload: 'STOP_SPRING', text: 'No more of this' })
  })

  test('of a card', async () => {
    const { kit, receiver } = await listening((file) => {
      const buttons = [{ type: 'QUICK_REPLY', text: 'This one' }]
      const cards = [1, 2].map(() => ({ components: [{ type: 'BUTTONS', buttons }] }))
      const template = need(file.templates?.template)
      template.components = [
        { type: 'BODY', text: 'Pick' },
        { type: 'CAROUSEL', cards },
      ] as typeof template.components
    })
    const cards = [0, 1].map((card_index) => ({
      card_index,
      components: [{ type: 'BUTTON', index: 0, parameters: [{ type: 'payload', payload: `card-${card_index}` }] }],
    }))
    const message = arrived(kit, { content: { components: [{ type: 'carousel', cards }] } })
    await happens(kit, 'customer_taps_quick_reply', { message, button: 1 })
    expect(last(receiver).messages[0]?.button).toEqual({ payload: 'card-1', text: 'This one' })
  })

  test.each([
    ['of no message', () => 'wamid.x', 0, /is no message that the world/],
    ['of a message on its way', (kit: Kit) => arrived(kit, { status: 'sent' }), 0, /has not arrived, it is sent/],
    [
      'that is not there',
      (kit: Kit) => arrived(kit),
      'More',
      /^with\.button: there is no 'More'; those are 0 No more of this/,
    ],
    [
      'of a message without any',
      (kit: Kit) => arrived(kit, { templateId: need(kit.names.template_with_variables) }),
      0,
      /nothing to choose/,
    ],
    [
      'of somebody unknown',
      (kit: Kit) => {
        return arrived(kit, { to: 'CA.1', sentToUserId: true })
      },
      0,
      /nobody knows who CA\.1 is/,
    ],
  ])('cannot happen with a reply %s', async (_, make, button, why) => {
    const { kit } = await listening()
    expect(await says(kit, 'customer_taps_quick_reply', { message: make(kit), button })).toMatch(why)
  })
})

describe('answers to interactive messages', () => {
  const free = { type: 'interactive', category: 'service' } as const
  const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })

  test.each([1, 'no', 'No'])('customer_replies_to_button %j', async (button) => {
    const { kit, receiver } = await listening()
    const content = { type: 'button', action: { buttons: [reply('yes', 'Yes'), reply('no', 'No')] } }
    const message = arrived(kit, { ...free, content })
    await happens(kit, 'customer_replies_to_button', { message, button })
    expect(last(receiver).messages[0]).toMatchObject({
      context: { id: message },
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'no', title: 'No' } },
    })
  })

  test('customer_replies_to_button of a card', async () => {
    const { kit, receiver } = await listening()
    const buttons = [{ type: 'quick_reply', quick_reply: { id: 'q', title: 'More' } }]
    const content = { type: 'carousel', action: { cards: [{ card_index: 0, action: { buttons } }] } }
    await happens(kit, 'customer_replies_to_button', { message: arrived(kit, { ...free, content }), button: 0 })
    expect(last(receiver).messages[0]?.interactive).toMatchObject({ button_reply: { id: 'q', title: 'More' } })
  })

  test('customer_replies_to_list', async () => {
    const { kit, receiver } = await listening()
    const rows = [
      { id: 'a', title: 'Rye', description: 'Dark' },
      { id: 'b', title: 'White' },
    ]
    const content = { type: 'list', action: { button: 'Bread', sections: [{ rows }] } }
    const message = arrived(kit, { ...free, content })
    await happens(kit, 'customer_replies_to_list', { message, row: 'a' })
    expect(last(receiver).messages[0]?.interactive).toEqual({ type: 'list_reply', list_reply: rows[0] })
    await happens(kit, 'customer_replies_to_list', { message, row: 1 })
    expect(last(receiver).messages[0]?.interactive).toEqual({ type: 'list_reply', list_reply: rows[1] })
    expect(await says(kit, 'customer_replies_to_list', { message, row: 2 })).toMatch(/^with\.row: there is no '2'/)
  })
})

describe('clicks', () => {
  const click = { tracking_token: expect.stringMatching(/^\w{40}$/), click_id: expect.stringMatching(/^[0-9A-F]{18}$/) }

  test('are told without a name, and so is the page behind the link', async () => {
    const { kit, receiver } = await listening()
    const { result } = await happens(kit, 'customer_clicks_link', { message: arrived(kit), product_id: 'sku' })
    expect(result).toMatchObject({ click_id: click.click_id, told: true })
    await happens(kit, 'customer_views_landing_page', { click_id: result.click_id })
    const [first, second] = told<{ user_actions: { marketing_messages_link_click_data: object }[] }>(receiver)
    expect(first).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '14165550190', phone_number_id: kit.names.phone },
      user_actions: [
        {
          action_type: 'marketing_messages_link_click',
          timestamp: String(kit.now / 1000),
          marketing_messages_link_click_data: { ...click, click_component: 'cta', product_id: 'sku' },
        },
      ],
    })
    expect(second?.user_actions).toMatchObject([{ action_type: 'landing_page_view' }])
    expect(first?.user_actions[0]?.marketing_messages_link_click_data).toMatchObject(
      need(second?.user_actions[0]?.marketing_messages_link_click_data),
    )
    expect(chat(kit).windowUntil).toBeUndefined()
  })

  test('on the text', async () => {
    const { kit, receiver } = await listening()
    await happens(kit, 'customer_clicks_link', { message: arrived(kit), component: 'body' })
    expect(told(receiver)).toMatchObject([
      { user_actions: [{ marketing_messages_link_click_data: { click_component: 'body' } }] },
    ])
  })

  test('are kept for conversions', async () => {
    const { kit } = await listening()
    const message = arrived(kit)
    const { result } = await happens(kit, 'customer_clicks_link', { message })
    expect(kit.world().traffic.clicks.get(result.click_id)).toMatchObject({ messageId: message, at: kit.now })
  })

  test.each([
    ['a message that is older than 7 days', { at: Date.parse('2026-02-23T08:59:59Z') }],
    ['a message of the Cloud API', { category: 'marketing' }],
  ] as const)('on %s are not told', async (_, more) => {
    const { kit, receiver } = await listening()
    const { result } = await happens(kit, 'customer_clicks_link', { message: arrived(kit, more) })
    expect(result).toMatchObject({ told: false })
    expect((await happens(kit, 'customer_views_landing_page', { click_id: result.click_id })).result).toEqual({
      told: false,
    })
    expect(receiver.posts).toEqual([])
  })

  test('cannot happen where there is no link, nor a view without a click', async () => {
    const { kit } = await listening((file) => {
      need(file.templates?.template).components = [{ type: 'BODY', text: 'No links' }]
    })
    expect(await says(kit, 'customer_clicks_link', { message: arrived(kit) })).toMatch(/no button with a link/)
    expect(await says(kit, 'customer_views_landing_page', { click_id: 'x' })).toMatch(/'x' is no click/)
  })
})

describe('marketing preferences', () => {
  const stops = { phone: 'phone', from: 'recipient' }

  test('are told and kept', async () => {
    const { kit, receiver } = await listening()
    await happens(kit, 'customer_stops_marketing', stops)
    expect(chat(kit).stoppedMarketing).toBe(true)
    await kit.advance('1h')
    await happens(kit, 'customer_resumes_marketing', stops)
    expect(chat(kit)).toEqual({})
    const values = told(receiver, 'user_preferences')
    const user_id = expect.stringMatching(USER_ID)
    expect(values[0]).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '14165550190', phone_number_id: kit.names.phone },
      contacts: [{ profile: { name: 'Robin' }, wa_id: ROBIN, user_id }],
      user_preferences: [
        {
          wa_id: ROBIN,
          user_id,
          detail: 'User requested to stop marketing messages',
          category: 'marketing_messages',
          value: 'stop',
          timestamp: kit.now / 1000,
        },
      ],
    })
    expect(values[1]).toMatchObject({ user_preferences: [{ value: 'resume', timestamp: kit.now / 1000 + 3600 }] })
    expect(receiver.posts[0]?.json.entry[0]).not.toHaveProperty('time')
  })

  test('do not change into what they are', async () => {
    const { kit } = await listening()
    expect(await says(kit, 'customer_resumes_marketing', stops)).toMatch(
      /gets marketing messages of this number already/,
    )
    await happens(kit, 'customer_stops_marketing', stops)
    expect(await says(kit, 'customer_stops_marketing', stops)).toMatch(/has stopped/)
  })
})

describe('blocks', () => {
  const pair = { phone: 'phone', customer: 'recipient' }

  test.each([
    ['business_blocks_customer', 'business_unblocks_customer', 'blocked', /has blocked 14165550100/],
    ['customer_blocks_business', 'customer_unblocks_business', 'blocksBusiness', /14165550100 blocks Juniper/],
  ] as const)('%s until %s', async (block, unblock, key, why) => {
    const { kit, receiver } = await listening()
    await happens(kit, block, pair)
    expect(chat(kit)[key]).toBe(true)
    expect(
      await says(kit, 'customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Hi' } }),
    ).toMatch(why)
    expect(await says(kit, block, pair)).toMatch(/already/)
    await happens(kit, unblock, pair)
    expect(chat(kit)).toEqual({})
    expect(await says(kit, unblock, pair)).toMatch(/already/)
    expect(receiver.posts).toEqual([])
  })
})

describe('customer_changes_number', () => {
  const moved = async (change?: Parameters<typeof listening>[0]) => {
    const { kit, receiver } = await listening(change)
    await writes(kit, { text: { body: 'Hi' } })
    const before = need(last(receiver).contacts[0]?.user_id ?? ROBIN)
    const { result } = await happens(kit, 'customer_changes_number', { from: 'recipient', to: '+1 416-555-0199' })
    expect(result).toEqual({ told: [kit.names.phone] })
    return { kit, receiver, before }
  }

  test('ruling number-change-message: the system message names both ids, and has no contacts', async () => {
    const { kit, receiver, before } = await moved()
    const value = last(receiver)
    expect(value).not.toHaveProperty('contacts')
    const system = need(value.messages[0]).system as unknown as { user_id: string }
    expect(system).toEqual({
      body: `User Robin changed from ${before} to ${system.user_id}`,
      wa_id: '14165550199',
      user_id: expect.stringMatching(USER_ID),
      type: 'user_changed_user_id',
    })
    expect(system.user_id).not.toBe(before)
    expect(value.messages[0]).toMatchObject({ from: ROBIN, from_user_id: before, type: 'system' })
    expect(chat(kit, '14165550199').windowUntil).toBe(kit.now + 86_400_000)
  })

  test("ruling number-change-message 'user_changed_number' names both numbers", async () => {
    const { receiver } = await moved(rule('number-change-message', 'user_changed_number'))
    expect(last(receiver).messages[0]?.system).toMatchObject({
      body: 'User Robin changed from 14165550100 to 14165550199',
      wa_id: '14165550199',
      type: 'user_changed_number',
    })
  })

  test('without business-scoped ids it can only name numbers', async () => {
    const { receiver } = await moved(rule('bsuid-in-webhooks', 'before'))
    expect(last(receiver).messages[0]?.system).toEqual({
      body: 'User Robin changed from 14165550100 to 14165550199',
      wa_id: '14165550199',
      type: 'user_changed_number',
    })
  })

  test('the name goes with the person, and the old number has no WhatsApp', async () => {
    const { kit, receiver } = await moved()
    await writes(kit, { text: { body: 'Me again' } })
    expect(last(receiver).contacts[0]).toMatchObject({ wa_id: '14165550199', profile: { name: 'Robin' } })
    expect(kit.world().traffic.recipient(ROBIN).habit).toBe('has_no_whatsapp')
    expect(await says(kit, 'customer_changes_number', { from: 'recipient', to: '14165550199' })).toMatch(
      /that they have/,
    )
  })
})

describe('meta_reports_error', () => {
  test('tells it outside of any message', async () => {
    const { kit, receiver } = await listening()
    await happens(kit, 'meta_reports_error', { phone: 'phone', error: 'throughput_reached' })
    expect(told(receiver)).toMatchObject([
      {
        errors: [
          {
            code: 130429,
            title: 'Rate limit hit',
            message: 'Rate limit hit',
            error_data: { details: 'Cloud API message throughput has been reached.' },
            href: '/documentation/business-messaging/whatsapp/support/error-codes',
          },
        ],
      },
    ])
  })

  test('also of files of customers, which no fault can ask for', async () => {
    const { kit, receiver } = await listening()
    await happens(kit, 'meta_reports_error', { phone: 'phone', error: 'media_download_failed' })
    expect(told(receiver)).toMatchObject([{ errors: [{ code: 131052, title: 'Media download error' }] }])
  })

  test.each(['nothing', 'token_missing', 'message_parameter_wrong'])(
    'is for errors of the Cloud API: %s',
    async (error) => {
      const { kit } = await listening()
      expect(await says(kit, 'meta_reports_error', { phone: 'phone', error })).toMatch(/^with\.error: /)
    },
  )
})
