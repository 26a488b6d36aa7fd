import { describe, expect, test } from 'vitest'
import type { Kit } from '../kit.ts'
import { need } from '../kit.ts'
import { both, market, message, readyToSend, row, send } from '../sends.ts'

const MARCH_2 = Date.parse('2026-03-02') / 86_400_000

/** Days of the account's own zone are those of the ad. */
function keyOf(kit: Kit, carrier: 'mm' | 'cloud', days: 'local' | 'utc'): string {
  const id = need(kit.names.template)
  const { adId } = kit.world().need('WhatsAppBusinessHSM', id)
  return carrier === 'mm' && days === 'local' ? need(adId) : id
}

/** What was counted of the first template, by the date in the zone of its account. */
const counted = (kit: Kit, carrier: 'mm' | 'cloud' = 'mm', days: 'local' | 'utc' = 'local'): object =>
  Object.fromEntries(
    [...kit.world().metrics.daysOf(keyOf(kit, carrier, days), carrier)[days]].map(([day, tally]) => [
      day - MARCH_2,
      tally,
    ]),
  )

describe('what is counted of messages', () => {
  test('each is counted once as sent, delivered with its cost, and read', async () => {
    const kit = readyToSend()
    for (let sent = 0; sent < 3; sent += 1) await market(kit)
    await kit.advance('1m')
    expect(counted(kit)).toEqual({ 0: { sent: 3, delivered: 3, read: 3, cost: 0.075 } })
    expect(counted(kit, 'cloud')).toEqual({})
  })

  test('what is read without a delivered has arrived all the same', async () => {
    const kit = readyToSend()
    await market(kit, message({ to: '+14165550102' }))
    await kit.advance('1m')
    expect(counted(kit)).toEqual({ 0: { sent: 1, delivered: 1, read: 1, cost: 0.025 } })
  })

  test('what Cloud API carries is counted apart', async () => {
    const kit = readyToSend()
    await send(kit)
    await kit.advance('1m')
    expect(counted(kit, 'cloud')).toEqual({ 0: { sent: 1, delivered: 1, read: 1, cost: 0.025 } })
    expect(counted(kit)).toEqual({})
  })

  test('what fails is not counted', async () => {
    const kit = readyToSend()
    await market(kit, message({ to: '+14165550110' }))
    await kit.advance('1m')
    expect(counted(kit)).toEqual({})
  })

  test('each event is counted on its own day, in the zone of the account and in UTC', async () => {
    const night = both(row('accounts', 'waba', { timezone: 'Asia/Kolkata' }), (file) => {
      file.clock = '2026-03-02T18:31:00Z'
    })
    const kit = readyToSend(night)
    await market(kit)
    await kit.advance('1m')
    expect(counted(kit, 'mm', 'utc')).toEqual({ 0: { sent: 1, delivered: 1, read: 1, cost: 0.025 } })
    expect(counted(kit)).toEqual({ 1: { sent: 1, delivered: 1, read: 1, cost: 0.025 } })
  })

  test('a read after 7 days is not counted', async () => {
    const kit = readyToSend()
    const { messages } = (await market(kit, message({ to: '+14165550101' }))).body
    await kit.advance('8d')
    expect((await kit.happens('message_is_read', { message: messages[0].id })).status).toBe(200)
    expect(counted(kit)).toEqual({ 0: { sent: 1, delivered: 1, cost: 0.025 } })
  })

  test('what Insights leaves out for where people are is marked', async () => {
    const kit = readyToSend()
    await market(kit, message({ to: '+4930901820' }))
    await kit.advance('1m')
    expect(counted(kit)).toEqual({
      0: { sent: 1, hiddenSent: 1, delivered: 1, hiddenDelivered: 1, read: 1, hiddenRead: 1, cost: 0.1365 },
    })
  })

  test('taps on links are counted by button, and each message once', async () => {
    const kit = readyToSend()
    const { messages } = (await market(kit)).body
    await kit.advance('1m')
    const click = (button: string | number) => kit.happens('customer_clicks_link', { message: messages[0].id, button })
    const first = (await click('See the bread')).body.result
    expect(first.url).toBe(`https://juniper.example/spring?fbclid=${first.fbclid}`)
    const second = (await click(0)).body.result
    expect(second.fbclid).not.toBe(first.fbclid)
    expect(counted(kit)).toMatchObject({
      0: { linkClicks: 2, 'url_button/See the bread': 2, 'unique_url_button/See the bread': 1 },
    })
    expect((await click('Sea the bread')).text).toMatch(/with.button: there is no 'Sea the bread'; those are 0/)
  })

  test('no tap is counted where links are not tracked, nor where nobody counts them', async () => {
    const untracked = readyToSend(row('templates', 'template', { cta_url_link_tracking_opted_out: true }))
    const elsewhere = readyToSend()
    const sent = [await market(untracked), await market(elsewhere, message({ to: '+4930901820' }))]
    for (const [at, kit] of [untracked, elsewhere].entries()) {
      await kit.advance('1m')
      const [{ id }] = need(sent[at]).body.messages
      expect((await kit.happens('customer_clicks_link', { message: id })).status).toBe(200)
      expect(counted(kit)).not.toHaveProperty('0.linkClicks')
    }
  })

  test('quick replies are counted by title, and they answer the template', async () => {
    const kit = readyToSend()
    await market(kit, message({ to: '+14165550107' }))
    await kit.advance('1m')
    expect(counted(kit)).toMatchObject({
      0: { quickReplies: 1, 'quick_reply_button/No more of this': 1, replied: 1 },
    })
  })

  test('an answer to what has not arrived answers nothing', async () => {
    const kit = readyToSend()
    const { messages } = (await market(kit, message({ to: '+14165550110' }))).body
    await kit.advance('1m')
    const answer = { type: 'text', text: { body: 'Which bread?' }, context: { id: messages[0].id } }
    await kit.happens('customer_sends_message', { phone: 'phone', from: '14165550110', ...answer })
    expect(counted(kit)).toEqual({})
  })

  test('a send that is refused leaves no count', async () => {
    const kit = readyToSend()
    const before = kit.world().metrics.state()
    await market(kit, message({}, { name: 'nobody_has_this' }))
    expect(kit.world().metrics.state()).toEqual(before)
  })
})

