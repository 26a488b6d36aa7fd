import { describe, expect, test } from 'vitest'
import { emulate, type Kit, need } from '../kit.ts'
import { hear, numberIn, readAccount, readNumber, refusal, valuesOf, withNumber } from '../numbers.ts'

const account = 'waba'
const ready = () => emulate('ready-to-send')
const accountIn = (kit: Kit) => kit.world().need('WhatsAppBusinessAccount', need(kit.names.waba))

describe('account_is_restricted', () => {
  test('for seven days it cannot write first, and hears of it', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['account_update'])
    await kit.happens('account_is_restricted', { account })
    const expiration = kit.now / 1000 + 7 * 86_400
    expect(valuesOf(receiver)).toEqual([
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }],
      },
    ])
    expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.waba)
    const fields = 'status,marketing_messages_onboarding_status'
    expect(await readAccount(kit, fields)).toMatchObject({
      status: 'RESTRICTED',
      marketing_messages_onboarding_status: 'INELIGIBLE_INACTIVE_OR_RESTRICTED',
    })
    await kit.advance('7d')
    expect(await readAccount(kit, fields)).toMatchObject({
      status: 'ACTIVE',
      marketing_messages_onboarding_status: 'ONBOARDED',
    })
    expect(receiver.posts).toHaveLength(1)
  })

  test('restrictions end one by one; those that leave messages alone leave the account ACTIVE', async () => {
    const kit = ready()
    await kit.happens('account_is_restricted', { account, types: ['RESTRICTED_ADD_PHONE_NUMBER_ACTION'], for: '3d' })
    expect(accountIn(kit).status).toBe('ACTIVE')
    await kit.happens('account_is_restricted', { account, for: '1d' })
    expect(accountIn(kit)).toMatchObject({ status: 'RESTRICTED', restrictions: { length: 2 } })
    await kit.advance('1d')
    expect(accountIn(kit)).toMatchObject({ status: 'ACTIVE', restrictions: { length: 1 } })
    await kit.advance('2d')
    expect(accountIn(kit).restrictions).toEqual([])
  })

  test('needs a duration that is one, and an account that is not disabled', async () => {
    const kit = ready()
    expect(await refusal(kit, 'account_is_restricted', { account, for: 'long' })).toMatch(/no duration/)
    await kit.happens('account_is_disabled', { account })
    expect(await refusal(kit, 'account_is_restricted', { account })).toMatch(/is disabled/)
  })
})

test('account_violates_policy is told', async () => {
  const kit = ready()
  const receiver = await hear(kit, ['account_update'])
  await kit.happens('account_violates_policy', { account, type: 'ADULT' })
  expect(valuesOf(receiver)).toEqual([{ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'ADULT' } }])
})

describe('account_is_disabled', () => {
  test('and given back, with the day in words', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['account_update'])
    await kit.happens('account_is_disabled', { account })
    expect(await refusal(kit, 'account_is_disabled', { account })).toMatch(/already/)
    expect(await readAccount(kit, 'status')).toMatchObject({ status: 'DISABLED' })
    await kit.happens('account_is_reinstated', { account })
    expect(await refusal(kit, 'account_is_reinstated', { account })).toMatch(/nothing keeps/)
    expect(await readAccount(kit, 'status')).toMatchObject({ status: 'ACTIVE' })
    const told = (waba_ban_state: string) => ({
      event: 'DISABLED_UPDATE',
      ban_info: { waba_ban_state, waba_ban_date: 'March 2, 2026' },
    })
    expect(valuesOf(receiver)).toEqual([told('DISABLE'), told('REINSTATE')])
  })

  test('as it was announced', async () => {
    const kit = ready()
    const receiver = await hear(kit, ['account_update'])
    await kit.happens('account_is_to_be_disabled', { account, in: '2d' })
    expect(accountIn(kit).status).toBe('ACTIVE')
    await kit.advance('2d')
    expect(accountIn(kit).status).toBe('DISABLED')
    expect(valuesOf(receiver)).toMatchObject([
      { ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'March 4, 2026' } },
      { ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'March 4, 2026' } },
    ])
  })

  test('not when it was given back before its day', async () => {
    const kit = ready()
    await kit.happens('account_is_to_be_disabled', { account })
    await kit.happens('account_is_reinstated', { account })
    await kit.advance('8d')
    expect(accountIn(kit).status).toBe('ACTIVE')
    expect(await refusal(kit, 'account_is_to_be_disabled', { account, in: 'soon' })).toMatch(/no duration/)
    await kit.happens('account_is_disabled', { account })
    expect(await refusal(kit, 'account_is_to_be_disabled', { account })).toMatch(/already/)
  })
})

