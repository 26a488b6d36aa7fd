import { describe, expect, test } from 'vitest'
import { limitOf } from '../../emulator/model/messaging-limit.ts'
import { emulate, need } from '../kit.ts'
import { hear, numberIn, readAccount, readNumber, refusal, valuesOf, withNumber } from '../numbers.ts'

const phone = 'phone'

describe('number_quality_changes', () => {
  test('moves the rating; RED and its end are told', async () => {
    const kit = withNumber()
    const receiver = await hear(kit, ['phone_number_quality_update'])
    for (const rating of ['YELLOW', 'RED', 'GREEN']) await kit.happens('number_quality_changes', { phone, rating })
    expect(await readNumber(kit, 'quality_rating,status')).toMatchObject({
      quality_rating: 'GREEN',
      status: 'CONNECTED',
    })
    const shared = { display_phone_number: '14165550190', current_limit: 'TIER_UNLIMITED' }
    expect(valuesOf(receiver)).toEqual([
      { ...shared, event: 'FLAGGED' },
      { ...shared, event: 'UNFLAGGED' },
    ])
    expect(receiver.posts[0]?.json.entry[0]).toMatchObject({ id: kit.names.waba, time: kit.now / 1000 })
    expect(await refusal(kit, 'number_quality_changes', { phone, rating: 'GREEN' })).toMatch(/is GREEN/)
  })

  test('ruling quality-update-limit: current_limit, or the key that is to take its place', async () => {
    const kit = withNumber({}, (file) => {
      file.rulings = { ...file.rulings, 'quality-update-limit': 'max-daily' }
      need(file.businesses.client).messagingLimit = 'TIER_10K'
    })
    const receiver = await hear(kit, ['phone_number_quality_update'])
    await kit.happens('number_quality_changes', { phone, rating: 'RED' })
    expect(valuesOf(receiver)).toEqual([
      { display_phone_number: '14165550190', event: 'FLAGGED', max_daily_conversations_per_business: 'TIER_10K' },
    ])
  })
})

describe('number_throughput_is_upgraded', () => {
  test('takes a minute of maintenance, then the level is HIGH and the account hears of it', async () => {
    const kit = withNumber()
    const receiver = await hear(kit, ['phone_number_quality_update'])
    await kit.happens('number_throughput_is_upgraded', { phone })
    expect(numberIn(kit)).toMatchObject({ maintenanceUntil: kit.now + 60_000, throughput: { level: 'STANDARD' } })
    expect(await refusal(kit, 'number_throughput_is_upgraded', { phone })).toMatch(/already/)
    await kit.advance('1m')
    expect(numberIn(kit)).not.toHaveProperty('maintenanceUntil')
    expect(await readNumber(kit, 'throughput')).toMatchObject({ throughput: { level: 'HIGH' } })
    expect(valuesOf(receiver)).toEqual([
      { display_phone_number: '14165550190', event: 'THROUGHPUT_UPGRADE', current_limit: 'TIER_UNLIMITED' },
    ])
  })

  test('is not for numbers that are in the WhatsApp Business app, nor for those that cannot send', async () => {
    const happens = 'number_throughput_is_upgraded'
    expect(await refusal(withNumber({ is_on_biz_app: true }), happens, { phone })).toMatch(/20 messages a second/)
    expect(await refusal(withNumber({ status: 'PENDING' }), happens, { phone })).toMatch(/is PENDING/)
  })
})

