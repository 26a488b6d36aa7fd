import { describe, expect, test } from 'vitest'
import { errorOf, Failure, fail } from '../../emulator/failure.ts'
import { markRead } from '../../emulator/sending/mark-read.ts'
import { emulate, type Kit, need } from '../kit.ts'

const phoneOf = (kit: Kit, name = 'phone') =>
  kit.world().need('WhatsAppBusinessAccountToNumberCurrentStatus', need(kit.names[name]))
const chat = (kit: Kit) => kit.world().traffic.chat(need(kit.names.phone), '14165550100')
const mark = (kit: Kit, message_id: string, more = {}, phone = 'phone') =>
  markRead(kit.world(), phoneOf(kit, phone), { message_id, ...more }, fail)

async function written(kit: Kit): Promise<string> {
  const params = { phone: 'phone', from: 'recipient', text: { body: 'Hi' } }
  return (await kit.happens('customer_sends_message', params)).body.result.message
}

function refusal(work: () => unknown): [name: string, message: string, details: string | undefined] {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { message, details } = errorOf(error, emulate().world().rulings)
    return [error.error, message, details]
  }
  throw new Error('was not refused')
}

const INVALID = ['message_parameter_wrong', '(#131009) Parameter value is not valid', 'Invalid message_id']

describe('mark a message as read', () => {
  test('marks it and all before it', async () => {
    const kit = emulate('ready-to-send')
    await written(kit)
    await kit.advance('1h')
    const second = await written(kit)
    const at = kit.world().now
    await kit.advance('1h')
    await written(kit)
    expect(mark(kit, second)).toEqual({ success: true })
    expect(chat(kit).readUntil).toBe(at)
  })

  test('an earlier one takes nothing back', async () => {
    const kit = emulate('ready-to-send')
    const first = await written(kit)
    await kit.advance('1h')
    mark(kit, await written(kit))
    const { readUntil } = chat(kit)
    mark(kit, first)
    expect(chat(kit).readUntil).toBe(readUntil)
  })

  test('with a typing indicator it shows for 25 seconds', async () => {
    const kit = emulate('ready-to-send')
    mark(kit, await written(kit), { typing_indicator: { type: 'text' } })
    expect(chat(kit).typingUntil).toBe(kit.now + 25_000)
  })

  test('leaves the window open as it was', async () => {
    const kit = emulate('ready-to-send')
    const id = await written(kit)
    const { windowUntil } = chat(kit)
    mark(kit, id)
    expect(chat(kit).windowUntil).toBe(windowUntil)
  })

  test('is for messages that customers sent, to this number, in the last 30 days', async () => {
    const kit = emulate('ready-to-send', (file) => {
      file.phoneNumbers = {
        ...file.phoneNumbers,
        second: { account: 'waba', display_phone_number: '+1 416-555-0191', verified_name: 'Juniper Rolls' },
      }
    })
    const id = await written(kit)
    expect(refusal(() => mark(kit, 'wamid.x'))).toEqual(INVALID)
    expect(refusal(() => mark(kit, id, {}, 'second'))).toEqual(INVALID)
    await kit.advance('30d')
    expect(mark(kit, id)).toEqual({ success: true })
    await kit.advance('1s')
    expect(refusal(() => mark(kit, id))).toEqual(INVALID)
  })

  test('is not for messages that are forgotten', async () => {
    const kit = emulate('ready-to-send', (file) => {
      file.retention = { messages: 2 }
    })
    const ids = [await written(kit), await written(kit), await written(kit)]
    expect(refusal(() => mark(kit, need(ids[0])))).toEqual(INVALID)
    expect(mark(kit, need(ids[1]))).toEqual({ success: true })
  })
})
