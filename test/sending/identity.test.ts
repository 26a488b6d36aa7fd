import { describe, expect, test } from 'vitest'
import { bsuidOf, numberOf } from '../../emulator/sending/bsuid.ts'
import { contactOf, recipientOf } from '../../emulator/sending/identity.ts'
import { isWamid, wamid } from '../../emulator/sending/wamid.ts'
import { webhookErrorOf } from '../../emulator/sending/webhook-error.ts'
import { emulate, type Kit, need } from '../kit.ts'

const ROBIN = '14165550100'
const phoneOf = (kit: Kit) => kit.world().need('WhatsAppBusinessAccountToNumberCurrentStatus', need(kit.names.phone))
const withRulings = (rulings: Record<string, string>, username?: string) =>
  emulate('ready-to-send', (file) => {
    file.rulings = { ...file.rulings, ...rulings }
    file.recipients = { recipient: { number: ROBIN, name: 'Robin', ...(username && { username }) } }
  })

describe('wamid', () => {
  /** Bytes as hexadecimal digits, those that are letters and digits as such. */
  const told = (id: string) =>
    Buffer.from(id.slice('wamid.'.length), 'base64')
      .toString('latin1')
      .replaceAll(/[^0-9A-Z]/g, (sign) => `<${sign.charCodeAt(0).toString(16)}>`)

  test('has the layout of real ones', () => {
    const world = emulate('ready-to-send').world()
    expect(told(wamid(world, ROBIN))).toMatch(/^<1c><18><b>14165550100<15><2><0><11><18><12>[0-9A-F]{18}<0>$/)
    expect(told(wamid(world, ROBIN, 'in'))).toMatch(/^<1c><18><b>14165550100<15><2><0><12><18><14>3A[0-9A-F]{18}<0>$/)
    expect(told('wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA=')).toMatch(
      /^<1c><18><b>\d{11}<15><2><0><12><18><14>3A[0-9A-F]{18}<0>$/,
    )
  })

  test('is never given twice, and the same in a world of the same seed', () => {
    const [one, other] = [emulate('ready-to-send').world(), emulate('ready-to-send').world()]
    const ids = Array.from({ length: 100 }, () => wamid(one, ROBIN))
    expect(new Set(ids).size).toBe(100)
    expect(Array.from({ length: 100 }, () => wamid(other, ROBIN))).toEqual(ids)
  })

  test('is told from other texts', () => {
    expect(isWamid(wamid(emulate('ready-to-send').world(), ROBIN))).toBe(true)
    expect(isWamid('wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA=')).toBe(true)
    for (const text of ['', 'wamid.', 'wamid.test123456', 'HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUFERjg0', 'wamid.HBgL']) {
      expect(isWamid(text)).toBe(false)
    }
  })
})

test('a business-scoped id tells its own world and business whose it is', () => {
  const world = emulate('ready-to-send').world()
  const id = bsuidOf(world, need(world.names.client), ROBIN)
  expect(bsuidOf(world, need(world.names.client), ROBIN)).toBe(id)
  expect(bsuidOf(world, need(world.names.partner), ROBIN)).not.toBe(id)
  expect(numberOf(world, need(world.names.client), id)).toBe(ROBIN)
  expect(numberOf(world, need(world.names.partner), id)).not.toBe(ROBIN)
  expect(numberOf(world, need(world.names.client), 'CA.1')).toBeUndefined()
})

describe('who gets a message', () => {
  const user = expect.stringMatching(/^[A-Z]{2}\.\d{20}$/)

  test('by default: number and business-scoped id', () => {
    const kit = withRulings({})
    expect(recipientOf(kit.world(), phoneOf(kit), ROBIN)).toEqual({ recipient_id: ROBIN, recipient_user_id: user })
  })

  test("ruling bsuid-in-webhooks 'before': the number", () => {
    const kit = withRulings({ 'bsuid-in-webhooks': 'before' })
    expect(recipientOf(kit.world(), phoneOf(kit), ROBIN)).toEqual({ recipient_id: ROBIN })
  })

  test.each(['recipient_parent_user_id', 'parent_recipient_user_id'])('ruling parent-bsuid %s', (side) => {
    const kit = withRulings({ 'parent-bsuid': side })
    expect(recipientOf(kit.world(), phoneOf(kit), ROBIN)).toHaveProperty(side)
  })

  test('a username is left out where it is not to be told, or where ids are not', () => {
    const kit = withRulings({}, '@robinbakes')
    expect(contactOf(kit.world(), phoneOf(kit), ROBIN)).toMatchObject({ profile: { username: '@robinbakes' } })
    expect(contactOf(kit.world(), phoneOf(kit), ROBIN, false)).toEqual({ profile: { name: 'Robin' }, user_id: user })
    const old = withRulings({ 'bsuid-in-webhooks': 'before' }, 'robinbakes')
    expect(contactOf(old.world(), phoneOf(old), ROBIN)).toEqual({ profile: { name: 'Robin' }, wa_id: ROBIN })
  })
})

test('an error in a webhook has the texts that webhooks have', () => {
  expect(webhookErrorOf('ecosystem_limit_reached')).toEqual({
    code: 131049,
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    message: 'This message was not delivered to maintain healthy ecosystem engagement.',
    error_data: {
      details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
    },
    href: '/documentation/business-messaging/whatsapp/support/error-codes',
  })
})
