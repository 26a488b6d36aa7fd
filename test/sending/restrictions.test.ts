import { describe, expect, test } from 'vitest'
import type { RestrictionType } from '../../contracts/nodes/whats-app-business-account.ts'
import { lockOf, refusalOf } from '../../emulator/model/restrictions.ts'
import { type Kit, need } from '../kit.ts'
import { expectError } from '../operation.ts'
import { hear, market, message, readyToSend, row, send, valueIn } from '../sends.ts'

const BEGIN = 'RESTRICTED_BIZ_INITIATED_MESSAGING'
const ANSWER = 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'
const UTILITY = 'RESTRICTED_UTILITY_TEMPLATES'

const text = { messaging_product: 'whatsapp', to: '+14165550100', type: 'text', text: { body: 'Yes, we have rye' } }
const restrict = (kit: Kit, ...types: RestrictionType[]) =>
  kit.happens('account_is_restricted', { account: 'waba', types, for: '3d' })

/** A customer wrote, and the account is restricted. */
async function restricted(...types: RestrictionType[]): Promise<{ kit: Kit; message_id: string }> {
  const kit = readyToSend()
  const params = { phone: 'phone', from: 'recipient', text: { body: 'Do you have rye?' } }
  const message_id = (await kit.happens('customer_sends_message', params)).body.result.message
  await restrict(kit, ...types)
  return { kit, message_id }
}

describe('an account that may not begin conversations', () => {
  test('sends no template, not even within a window', async () => {
    const { kit } = await restricted(BEGIN)
    expectError(await market(kit), 'account_locked')
    expectError(await send(kit), 'account_locked')
    expectError(await market(kit, message({ to: '+14165550177' })), 'account_locked')
  })

  test('answers within a window, and marks as read', async () => {
    const { kit, message_id } = await restricted(BEGIN)
    expect((await send(kit, text)).status).toBe(200)
    const read = { messaging_product: 'whatsapp', status: 'read', message_id }
    expect((await send(kit, read)).body).toEqual({ success: true })
    expectError(await send(kit, { ...text, to: '+14165550177' }), 'account_locked')
    await kit.advance('25h')
    expectError(await send(kit, text), 'account_locked')
  })

  test('until its time is over', async () => {
    const { kit } = await restricted(BEGIN)
    await kit.advance('3d')
    expect((await market(kit)).status).toBe(200)
  })
})

test('an account that may not answer sends templates, and nothing else within a window', async () => {
  const { kit, message_id } = await restricted(ANSWER)
  expectError(await send(kit, text), 'account_locked')
  expect((await send(kit)).status).toBe(200)
  expect((await market(kit, message({ to: '+14165550177' }))).status).toBe(200)
  expect((await send(kit, { messaging_product: 'whatsapp', status: 'read', message_id })).status).toBe(200)
})

test('with both nothing is sent', async () => {
  const { kit } = await restricted(BEGIN, ANSWER)
  expectError(await send(kit, text), 'account_locked')
  expectError(await send(kit), 'account_locked')
})

test('other restrictions end no send', async () => {
  const { kit } = await restricted('RESTRICTED_ADD_PHONE_NUMBER_ACTION', 'RESTRICTED_USER_INITIATED_CALLING')
  expect((await send(kit, text)).status).toBe(200)
  expect((await market(kit)).status).toBe(200)
})

test('an account that is RESTRICTED without a word on what it may not do does nothing', async () => {
  const kit = readyToSend(row('accounts', 'waba', { status: 'RESTRICTED' }))
  const params = { phone: 'phone', from: 'recipient', text: { body: 'Hi' } }
  const message_id = (await kit.happens('customer_sends_message', params)).body.result.message
  expectError(await send(kit, text), 'account_locked')
  expectError(await send(kit, { messaging_product: 'whatsapp', status: 'read', message_id }), 'account_locked')
})

test('an account that may not make utility templates has none any more, and makes no new ones', async () => {
  const kit = readyToSend(row('templates', 'template', { category: 'UTILITY' }))
  const receiver = await hear(kit, ['template_category_update'])
  await restrict(kit, UTILITY)
  expect(receiver.posts.map(valueIn)).toMatchObject([
    { message_template_name: 'spring_sale', previous_category: 'UTILITY', new_category: 'MARKETING' },
  ])
  expect(kit.world().get('WhatsAppBusinessHSM', kit.names.template)?.category).toBe('MARKETING')
  const create = (category: string) => {
    const components = [{ type: 'BODY', text: 'Your bread is ready' }]
    const body = { name: `bread_${category.toLowerCase()}`, language: 'en_US', category, components }
    return kit.graph('POST', '/{waba}/message_templates', { body })
  }
  expectError(await create('UTILITY'), 'account_blocked_for_policy')
  expect((await create('MARKETING')).status).toBe(200)
  await kit.advance('3d')
  expect((await create('UTILITY')).body.category).toBe('UTILITY')
  expect(kit.world().get('WhatsAppBusinessHSM', kit.names.template)?.category).toBe('MARKETING')
})

test('misclassified templates limit templates, not answers', async () => {
  const { kit } = await restricted('RESTRICTED_ADD_PHONE_NUMBER_ACTION')
  await kit.happens('templates_are_misclassified', { account: 'waba' })
  expectError(await send(kit), 'classification_limit_reached')
  expect((await send(kit, text)).status).toBe(200)
})

test('only an account that may not add numbers is kept from it', async () => {
  const add = async (type: RestrictionType) => {
    const kit = readyToSend()
    await restrict(kit, type)
    const body = { cc: '1', phone_number: '4165550123', verified_name: 'Juniper' }
    return kit.graph('POST', '/{waba}/phone_numbers', { body })
  }
  expect((await add(BEGIN)).status).toBe(200)
  expectError(await add('RESTRICTED_ADD_PHONE_NUMBER_ACTION'), 'account_blocked_for_policy')
})

describe('what an account is refused', () => {
  const [template, answer, first] = [
    { isTemplate: true },
    { isTemplate: false, windowOpen: true },
    { isTemplate: false, windowOpen: false },
  ] as const
  const account = (types: RestrictionType[]) => ({
    ...need(readyToSend().world().list('WhatsAppBusinessAccount')[0]),
    status: 'RESTRICTED' as const,
    restrictions: types.map((type) => ({ type, expires: 100 })),
  })

  test.each([
    [[BEGIN], template, true],
    [[BEGIN], first, true],
    [[BEGIN], answer, false],
    [[ANSWER], template, false],
    [[ANSWER], first, false],
    [[ANSWER], answer, true],
    [[UTILITY], template, false],
  ] as const)('by %j of %j: %s', (types, wanted, isRefused) => {
    expect(refusalOf(account([...types]), wanted, 99)?.error).toBe(isRefused ? 'account_locked' : undefined)
    expect(refusalOf(account([...types]), wanted, 100)).toBeUndefined()
  })

  test('a restriction that names what it forbids is no lock', () => {
    expect(lockOf(account([BEGIN]), 99)).toBeUndefined()
    expect(lockOf(account([]), 99)?.error).toBe('account_locked')
    expect(lockOf({ ...account([BEGIN]), status: 'DISABLED' }, 99)?.error).toBe('account_blocked_for_policy')
  })
})