describe('display_name_is_reviewed', () => {
  const FIELDS = 'verified_name,name_status,new_display_name,new_name_status'

  test('approves the name that a number has', async () => {
    const kit = withNumber({ name_status: 'PENDING_REVIEW' })
    const receiver = await hear(kit, ['phone_number_name_update'])
    await kit.happens('display_name_is_reviewed', { phone, decision: 'DEFERRED' })
    await kit.happens('display_name_is_reviewed', { phone, decision: 'APPROVED' })
    expect(await readNumber(kit, FIELDS)).toEqual({
      verified_name: 'Juniper Bakery',
      name_status: 'APPROVED',
      id: kit.names.phone,
    })
    const shared = {
      display_phone_number: '14165550190',
      requested_verified_name: 'Juniper Bakery',
      rejection_reason: null,
    }
    expect(valuesOf(receiver)).toEqual([
      { ...shared, decision: 'DEFERRED' },
      { ...shared, decision: 'APPROVED' },
    ])
  })

  test('rejects a new one with a reason, and the old one stays; approved it takes its place', async () => {
    const kit = withNumber()
    const receiver = await hear(kit, ['phone_number_name_update'])
    await kit.graph('POST', '/{phone}', { body: { new_display_name: 'Juniper Breads' } })
    await kit.happens('display_name_is_reviewed', {
      phone,
      decision: 'REJECTED',
      rejection_reason: 'NAME_FORMAT_UNACCEPTABLE',
    })
    expect(await readNumber(kit, FIELDS)).toMatchObject({ name_status: 'APPROVED', new_name_status: 'DECLINED' })
    await kit.happens('display_name_is_reviewed', { phone, decision: 'REJECTED' })
    await kit.happens('display_name_is_reviewed', { phone, decision: 'APPROVED' })
    expect(await readNumber(kit, FIELDS)).toEqual({
      verified_name: 'Juniper Breads',
      name_status: 'APPROVED',
      id: kit.names.phone,
    })
    expect(valuesOf(receiver)).toMatchObject([
      { decision: 'REJECTED', requested_verified_name: 'Juniper Breads', rejection_reason: 'NAME_FORMAT_UNACCEPTABLE' },
      { decision: 'REJECTED', rejection_reason: 'UNKNOWN' },
      { decision: 'APPROVED', rejection_reason: null },
    ])
  })

  test('only a rejection has a reason', async () => {
    const params = { phone, decision: 'APPROVED', rejection_reason: 'UNKNOWN' }
    expect(await refusal(withNumber(), 'display_name_is_reviewed', params)).toMatch(/no rejection_reason/)
  })
})

describe('what Meta does with a number', () => {
  test('number_is_flagged_as_spam holds it back for a day', async () => {
    const kit = withNumber()
    await kit.happens('number_is_flagged_as_spam', { phone })
    expect(numberIn(kit).spamUntil).toBe(kit.now + 86_400_000)
  })

  test('a number is restricted, banned and given back', async () => {
    const kit = withNumber()
    for (const [name, status] of [
      ['number_is_restricted', 'RESTRICTED'],
      ['number_is_banned', 'BANNED'],
      ['number_is_reinstated', 'CONNECTED'],
    ] as const) {
      await kit.happens(name, { phone })
      expect(await readNumber(kit, 'status')).toMatchObject({ status })
    }
    expect(await refusal(kit, 'number_is_reinstated', { phone })).toMatch(/is CONNECTED/)
  })

  test('number_is_deleted takes it off the list; it can be read by its id', async () => {
    const kit = withNumber()
    await kit.happens('number_is_deleted', { phone })
    expect((await kit.graph('GET', '/{waba}/phone_numbers')).body.data).toEqual([])
    expect(await readNumber(kit, 'status')).toMatchObject({ status: 'DELETED' })
    expect(await refusal(kit, 'number_is_deleted', { phone })).toMatch(/already/)
  })

  test('a number that sent a paid message within 30 days cannot be deleted', async () => {
    const kit = withNumber()
    const template = { name: 'spring_sale', language: { code: 'en_US' } }
    const body = {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+14165550100',
      type: 'template',
      template,
    }
    expect((await kit.graph('POST', '/{phone}/marketing_messages', { body })).status).toBe(200)
    expect(await refusal(kit, 'number_is_deleted', { phone })).toMatch(/within the last 30 days/)
    await kit.advance('30d')
    expect((await kit.happens('number_is_deleted', { phone })).status).toBe(200)
  })
})