describe('what limits an account', () => {
  test('the payment method is removed and added', async () => {
    const kit = ready()
    const status = () => readAccount(kit, 'marketing_messages_onboarding_status')
    await kit.happens('payment_method_is_removed', { account })
    expect(await refusal(kit, 'payment_method_is_removed', { account })).toMatch(/no payment method/)
    expect(await status()).toMatchObject({ marketing_messages_onboarding_status: 'PENDING_VALID_PAYMENT_METHOD' })
    await kit.happens('payment_method_is_added', { account })
    expect(await refusal(kit, 'payment_method_is_added', { account })).toMatch(/has a payment method/)
    expect(await status()).toMatchObject({ marketing_messages_onboarding_status: 'ONBOARDED' })
  })

  test('a country is closed to it, and opened', async () => {
    const kit = ready()
    for (const country of ['BR', 'IN', 'BR']) await kit.happens('account_may_not_message_country', { account, country })
    expect(accountIn(kit).restrictedCountries).toEqual(['IN', 'BR'])
    await kit.happens('account_may_not_message_country', { account, country: 'IN', lifted: true })
    expect(accountIn(kit).restrictedCountries).toEqual(['BR'])
  })

  test('templates under wrong categories limit its sends for a day, or as long as is said', async () => {
    const kit = ready()
    await kit.happens('templates_are_misclassified', { account })
    expect(accountIn(kit).classificationLimitUntil).toBe(kit.now + 86_400_000)
    await kit.happens('templates_are_misclassified', { account, for: '2h' })
    expect(accountIn(kit).classificationLimitUntil).toBe(kit.now + 7_200_000)
    expect(await refusal(kit, 'templates_are_misclassified', { account, for: 'x' })).toMatch(/no duration/)
  })
})

describe('health_status', () => {
  interface Entity {
    readonly entity_type: string
    readonly can_send_message: string
  }
  interface Health {
    readonly health_status: { readonly can_send_message: string; readonly entities: readonly Entity[] }
  }
  const states = ({ health_status: { can_send_message, entities } }: Health) => [
    can_send_message,
    ...entities.map((one) => `${one.entity_type} ${one.can_send_message}`),
  ]

  test('of a number names all that a send takes', async () => {
    const kit = ready()
    const { waba, client, app, phone } = kit.names
    const fine = { can_send_message: 'AVAILABLE' }
    expect((await readNumber(kit, 'health_status')).health_status).toEqual({
      ...fine,
      entities: [
        { entity_type: 'PHONE_NUMBER', id: phone, ...fine },
        { entity_type: 'WABA', id: waba, ...fine },
        { entity_type: 'BUSINESS', id: client, ...fine },
        { entity_type: 'APP', id: app, ...fine },
      ],
    })
    expect(states(await readAccount(kit, 'health_status'))).toEqual([
      'AVAILABLE',
      'WABA AVAILABLE',
      'BUSINESS AVAILABLE',
      'APP AVAILABLE',
    ])
  })

  test('a name that is not approved and a business that is not verified are limits, and say why', async () => {
    const kit = withNumber({ name_status: 'PENDING_REVIEW' }, (file) => {
      need(file.businesses.client).verification_status = 'not_verified'
    })
    const body = await readNumber(kit, 'health_status')
    expect(states(body)).toEqual([
      'LIMITED',
      'PHONE_NUMBER LIMITED',
      'WABA AVAILABLE',
      'BUSINESS LIMITED',
      'APP AVAILABLE',
    ])
    expect(body.health_status.entities).toMatchObject([
      { additional_info: [expect.stringMatching(/^Your display name has not been approved yet/)] },
      {},
      { errors: [{ error_code: 141010 }] },
      {},
    ])
  })

  test('a number that is not registered and an account that cannot pay are blocked', async () => {
    const kit = withNumber({ status: 'PENDING' })
    await kit.happens('payment_method_is_removed', { account })
    const { entities, can_send_message } = (await readNumber(kit, 'health_status')).health_status
    expect(can_send_message).toBe('BLOCKED')
    expect(entities).toMatchObject([{ errors: [{ error_code: 133010 }] }, { errors: [{ error_code: 141006 }] }, {}, {}])
  })

  test('so is a number that WhatsApp gave, until its name is approved', async () => {
    const kit = withNumber({ display_phone_number: '+1 555-078-0190', name_status: 'AVAILABLE_WITHOUT_REVIEW' })
    const blocked = (await readNumber(kit, 'health_status')).health_status
    expect(blocked.entities[0]).toMatchObject({ can_send_message: 'BLOCKED', errors: [{ error_code: 131037 }] })
    await kit.happens('display_name_is_reviewed', { phone: 'phone', decision: 'APPROVED' })
    expect((await readNumber(kit, 'health_status')).health_status.can_send_message).toBe('AVAILABLE')
  })

  test('so are a banned number and a restricted account', async () => {
    const kit = ready()
    await kit.happens('number_is_banned', { phone: 'phone' })
    await kit.happens('account_is_restricted', { account })
    expect(numberIn(kit).status).toBe('BANNED')
    const { entities } = (await readNumber(kit, 'health_status')).health_status
    expect(entities).toMatchObject([{ errors: [{ error_code: 131031 }] }, { errors: [{ error_code: 131031 }] }, {}, {}])
  })
})
