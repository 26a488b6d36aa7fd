import { describe, expect, test } from 'vitest'
import { emulate, type Kit, need, receive, subscribe, told } from '../kit.ts'
import { hear, numberIn, readAccount, readNumber, refusal, valuesOf, withNumber } from '../numbers.ts'
import { expectError } from '../operation.ts'

const phone = 'phone'
const inApp = (rulings = {}) =>
  withNumber({ is_on_biz_app: true }, (file) => {
    file.rulings = { ...file.rulings, ...rulings }
  })

test('coexistence_ends takes the number off, and its account off the Marketing Messages API', async () => {
  const kit = inApp()
  const receiver = await hear(kit, ['account_update'])
  await kit.happens('coexistence_ends', { phone, reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' })
  expect(await readNumber(kit, 'status,is_on_biz_app')).toMatchObject({ status: 'DISCONNECTED', is_on_biz_app: true })
  const field = 'marketing_messages_onboarding_status'
  expect(await readAccount(kit, field)).toMatchObject({ [field]: 'ELIGIBLE' })
  expect(kit.world().list('AdAccount')[0]?.account_status).toBe(2)
  expect(valuesOf(receiver)).toEqual([
    {
      event: 'PARTNER_REMOVED',
      waba_info: { waba_id: kit.names.waba, owner_business_id: kit.names.client },
      disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' },
    },
  ])
  expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.partner)
  expect(await refusal(kit, 'coexistence_ends', { phone })).toMatch(/is DISCONNECTED/)
  expect(await refusal(kit, 'coexistence_phone_reconnects', { phone })).toMatch(/onboarded anew/)
})

test("ruling coexistence-removal: the account with a reason, or the number alone as the 'coexistence-page' has it", async () => {
  const kit = inApp({ 'coexistence-removal': 'coexistence-page' })
  const receiver = await hear(kit, ['account_update'])
  await kit.happens('coexistence_ends', { phone })
  expect(valuesOf(receiver)).toEqual([{ event: 'PARTNER_REMOVED', phone_number: '14165550190' }])
  expect(receiver.posts[0]?.json.entry[0]?.id).toBe(need(kit.names.waba))
})

test('a changed phone takes the number off until it reconnects; the account stays onboarded', async () => {
  const kit = inApp()
  const receiver = await hear(kit, ['account_update'])
  await kit.happens('coexistence_phone_changes', { phone })
  expect(await readNumber(kit, 'status')).toMatchObject({ status: 'DISCONNECTED' })
  await kit.happens('coexistence_phone_reconnects', { phone })
  expect(await readNumber(kit, 'status')).toMatchObject({ status: 'CONNECTED' })
  expect(await readAccount(kit, 'marketing_messages_onboarding_status')).toMatchObject({
    marketing_messages_onboarding_status: 'ONBOARDED',
  })
  expect(valuesOf(receiver)).toEqual([{ event: 'ACCOUNT_OFFBOARDED' }, { event: 'ACCOUNT_RECONNECTED' }])
})

test('all of it is for numbers that are in the WhatsApp Business app', async () => {
  const kit = withNumber()
  for (const name of ['coexistence_ends', 'coexistence_phone_changes', 'coexistence_phone_reconnects']) {
    expect(await refusal(kit, name, { phone })).toMatch(/WhatsApp Business app/)
  }
})

const send = (kit: Kit, path = '/{phone}/marketing_messages') =>
  kit.graph('POST', path, {
    body: {
      messaging_product: 'whatsapp',
      to: '14165550100',
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    },
  })

describe('client_onboards_with_business_app', () => {
  const onboard = (kit: Kit, more: object = {}) =>
    kit.happens('client_onboards_with_business_app', {
      account: 'fresh',
      partner: 'partner',
      phone_number: '+1 416-555-0191',
      ...more,
    })

  /** A client with an account that nobody has a share of, without a number. */
  const fresh = () =>
    emulate('ready-to-send', (file) => {
      Object.assign(need(file.accounts), { fresh: { name: 'Juniper stall', owner: 'client' } })
    })

  test('the number is on both sides, nobody registers it, and the partner hears of the account', async () => {
    const kit = fresh()
    const receiver = await receive()
    await subscribe(kit, receiver)
    const { phone } = (await onboard(kit, { name: 'Juniper stall' })).body.result
    const fields = 'is_on_biz_app,platform_type,status,verified_name,throughput,is_pin_enabled'
    expect((await kit.graph('GET', `/${phone}`, { query: { fields } })).body).toEqual({
      is_on_biz_app: true,
      platform_type: 'CLOUD_API',
      status: 'CONNECTED',
      verified_name: 'Juniper stall',
      throughput: { level: 'STANDARD' },
      is_pin_enabled: false,
      id: phone,
    })
    expect(told(receiver, 'account_update')).toEqual([
      { event: 'PARTNER_ADDED', waba_info: { waba_id: kit.names.fresh, owner_business_id: kit.names.client } },
    ])
    expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.partner)
    const body = { messaging_product: 'whatsapp', pin: '123456' }
    expectError(await kit.graph('POST', `/${phone}/register`, { body }), 'register_coexistence')
    expectError(await kit.graph('POST', `/${phone}/deregister`), 'deregister_coexistence')
  })

  test('refuses what cannot be brought', async () => {
    const kit = fresh()
    const why = async (more: object) => (await onboard(kit, more)).body.error.message
    expect(await why({ phone_number: 'rye' })).toMatch(/no number/)
    expect(await why({ phone_number: '+234 802 123 4567' })).toMatch(/Nigeria and South Africa/)
    expect(await why({ phone_number: '+27 82 123 4567' })).toMatch(/Nigeria and South Africa/)
    expect(await why({ history: [{ with: '14165550100', ago: 'long', text: { body: 'x' } }] })).toMatch(
      /with.history\[0\]: 'long' is no duration/,
    )
    expect(await why({ history: [{ with: '14165550100', ago: '1d' }] })).toMatch(/0 contents; one of text, image/)
    await onboard(kit)
    expect(await why({})).toMatch(/on the Cloud API already/)
  })

  test('it sends 20 messages a second, of all types together', async () => {
    const kit = inApp()
    for (let count = 0; count < 20; count += 1) expect((await send(kit)).body.error?.code).not.toBe(130429)
    expect((await send(kit)).body.error.code).toBe(130429)
  })
})

