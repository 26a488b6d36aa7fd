import { expect, test } from 'vitest'
import { conversionsOf, tap, tapped } from '../conversions.ts'
import type { Kit } from '../kit.ts'
import { birthday, message, readyToSend } from '../sends.ts'

const converts = async (kit: Kit, params: object) => (await kit.happens('customer_converts', params)).body
const says = async (kit: Kit, params: object) => (await converts(kit, params)).error.message

test('a customer converts after a tap, and the template is answered', async () => {
  const { kit, click_id } = await tapped()
  const { result } = await converts(kit, { click_id, event_name: 'Purchase', value: 20 })
  expect(result).toEqual({ counter: 'website_purchase', template: kit.names.template, click_id })
  expect(conversionsOf(kit)).toEqual({ '2026-03-02': { website_purchase: 1, website_purchase_values: 20 } })
})

test('a customer is named by name too, in an app, in another currency', async () => {
  const { kit, click_id } = await tapped()
  const { result } = await converts(kit, {
    customer: 'recipient',
    account: 'waba',
    event_name: 'fb_mobile_purchase',
    value: 82.85,
    currency: 'EUR',
    source: 'app',
  })
  expect(result).toMatchObject({ counter: 'app_purchase', click_id })
  expect(conversionsOf(kit)).toEqual({ '2026-03-02': { app_purchase: 1, app_purchase_values: 100 } })
})

test('the last tap has it, whichever is named', async () => {
  const { kit, click_id } = await tapped()
  const last = await tap(kit, message({}, birthday))
  const { result } = await converts(kit, { click_id, event_name: 'Lead' })
  expect(result).toEqual({
    counter: 'website_lead',
    template: kit.names.template_with_variables,
    click_id: last.click_id,
  })
})

test('whoever tapped nothing converts for nothing', async () => {
  const kit = readyToSend()
  const { result } = await converts(kit, { customer: 'recipient', account: 'waba', event_name: 'Lead' })
  expect(result).toEqual({ why: 'neither fbc nor ph in user_data is of somebody who tapped a link' })
})

test('what cannot be is refused with the reason', async () => {
  const { kit, click_id } = await tapped()
  expect(await says(kit, { event_name: 'Lead' })).toBe('with: click_id, or customer and account, is needed')
  expect(await says(kit, { event_name: 'Lead', click_id: 'x' })).toContain("'x' is no click")
  expect(await says(kit, { event_name: 'Lead', customer: 'recipient', account: 'phone' })).toContain(
    "'phone' is no account",
  )
  expect(await says(kit, { event_name: 'Lead', customer: 'nobody', account: 'waba' })).toContain("'nobody' is neither")
  expect(await says(kit, { event_name: 'Lead', click_id, value: 3, currency: 'BREAD' })).toContain(
    "the currency 'BREAD'",
  )
})