describe('volumes of an account', () => {
  test('are by half hour, number, country, kind and price', async () => {
    const kit = readyToSend()
    await market(kit)
    await kit.happens('customer_sends_message', {
      phone: 'phone',
      from: 'recipient',
      type: 'text',
      text: { body: 'Rye?' },
    })
    await kit.advance('30m')
    await send(kit, { messaging_product: 'whatsapp', to: '14165550100', type: 'text', text: { body: 'Yes' } })
    await kit.advance('1m')
    const { metrics, now } = kit.world()
    const found = metrics.volumesOf(need(kit.names.waba), 0, now + 1)
    const rows = found.map(({ at, rows: of }) => [new Date(at).toISOString(), [...of]])
    const common = { phoneId: kit.names.phone, country: 'CA' }
    expect(rows).toEqual([
      [
        '2026-03-02T09:00:00.000Z',
        [
          { ...common, kind: 'incoming', type: 'regular', sent: 1, delivered: 1, cost: 0 },
          {
            ...common,
            kind: 'template',
            category: 'marketing_lite',
            type: 'regular',
            sent: 1,
            delivered: 1,
            cost: 0.025,
          },
        ],
      ],
      [
        '2026-03-02T09:30:00.000Z',
        [
          {
            ...common,
            kind: 'free-form',
            category: 'service',
            type: 'free_customer_service',
            sent: 1,
            delivered: 1,
            cost: 0,
          },
        ],
      ],
    ])
  })

  test('a world refuses a time zone that there is not', () => {
    expect(() => readyToSend(row('accounts', 'waba', { timezone: 'Mars/Olympus' }))).toThrow(
      "/accounts/waba/timezone: 'Mars/Olympus' is no time zone",
    )
  })
})