describe('the ways to leave', () => {
  test.each([
    ['ACCOUNT_DISCONNECTED', ['USER', 'SYSTEM']],
    ['BUSINESS_DOWNGRADE', ['USER']],
    ['CHANGE_NUMBER', ['USER']],
    ['COMPANION_INACTIVITY', ['SYSTEM']],
    ['PRIMARY_INACTIVITY', ['SYSTEM']],
    ['USER_RE_REGISTERED', ['USER']],
  ])('%s comes of %s', async (reason, initiators) => {
    for (const initiated_by of ['USER', 'SYSTEM']) {
      const kit = inApp()
      const receiver = await hear(kit, ['account_update'])
      if (!initiators.includes(initiated_by)) {
        expect(await refusal(kit, 'coexistence_ends', { phone, reason, initiated_by })).toMatch(/comes of/)
        continue
      }
      const isFirst = initiated_by === initiators[0]
      await kit.happens('coexistence_ends', { phone, reason, ...(!isFirst && { initiated_by }) })
      expect(valuesOf(receiver)).toMatchObject([{ disconnection_info: { reason, initiated_by } }])
      expectError(await send(kit), 'number_not_registered')
      const isLeaving = reason === 'BUSINESS_DOWNGRADE' || reason === 'CHANGE_NUMBER'
      expect(await readNumber(kit, 'is_on_biz_app')).toMatchObject({ is_on_biz_app: !isLeaving })
    }
  })

  test.each([
    ['primary', 14, 'PRIMARY_INACTIVITY'],
    ['companion', 30, 'COMPANION_INACTIVITY'],
  ])('a %s that is left alone ends it by itself after %i days', async (device, days, reason) => {
    const kit = inApp()
    const receiver = await hear(kit, ['account_update'])
    await kit.happens('business_app_is_left_alone', { phone, device })
    await kit.advance(`${days - 1}d`)
    expect(receiver.posts).toEqual([])
    await kit.advance('1d')
    expect(valuesOf(receiver)).toMatchObject([{ disconnection_info: { reason, initiated_by: 'SYSTEM' } }])
    expect(numberIn(kit).status).toBe('DISCONNECTED')
  })

  test('not when the app is used again', async () => {
    const kit = inApp()
    await kit.happens('business_app_is_left_alone', { phone })
    await kit.happens('business_sends_message_in_app', { phone, to: '14165550100', text: { body: 'Rye!' } })
    await kit.advance('40d')
    expect(numberIn(kit).status).toBe('CONNECTED')
    expect(await refusal(withNumber(), 'business_app_is_left_alone', { phone })).toMatch(/not in the WhatsApp/)
  })
})

