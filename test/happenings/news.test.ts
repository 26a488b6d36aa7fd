import { describe, expect, test } from 'vitest'
import { problemsWith } from '../../contracts/validate.ts'
import { app } from '../../emulator/world/rows-of-access.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { hear, numberIn, readAccount, readNumber, refusal, valuesOf, withNumber } from '../numbers.ts'
import { expectError } from '../operation.ts'

const account = 'waba'
const business = 'client'
const phone = 'phone'
const ready = () => emulate('ready-to-send')
const seconds = (kit: Kit, days = 0) => kit.now / 1000 + days * 86_400

const send = (kit: Kit) =>
  kit.graph('POST', '/{phone}/marketing_messages', {
    as: 'client_business',
    body: {
      messaging_product: 'whatsapp',
      to: '14165550100',
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    },
  })

describe('account_is_deleted', () => {
  test('is told to all parties, and nobody can read or use the account any more', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['account_update', 'message_template_quality_update'])
    await kit.happens('account_is_deleted', { account })
    expect(valuesOf(receiver)).toEqual([{ event: 'ACCOUNT_DELETED' }])
    expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.waba)
    for (const path of ['/{waba}', '/{phone}', '/{template}', '/{waba}/phone_numbers']) {
      for (const as of ['partner_system_user', 'client_business']) {
        expectError(await kit.graph('GET', path, { as }), 'object_missing_on_get')
      }
    }
    expectError(await send(kit), 'object_missing_on_post')
    const shared = await kit.graph('GET', '/{partner}/client_whatsapp_business_accounts', { as: 'partner_system_user' })
    expect(shared.body.data).toEqual([])
    expect(kit.world().list('AdAccount')[0]?.account_status).toBe(2)
    await kit.happens('template_quality_changes', { template: 'template', score: 'RED' })
    expect(receiver.posts).toHaveLength(1)
    expect(await refusal(kit, 'account_is_disabled', { account })).toMatch(/Juniper shop was deleted/)
  })

  test('not while one of its numbers sent paid messages within 30 days', async () => {
    const kit = ready()
    await send(kit)
    await kit.advance('1m')
    expect(await refusal(kit, 'account_is_deleted', { account })).toMatch(/paid message within the last 30 days/)
    await kit.advance('30d')
    expect((await kit.happens('account_is_deleted', { account })).status).toBe(200)
  })

  test('what was to happen to it later does no harm', async () => {
    const kit = ready()
    await kit.happens('account_is_restricted', { account, for: '1d' })
    await kit.happens('account_is_deleted', { account })
    expect((await kit.advance('2d')).status).toBe(200)
  })
})