describe('messaging_limit_changes', () => {
  const limited = (messagingLimit: 'UNTIERED' | 'TIER_250' | 'TIER_10K', rulings = {}) =>
    withNumber({}, (file) => {
      need(file.businesses.client).messagingLimit = messagingLimit
      file.rulings = { ...file.rulings, ...rulings }
    })

  test('moves up by a step, and the number, the account and the business say so', async () => {
    const kit = limited('TIER_250')
    const receiver = await hear(kit, ['business_capability_update'])
    const LIMIT = 'whatsapp_business_manager_messaging_limit'
    expect(await readNumber(kit, `${LIMIT},messaging_limit_tier`)).toMatchObject({
      [LIMIT]: 'TIER_250',
      messaging_limit_tier: 'TIER_250',
    })
    await kit.happens('messaging_limit_changes', { business: 'client' })
    expect(await readNumber(kit, `${LIMIT},messaging_limit_tier`)).toMatchObject({
      [LIMIT]: 'TIER_2K',
      messaging_limit_tier: 'TIER_1K',
    })
    expect(await readAccount(kit, LIMIT)).toMatchObject({ [LIMIT]: 'TIER_2K' })
    const business = await kit.graph('GET', '/{client}', { query: { fields: LIMIT } })
    expect(business.body).toMatchObject({ [LIMIT]: 'TIER_2K' })
    await kit.happens('messaging_limit_changes', { business: 'client', limit: 'TIER_250' })
    await kit.happens('messaging_limit_changes', { business: 'client', limit: 'TIER_UNLIMITED' })
    expect(valuesOf(receiver)).toEqual([
      { max_daily_conversations_per_business: 2000, max_phone_numbers_per_waba: 25 },
      { max_daily_conversations_per_business: 250, max_phone_numbers_per_business: 2 },
      { max_daily_conversations_per_business: -1, max_phone_numbers_per_waba: 25 },
    ])
  })

  test('an app of v23.0 hears of it under the old key until February 2026', async () => {
    const kit = withNumber({}, (file) => {
      file.clock = '2026-01-20'
      need(file.businesses.client).messagingLimit = 'TIER_250'
    })
    const receiver = await hear(kit, ['business_capability_update'], 'v23.0')
    await kit.happens('messaging_limit_changes', { business: 'client' })
    await kit.advance('30d')
    await kit.happens('messaging_limit_changes', { business: 'client' })
    expect(valuesOf(receiver)).toEqual([
      { max_daily_conversation_per_phone: 2000, max_phone_numbers_per_waba: 25 },
      { max_daily_conversations_per_business: 10_000, max_phone_numbers_per_waba: 25 },
    ])
  })

  test('the day of Graph counts, where it is another than that of the world', async () => {
    const options = { graphDate: '2026-05-01' }
    const kit = emulate(
      'ready-to-send',
      (file) => {
        file.clock = '2026-01-20'
        need(file.businesses.client).messagingLimit = 'TIER_250'
      },
      options,
    )
    const receiver = await hear(kit, ['business_capability_update'], 'v23.0')
    await kit.happens('messaging_limit_changes', { business: 'client' })
    expect(valuesOf(receiver)).toEqual([{ max_daily_conversations_per_business: 2000, max_phone_numbers_per_waba: 25 }])
  })

  test("ruling capability-limit-type: a number, or the 'tier'", async () => {
    const kit = limited('TIER_10K', { 'capability-limit-type': 'tier' })
    const receiver = await hear(kit, ['business_capability_update'])
    await kit.happens('messaging_limit_changes', { business: 'client' })
    expect(valuesOf(receiver)).toMatchObject([{ max_daily_conversations_per_business: 'TIER_100K' }])
  })

  test('does not move up while a number has the quality RED, nor past the top, nor to where it is', async () => {
    const kit = limited('UNTIERED')
    await kit.happens('number_quality_changes', { phone, rating: 'RED' })
    const happens = 'messaging_limit_changes'
    expect(await refusal(kit, happens, { business: 'client' })).toMatch(/quality RED/)
    expect(await refusal(kit, happens, { business: 'client', limit: 'UNTIERED' })).toMatch(/is UNTIERED/)
    await kit.happens(happens, { business: 'client', limit: 'TIER_UNLIMITED' })
    expect(await refusal(kit, happens, { business: 'client' })).toMatch(/no limit/)
  })

  test('each tier has its number', () => {
    const tiers = ['UNTIERED', 'TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'] as const
    expect(tiers.map(limitOf)).toEqual([250, 250, 2000, 10_000, 100_000, Number.POSITIVE_INFINITY])
  })
})

describe('certificate', () => {
  test('is there for a name that may be used', async () => {
    expect((await readNumber(withNumber(), 'certificate')).certificate).toMatch(/^\w{60}$/)
    expect(await readNumber(withNumber({ name_status: 'PENDING_REVIEW' }), 'certificate')).not.toHaveProperty(
      'certificate',
    )
  })
})