describe('a changed phone', () => {
  test('comes back by itself where that is asked for', async () => {
    const kit = inApp()
    const receiver = await hear(kit, ['account_update'])
    expect(await refusal(kit, 'coexistence_phone_changes', { phone, reconnects_in: 'soon' })).toMatch(/no duration/)
    await kit.happens('coexistence_phone_changes', { phone, reconnects_in: '3m' })
    expectError(await send(kit), 'number_not_registered')
    expect(await refusal(kit, 'customer_sends_message', { phone, from: '14165550100', text: { body: 'x' } })).toMatch(
      /off the Cloud API/,
    )
    expect((await kit.graph('GET', '/{waba}/subscribed_apps')).body.data).toHaveLength(1)
    await kit.advance('3m')
    expect((await send(kit)).status).toBe(200)
    expect(valuesOf(receiver)).toEqual([{ event: 'ACCOUNT_OFFBOARDED' }, { event: 'ACCOUNT_RECONNECTED' }])
  })

  test('does not when its owner opts out, and leaves the Marketing Messages API then', async () => {
    const kit = inApp()
    await kit.happens('coexistence_phone_changes', { phone, reconnects_in: '3m' })
    await kit.happens('coexistence_ends', { phone, reason: 'USER_RE_REGISTERED' })
    await kit.advance('1h')
    expect(numberIn(kit).status).toBe('DISCONNECTED')
    expect(kit.world().list('AdAccount')[0]?.account_status).toBe(2)
    expect(await refusal(kit, 'coexistence_ends', { phone })).toMatch(/is DISCONNECTED/)
  })

  test('does not when another partner onboards the account meanwhile', async () => {
    const kit = emulate('ready-to-send', (file) => {
      need(file.phoneNumbers?.phone).is_on_biz_app = true
      file.businesses.rival = { name: 'Rival', partner: 'tech-provider' }
    })
    await kit.happens('coexistence_phone_changes', { phone, reconnects_in: '10m' })
    const given = { account: 'waba', partner: 'rival', phone_number: '+1 416-555-0191' }
    expect((await kit.happens('client_onboards_with_business_app', given)).status).toBe(200)
    expect(await refusal(kit, 'coexistence_phone_reconnects', { phone })).toMatch(/somebody onboarded the account/)
    await kit.advance('1h')
    expect(numberIn(kit).status).toBe('DISCONNECTED')
  })
})

describe('the app goes on', () => {
  test('what the business writes there is echoed, whatever it is', async () => {
    const kit = inApp()
    const receiver = await hear(kit, ['smb_message_echoes'])
    const to = '14165550100'
    const { message } = (await kit.happens('business_sends_message_in_app', { phone, to, text: { body: 'Rye!' } })).body
      .result
    await kit.happens('business_sends_message_in_app', { phone, to, image: { caption: 'Our oven' } })
    const head = { from: '14165550190', to, timestamp: String(kit.now / 1000) }
    expect(valuesOf(receiver)).toMatchObject([
      { message_echoes: [{ ...head, id: message, type: 'text', text: { body: 'Rye!' } }] },
      { message_echoes: [{ ...head, type: 'image', image: { caption: 'Our oven' } }] },
    ])
    expect(receiver.posts[0]?.json.entry[0]).not.toHaveProperty('time')
    expect(await refusal(kit, 'business_sends_message_in_app', { phone, to, text: { body: 'x' }, image: {} })).toMatch(
      /a message of type text has none/,
    )
    expect(await refusal(withNumber(), 'business_sends_message_in_app', { phone, to, text: { body: 'x' } })).toMatch(
      /not both/,
    )
  })

  test('its contacts are added, edited and removed', async () => {
    const kit = inApp()
    const receiver = await hear(kit, ['smb_app_state_sync'])
    const contact = '14165550100'
    await kit.happens('business_edits_contact', { phone, contact, full_name: 'Ada', first_name: 'Ada' })
    await kit.happens('business_edits_contact', { phone, contact, full_name: 'Ada Juniper' })
    await kit.happens('business_edits_contact', { phone, contact, removed: true })
    expect(valuesOf(receiver)).toMatchObject([
      { state_sync: [{ action: 'add', contact: { phone_number: contact, full_name: 'Ada', first_name: 'Ada' } }] },
      { state_sync: [{ action: 'add', contact: { phone_number: contact, full_name: 'Ada Juniper' } }] },
      { state_sync: [{ action: 'remove', contact: { phone_number: contact } }] },
    ])
    expect(numberIn(kit).businessApp?.contacts).toEqual([])
    expect(await refusal(kit, 'business_edits_contact', { phone, contact, removed: true })).toMatch(/no contact/)
    expect(await refusal(kit, 'business_edits_contact', { phone, contact })).toMatch(/full_name/)
  })
})
