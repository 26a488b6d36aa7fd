import { expect, test } from 'vitest'
import { need } from '../kit.ts'
import { hear, readAccount, readNumber, refusal, valuesOf, withNumber } from '../numbers.ts'

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
