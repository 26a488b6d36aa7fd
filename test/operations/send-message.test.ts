import type { Response } from 'supertest'
import { expect, test } from 'vitest'
import { sendMessage } from '../../contracts/operations/send-message.ts'
import { expectError, proves } from '../operation.ts'
import { birthday, both, fateOf, hear, message, readyToSend, row, ruled, send, statuses } from '../sends.ts'

const switchedOff = row('accounts', 'waba', { disable_marketing_messages_on_cloud_api: true })
const maxPrice = row('templates', 'template', {
  optimization_spec: { bid_amount: 5000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
})
const utility = row('templates', 'template', { category: 'UTILITY' })
const wrote = row('recipients', 'recipient', { wroteTo: ['phone'] })
const filled = (components: object[]) => message({}, { ...birthday, components })
const text = (more: object = {}) => ({
  messaging_product: 'whatsapp',
  to: '+14165550100',
  type: 'text',
  text: { body: 'Yes, we have rye.' },
  ...more,
})
const sandbox = { account_mode: 'SANDBOX', allowedRecipients: ['14165550155'] }

proves(
  sendMessage,
  {
    'sends a text within the window, and answers without message_status': async () => {
      const { body } = await send(readyToSend(wrote), text())
      expect(body).toEqual({
        messaging_product: 'whatsapp',
        contacts: [{ input: '+14165550100', wa_id: '14165550100' }],
        messages: [{ id: expect.stringMatching(/^wamid\./) }],
      })
    },
    'takes a text without a type': async () => {
      expect((await send(readyToSend(wrote), text({ type: undefined }))).status).toBe(200)
    },
    'sends templates of every category': async () => {
      for (const category of ['MARKETING', 'UTILITY', 'AUTHENTICATION']) {
        const kit = readyToSend(row('templates', 'template', { category }))
        const receiver = await hear(kit)
        expect((await send(kit)).body.messages[0].message_status).toBe('accepted')
        await kit.advance('1s')
        expect(statuses(receiver)[0]?.pricing).toMatchObject({ category: category.toLowerCase(), billable: true })
      }
    },
    'sends what is no marketing where marketing on the Cloud API is switched off': async () => {
      expect((await send(readyToSend(both(switchedOff, utility)))).status).toBe(200)
    },
    'counts taps on the links of what it sent': async () => {
      const kit = readyToSend()
      const { messages } = (await send(kit)).body
      await kit.advance('1m')
      await kit.happens('customer_clicks_link', { message: messages[0].id })
      const { utc } = kit.world().metrics.daysOf(kit.names.template ?? '', 'cloud')
      expect([...utc.values()]).toMatchObject([{ delivered: 1, linkClicks: 1 }])
    },
    'marks what a customer wrote as read, and shows that it is typing': async () => {
      const kit = readyToSend()
      const written = await kit.happens('customer_sends_message', {
        phone: 'phone',
        from: 'recipient',
        type: 'text',
        text: { body: 'Do you have rye?' },
      })
      const { message: message_id } = written.body.result
      const read = { messaging_product: 'whatsapp', status: 'read', message_id, typing_indicator: { type: 'text' } }
      expect((await send(kit, read)).body).toEqual({ success: true })
      expect(kit.world().traffic.chat(kit.names.phone ?? '', '14165550100').typingUntil).toBeDefined()
      expect((await send(kit, text())).status).toBe(200)
      expect(kit.world().traffic.chat(kit.names.phone ?? '', '14165550100').typingUntil).toBeUndefined()
    },
    'prices what is sent in a window: service and utility free, marketing not': async () => {
      const price = async (body: object, change = wrote) => {
        const kit = readyToSend(change)
        const receiver = await hear(kit)
        await send(kit, body)
        await kit.advance('1s')
        return statuses(receiver)[0]?.pricing
      }
      const free = { billable: false, pricing_model: 'PMP', type: 'free_customer_service' }
      expect(await price(text())).toEqual({ ...free, category: 'service' })
      expect(await price(message(), both(wrote, utility))).toEqual({ ...free, category: 'utility' })
      expect(await price(message())).toMatchObject({ billable: true, type: 'regular', category: 'marketing' })
    },
    'counts what customers send towards the throughput of the number, and never refuses it': async () => {
      const kit = readyToSend((file) => {
        file.limits = { messagesPerSecond: 3 }
      })
      const writes = () =>
        kit.happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Hi' } })
      await writes()
      await writes()
      expect((await send(kit)).status).toBe(200)
      expectError(await send(kit), 'throughput_reached')
      expect((await writes()).status).toBe(200)
      await kit.advance('1s')
      expect((await send(kit)).status).toBe(200)
    },
  },
  {
    recipient_missing: () => send(readyToSend(), text({ to: undefined })),
    phone_number_deleted: () => send(readyToSend(row('phoneNumbers', 'phone', { status: 'DELETED' }))),
    account_blocked_for_policy: () => send(readyToSend(row('accounts', 'waba', { status: 'DISABLED' }))),
    account_locked: () => send(readyToSend(row('accounts', 'waba', { status: 'RESTRICTED' }))),
    classification_limit_reached: async () => {
      const kit = readyToSend()
      await kit.happens('templates_are_misclassified', { account: 'waba' })
      return send(kit)
    },
    number_not_registered: () => send(readyToSend(row('phoneNumbers', 'phone', { status: 'DISCONNECTED' }))),
    display_name_unapproved: () =>
      send(
        readyToSend(
          row('phoneNumbers', 'phone', { display_phone_number: '+1 555-010-0190', name_status: 'PENDING_REVIEW' }),
        ),
      ),
    account_in_maintenance: async () => {
      const kit = readyToSend()
      await kit.happens('number_throughput_is_upgraded', { phone: 'phone' })
      return send(kit)
    },
    spam_limit_reached: async () => {
      const kit = readyToSend()
      await kit.happens('number_is_flagged_as_spam', { phone: 'phone' })
      return send(kit)
    },
    throughput_reached: async () => {
      const kit = readyToSend(row('phoneNumbers', 'phone', { is_on_biz_app: true }))
      for (let sent = 0; sent < 20; sent += 1) expect((await send(kit)).status).toBe(200)
      return send(kit)
    },
    pair_rate_reached: async () => {
      const kit = readyToSend((file) => {
        file.limits = { pairBurst: 1 }
      })
      await send(kit)
      return send(kit)
    },
    recipient_is_sender: () => send(readyToSend(), message({ to: '+14165550190' })),
    recipient_not_allowed: () => send(readyToSend(row('phoneNumbers', 'phone', sandbox))),
    country_restricted: () => send(readyToSend(row('accounts', 'waba', { restrictedCountries: ['CA'] }))),
    ecosystem_limit_reached: () =>
      send(readyToSend(ruled('ecosystem-limit-timing', 'call')), message({ to: '+12125550100' })),
    marketing_disabled_on_cloud_api: async () => {
      const refused = await send(readyToSend(switchedOff))
      expect(refused.body.error).toMatchObject({
        message: '(#131063) Marketing templates disabled for Cloud API',
        error_data: { messaging_product: 'whatsapp', details: expect.stringMatching(/^Your template is categorized/) },
      })
      return refused
    },
    message_parameter_invalid: () =>
      send(readyToSend(), filled([{ type: 'body', parameters: [{ type: 'text', text: '' }] }])),
    message_parameter_missing: () => send(readyToSend(), filled(birthday.components.slice(0, 2))),
    message_parameter_wrong: () =>
      send(readyToSend(), { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.x' }),
    message_media_unknown: () => send(readyToSend(wrote), text({ type: 'image', image: { id: '1234567890123456' } })),
    template_not_found: () => send(readyToSend(), message({}, { name: 'nothing' })),
    template_paused: () => send(readyToSend(row('templates', 'template', { status: 'PAUSED' }))),
    template_disabled: () => send(readyToSend(row('templates', 'template', { status: 'DISABLED' }))),
    template_parameter_count: () => send(readyToSend(), filled(birthday.components.slice(0, 1))),
    template_parameter_format: () => {
      const picture = [
        { type: 'HEADER', format: 'VIDEO' },
        { type: 'BODY', text: 'Bread.' },
      ]
      return send(readyToSend(row('templates', 'template', { components: picture })))
    },
    template_parameters_invalid: () => {
      const lines = { type: 'header', parameters: [{ type: 'text', text: 'two\nlines' }] }
      return send(readyToSend(), filled([lines]))
    },
    template_text_too_long: () => {
      const long = { type: 'header', parameters: [{ type: 'text', text: 'x'.repeat(60) }] }
      return send(readyToSend(), filled([long, ...birthday.components.slice(1)]))
    },
    max_price_on_cloud_api: () => send(readyToSend(maxPrice)),
    message_type_unsupported: () => send(readyToSend(wrote), text({ type: 'gif' })),
    message_link_invalid: () =>
      send(readyToSend(wrote), text({ type: 'image', image: { link: 'ftp://juniper.example/a' } })),
  },
)

test.each([
  ['a text in the window', wrote, text(), 'sent delivered read'],
  ['a text outside of it: accepted, then 131047', undefined, text(), 'failed 131047'],
  ['a template outside of it', undefined, message(), 'sent delivered read'],
  [
    'a template whose number stopped marketing, of category utility',
    both(utility, row('recipients', 'recipient', { stoppedMarketing: ['phone'] })),
    message(),
    'sent delivered read',
  ],
  [
    'a picture that cannot be fetched',
    wrote,
    text({ type: 'image', image: { link: 'https://pictures.invalid/a.png' } }),
    'failed 131053',
  ],
  ['a US number of category utility', utility, message({ to: '+12125550100' }), 'sent delivered read'],
])('%s', async (_, change, body, fate) => {
  expect(await fateOf(change, body, send)).toBe(fate)
})

test('the window closes 24 hours after the customer wrote', async () => {
  const kit = readyToSend(wrote)
  const receiver = await hear(kit)
  await kit.advance('24h')
  await send(kit, text())
  await kit.advance('1m')
  expect(statuses(receiver)).toMatchObject([{ status: 'failed', errors: [{ code: 131047 }] }])
})

test('the switch has no effect on /messages before the account is onboarded', async () => {
  const notOnboarded = row('businesses', 'client', { termsSigned: undefined })
  expect((await send(readyToSend(both(switchedOff, notOnboarded)))).status).toBe(200)
})

test('a max price is told as cost on delivered, and never more than it', async () => {
  const { market } = await import('../sends.ts')
  const kit = readyToSend(maxPrice)
  const receiver = await hear(kit)
  await market(kit)
  await kit.advance('1m')
  const [sent, delivered] = statuses(receiver).map(({ pricing }) => pricing as { cost?: { amount: number } })
  expect(sent).not.toHaveProperty('cost')
  expect(delivered?.cost).toEqual({ amount: expect.any(Number), currency: 'USD' })
  expect(delivered?.cost?.amount).toBeLessThanOrEqual(0.05)
})

test('bid_spec of a send multiplies the max price', async () => {
  const { market } = await import('../sends.ts')
  const kit = readyToSend(maxPrice)
  const receiver = await hear(kit)
  await market(kit, message({ bid_spec: { per_message_bid_multiplier: 0.1 } }))
  await kit.advance('1m')
  expect(statuses(receiver)[1]?.pricing).toMatchObject({ cost: { amount: 0.005, currency: 'USD' } })
})

test('a blocked business is sent to, and never heard', async () => {
  const kit = readyToSend(wrote)
  const receiver = await hear(kit)
  await kit.happens('customer_blocks_business', { phone: 'phone', customer: 'recipient' })
  await send(kit, text())
  await kit.advance('1m')
  expect(statuses(receiver).map(({ status }) => status)).toEqual(['sent'])
})

test('an unknown number looks like an absent one', async () => {
  const refused: Response = await readyToSend().graph('POST', '/1234567890123456/messages', {
    as: 'client_business',
    body: text(),
  })
  expectError(refused, 'object_missing_on_post')
})