test('business_pays_auth_international: 30 days on, told to each account, and read of it', async () => {
  const kit = ready()
  const receiver = await hear(kit, ['account_update'])
  const field = 'auth_international_rate_eligibility'
  expect(await readAccount(kit, field)).toEqual({ id: kit.names.waba })
  await kit.happens('business_pays_auth_international', { business, exceptions: [{ country: 'ID', in: '60d' }] })
  const told = {
    exception_countries: [{ country_code: 'ID', start_time: seconds(kit, 60) }],
    start_time: seconds(kit, 30),
  }
  expect(valuesOf(receiver)).toEqual([{ event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', [field]: told }])
  expect(await readAccount(kit, field)).toEqual({ [field]: told, id: kit.names.waba })
  expect(await refusal(kit, 'business_pays_auth_international', { business })).toMatch(/already/)
  const wrong = { business, exceptions: [{ country: 'ID', in: 'soon' }] }
  expect(await refusal(ready(), 'business_pays_auth_international', wrong)).toMatch(/no duration/)
})

test('primary_business_location_is_set: the country where it is registered, until Meta finds another', async () => {
  const kit = ready()
  const receiver = await hear(kit, ['account_update'])
  const field = 'primary_business_location'
  expect(await readAccount(kit, field)).toMatchObject({ [field]: 'CA' })
  await kit.happens('primary_business_location_is_set', { business, country: 'IN' })
  expect(valuesOf(receiver)).toEqual([{ event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', country: 'IN' }])
  expect(await readAccount(kit, field)).toMatchObject({ [field]: 'IN' })
  expect(await refusal(kit, 'primary_business_location_is_set', { business, country: 'IN' })).toMatch(/already/)
  expect(await refusal(kit, 'primary_business_location_is_set', { business, country: 'India' })).toMatch(/with.country/)
})

test('volume_tier_is_reached tells the tier and the month', async () => {
  const kit = ready()
  const receiver = await hear(kit, ['account_update'])
  await kit.happens('volume_tier_is_reached', { account, region: 'India', tier: '25000001:50000000' })
  expect(valuesOf(receiver)).toEqual([
    {
      event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
      volume_tier_info: {
        tier_update_time: seconds(kit),
        pricing_category: 'UTILITY',
        tier: '25000001:50000000',
        effective_month: '2026-03',
        region: 'India',
      },
    },
  ])
})

describe('partner_led_verification_is_decided', () => {
  const decide = (kit: Kit, params: object) =>
    kit.happens('partner_led_verification_is_decided', { business, partner: 'partner', ...params })

  test.each([
    ['APPROVED', undefined, 'verified'],
    ['FAILED', ['MALFORMED DOCUMENTS'], 'failed'],
    ['PENDING', undefined, 'pending'],
    ['REVOKED', undefined, 'revoked'],
    ['DISCARDED', undefined, 'not_verified'],
  ])('%s', async (status, reasons, verification) => {
    const kit = emulate('ready-to-send', (file) => {
      need(file.businesses.client).verification_status = 'not_verified'
    })
    const receiver = await hear(kit, ['account_update'])
    await decide(kit, { status, ...(reasons && { reasons }) })
    const info = { client_business_id: kit.names.client, status, rejection_reasons: reasons ?? ['NONE'] }
    expect(valuesOf(receiver)).toEqual([
      { event: 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', partner_client_certification_info: info },
    ])
    expect(await readAccount(kit, 'business_verification_status')).toMatchObject({
      business_verification_status: verification,
    })
  })

  test('reasons belong to a rejection, and the partner to the client', async () => {
    const kit = ready()
    expect((await decide(kit, { status: 'FAILED' })).body.error.message).toMatch(/reasons/)
    expect((await decide(kit, { status: 'APPROVED', reasons: ['NONE'] })).body.error.message).toMatch(/not rejected/)
    await kit.happens('client_unshares_account', { account, partner: 'partner' })
    expect((await decide(kit, { status: 'APPROVED' })).body.error.message).toMatch(/shares no account/)
  })
})

test('a restriction can say what helps', async () => {
  const kit = ready()
  const receiver = await hear(kit, ['account_update'])
  await kit.happens('account_is_restricted', { account, remediation: 'Review your messaging practices.' })
  expect(valuesOf(receiver)).toMatchObject([
    { restriction_info: [{ remediation: 'Review your messaging practices.', expiration: seconds(kit, 7) }] },
  ])
})

describe('account_is_reviewed', () => {
  test.each([
    ['REJECTED', 'REJECTED'],
    ['PENDING', 'PENDING'],
    ['DEFERRED', 'PENDING'],
  ])('%s: told, read as %s, and the account cannot be used', async (decision, status) => {
    const kit = ready()
    const receiver = await hear(kit, ['account_review_update'])
    await kit.happens('account_is_reviewed', { account, decision })
    expect(valuesOf(receiver)).toEqual([{ decision }])
    expect(await readAccount(kit, 'account_review_status')).toMatchObject({ account_review_status: status })
    expectError(await send(kit), 'account_locked')
    await kit.happens('account_is_reviewed', { account, decision: 'APPROVED' })
    expect((await send(kit)).status).toBe(200)
    expect(valuesOf(receiver)).toHaveLength(2)
  })
})

describe('account_alerts', () => {
  test.each([
    ['deferred', 'DEFERRED', 'WARNING', /^Limits cannot be increased for your business Juniper Bakery\./],
    ['failed', 'FAILED', 'CRITICAL', /^Based on your activity/],
    ['need_more_info', 'NEED_MORE_INFO', 'WARNING', /business Juniper Bakery\. Go to Security Center/],
  ])('messaging_limit_stays: %s', async (outcome, type, alert_severity, says) => {
    const kit = emulate('ready-to-send', (file) => {
      need(file.businesses.client).messagingLimit = 'TIER_250'
    })
    const receiver = await hear(kit, ['account_alerts'])
    await kit.happens('messaging_limit_stays', { business, outcome })
    expect(valuesOf(receiver)).toEqual([
      {
        entity_type: 'BUSINESS',
        entity_id: kit.names.client,
        alert_info: {
          alert_severity,
          alert_status: 'ACTIVE',
          alert_type: `INCREASED_CAPABILITIES_ELIGIBILITY_${type}`,
          alert_description: expect.stringMatching(says),
        },
      },
    ])
  })

  test('a portfolio without a limit has none to raise', async () => {
    expect(await refusal(ready(), 'messaging_limit_stays', { business })).toMatch(/no limit/)
  })

  test('an official account is refused, then approved', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['account_alerts'])
    await kit.happens('official_account_is_decided', { phone, approved: false })
    await kit.happens('official_account_is_decided', { phone, approved: true })
    const about = { entity_type: 'PHONE_NUMBER', entity_id: kit.names.phone }
    expect(valuesOf(receiver)).toMatchObject([
      { ...about, alert_info: { alert_type: 'OBA_REJECTED', alert_severity: 'CRITICAL' } },
      { ...about, alert_info: { alert_type: 'OBA_APPROVED', alert_severity: 'INFORMATIONAL', alert_status: 'NONE' } },
    ])
    expect(await readNumber(kit, 'is_official_business_account')).toMatchObject({ is_official_business_account: true })
    expect(await refusal(kit, 'official_account_is_decided', { phone, approved: true })).toMatch(/already/)
  })

  test('a picture that is lost is gone', async () => {
    const kit = ready()
    expect(await refusal(kit, 'profile_picture_is_lost', { phone })).toMatch(/no picture/)
    const world = kit.world()
    world.put({ ...numberIn(kit), profile: { about: 'Rye', profile_picture_url: 'https://pps.whatsapp.net/v/1' } })
    const receiver = await hear(kit, ['account_alerts'])
    await kit.happens('profile_picture_is_lost', { phone })
    expect(valuesOf(receiver)).toMatchObject([
      {
        entity_type: 'CURRENT_STATUS_ID',
        entity_id: kit.names.phone,
        alert_info: { alert_type: 'PROFILE_PICTURE_LOST' },
      },
    ])
    expect(numberIn(kit).profile).toEqual({ about: 'Rye' })
  })
})

describe('security', () => {
  const register = (kit: Kit, pin: string) =>
    kit.graph('POST', '/{phone}/register', { body: { messaging_product: 'whatsapp', pin } })

  test('a PIN that is set in WhatsApp Manager is told, one that is set by the API is not', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['security'])
    await kit.graph('POST', '/{phone}', { body: { pin: '111111' } })
    await kit.happens('pin_is_changed', { phone, pin: '222222' })
    expect(valuesOf(receiver)).toEqual([{ display_phone_number: '14165550190', event: 'PIN_CHANGED' }])
    expectError(await register(kit, '111111'), 'pin_mismatch')
    expect(await refusal(kit, 'pin_is_changed', { phone, pin: '22' })).toMatch(/with.pin/)
  })

  test('two-step verification is turned off by a letter', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['security'])
    expect(await refusal(kit, 'pin_reset_is_confirmed', { phone })).toMatch(/comes first/)
    await kit.happens('pin_reset_is_requested', { phone, user: 'admin' })
    expect(await readNumber(kit, 'is_pin_enabled')).toMatchObject({ is_pin_enabled: true })
    await kit.happens('pin_reset_is_confirmed', { phone })
    expect(valuesOf(receiver)).toMatchObject([
      { event: 'PIN_RESET_REQUEST', requester: kit.names.admin },
      { event: 'PIN_REQUEST_SUCCESS' },
    ])
    expect(await readNumber(kit, 'is_pin_enabled')).toMatchObject({ is_pin_enabled: false })
    expect(await refusal(kit, 'pin_reset_is_requested', { phone, user: 'admin' })).toMatch(/is off/)
    expect((await register(kit, '999999')).status).toBe(200)
  })
})

test('test_number_becomes_live: VERIFIED_ACCOUNT, and it may write to anybody', async () => {
  const kit = withNumber({ account_mode: 'SANDBOX', allowedRecipients: [] })
  const receiver = await hear(kit, ['account_update'])
  expectError(await send(kit), 'recipient_not_allowed')
  await kit.happens('test_number_becomes_live', { phone })
  expect(valuesOf(receiver)).toEqual([{ event: 'VERIFIED_ACCOUNT', phone_number: kit.names.phone }])
  expect((await send(kit)).status).toBe(200)
  expect(await refusal(kit, 'test_number_becomes_live', { phone })).toMatch(/no test number/)
})

test('the mode of an app stands in a world file', () => {
  const row = { name: 'Harbour Inbox', business: 'partner', access: {} }
  expect(problemsWith(app, { ...row, mode: 'development' })).toEqual([])
  expect(problemsWith(app, { ...row, mode: 'dev' })).not.toEqual([])
})
