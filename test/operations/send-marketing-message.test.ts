import { expect, test } from 'vitest'
import { sendMarketingMessage } from '../../contracts/operations/send-marketing-message.ts'
import { bsuidOf } from '../../emulator/sending/bsuid.ts'
import { type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { birthday, both, fateOf, hear, market, message, readyToSend, row, ruled, send, statuses } from '../sends.ts'

const utility = row('templates', 'template', { category: 'UTILITY' })
const notOnboarded = row('businesses', 'client', { termsSigned: undefined })
const syncing = row('templates', 'template', { synced: false })
const switchedOff = row('accounts', 'waba', { disable_marketing_messages_on_cloud_api: true })
const maxPrice = row('templates', 'template', {
  optimization_spec: { bid_amount: 5000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
})
const invited = (file: Parameters<typeof notOnboarded>[0]) => {
  file.requests = { request: { app: 'app', to: 'client' } }
}
const toUserId = { to: undefined, recipient: 'CA.13491208655302741918' }
const filled = (components: object[]) => message({}, { ...birthday, components })

proves(
  sendMarketingMessage,
  {
    'answers with the input as it was, the digits, and that it was accepted': async () => {
      const { status, body } = await market(readyToSend(), message({ to: '+1 (416) 555-0100' }))
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          messaging_product: 'whatsapp',
          contacts: [{ input: '+1 (416) 555-0100', wa_id: '14165550100' }],
          messages: [
            { id: expect.stringMatching(/^wamid\.HBgLMTQxNjU1NTAxMDAVAgARGB[\w+/]+=*$/), message_status: 'accepted' },
          ],
        },
      })
    },
    'gives wamids of the real layout: digits of the recipient, mark of a sent message, 18 hexadecimal digits':
      async () => {
        const { body } = await market(readyToSend())
        const bytes = Buffer.from(body.messages[0].id.slice('wamid.'.length), 'base64')
        const layout = [bytes.subarray(0, 3), bytes.subarray(14, 20), bytes.subarray(-1)].map((part) =>
          part.toString('hex'),
        )
        expect(layout).toEqual(['1c180b', '150200111812', '00'])
        expect(bytes.subarray(3, 14).toString()).toBe('14165550100')
        expect(bytes.subarray(20, -1).toString()).toMatch(/^[0-9A-F]{18}$/)
      },
    'fills header, body and button': async () => {
      expect((await market(readyToSend(), message({}, birthday))).status).toBe(200)
    },
    'takes what real clients send beside: policy, empty components, opaque data, sharing': async () => {
      const more = { recipient_type: 'individual', biz_opaque_callback_data: 'x', message_activity_sharing: true }
      const template = { language: { code: 'en_US', policy: 'deterministic' }, components: [] }
      expect((await market(readyToSend(), message({ ...more, product_policy: 'STRICT' }, template))).status).toBe(200)
    },
    'takes a send by business-scoped user id, and answers with it': async () => {
      const { body } = await market(readyToSend(), message(toUserId))
      expect(body.contacts).toEqual([{ input: toUserId.recipient, user_id: toUserId.recipient }])
    },
    'lets to win over recipient': async () => {
      const { body } = await market(readyToSend(), message({ recipient: toUserId.recipient }))
      expect(body.contacts).toEqual([{ input: '+14165550100', wa_id: '14165550100' }])
    },
    'falls back to the Cloud API where the account is not onboarded: only the status tells': async () => {
      const kit = readyToSend(notOnboarded)
      const receiver = await hear(kit)
      expect((await market(kit)).status).toBe(200)
      await kit.advance('1s')
      expect(statuses(receiver)[0]?.pricing).toMatchObject({ category: 'marketing' })
    },
    'takes a first send of a template that slept for a week, and syncs it anew': async () => {
      const dormant = row('templates', 'template', { created: '2026-01-20', lastSent: '2026-02-01' })
      const kit = readyToSend(both(dormant, row('templates', 'template', { synced: true })))
      await kit.advance('8d')
      expect((await market(kit)).status).toBe(200)
      expectError(await market(kit), 'template_syncing')
      await kit.advance('10m')
      expect((await market(kit)).status).toBe(200)
    },
  },
  {
    recipient_missing: async () => {
      const refused = await market(readyToSend(), message({ to: undefined }))
      expect(refused.body.error).toEqual({
        message: 'The parameter to is required.',
        type: 'OAuthException',
        code: 100,
        fbtrace_id: expect.any(String),
      })
      return refused
    },
    phone_number_deleted: () => market(readyToSend(row('phoneNumbers', 'phone', { status: 'DELETED' }))),
    account_blocked_for_policy: () => market(readyToSend(row('accounts', 'waba', { status: 'DISABLED' }))),
    account_locked: () => market(readyToSend(row('accounts', 'waba', { status: 'RESTRICTED' }))),
    classification_limit_reached: async () => {
      const kit = readyToSend()
      await kit.happens('templates_are_misclassified', { account: 'waba' })
      return market(kit)
    },
    number_not_registered: async () => {
      const refused = await market(readyToSend(row('phoneNumbers', 'phone', { status: 'PENDING' })))
      expect(refused.body.error.message).toBe('(#133010) Account not registered')
      return refused
    },
    display_name_unapproved: () =>
      market(
        readyToSend(row('phoneNumbers', 'phone', { display_phone_number: '+1 555-010-0190', name_status: 'DECLINED' })),
      ),
    account_in_maintenance: async () => {
      const kit = readyToSend()
      await kit.happens('number_throughput_is_upgraded', { phone: 'phone' })
      return market(kit)
    },
    spam_limit_reached: async () => {
      const kit = readyToSend()
      await kit.happens('number_is_flagged_as_spam', { phone: 'phone' })
      return market(kit)
    },
    throughput_reached: async () => {
      const kit = readyToSend((file) => {
        file.limits = { messagesPerSecond: 2 }
      })
      await market(kit)
      await market(kit, message({ to: '+14165550101' }))
      const refused = await market(kit, message({ to: '+14165550102' }))
      await kit.advance('1s')
      expect((await market(kit)).status).toBe(200)
      return refused
    },
    pair_rate_reached: async () => {
      const kit = readyToSend()
      for (let sent = 0; sent < 45; sent += 1) expect((await market(kit)).status).toBe(200)
      const refused = await market(kit)
      await kit.advance('6s')
      expect((await market(kit)).status).toBe(200)
      return refused
    },
    recipient_is_sender: () => market(readyToSend(), message({ to: '+1 416-555-0190' })),
    recipient_not_allowed: () => {
      const sandbox = { account_mode: 'SANDBOX', allowedRecipients: ['14165550155'] }
      return market(readyToSend(row('phoneNumbers', 'phone', sandbox)))
    },
    country_restricted: () => market(readyToSend(row('accounts', 'waba', { restrictedCountries: ['CA'] }))),
    ecosystem_limit_reached: () =>
      market(readyToSend(ruled('ecosystem-limit-timing', 'call')), message({ to: '+14165550111' })),
    marketing_disabled_on_cloud_api: () => market(readyToSend(both(notOnboarded, switchedOff, invited))),
    message_parameter_invalid: async () => {
      const empty = { type: 'body', parameters: [{ type: 'text', text: '' }] }
      const refused = await market(readyToSend(), filled([empty]))
      expect(refused.body.error.error_data.details).toBe(
        "Parameter 'text' is mandatory for component parameter type 'text'",
      )
      return refused
    },
    message_parameter_missing: async () => {
      const refused = await market(readyToSend(), filled(birthday.components.slice(0, 2)))
      expect(refused.body.error.error_data.details).toBe('buttons: Button at index 0 of type Url requires a parameter')
      return refused
    },
    message_parameter_wrong: () => market(readyToSend(), message({ to: 'Robin' })),
    message_media_unknown: async () => {
      const picture = [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Bread.' },
      ]
      const header = { type: 'header', parameters: [{ type: 'image', image: { id: '1234567890123456' } }] }
      const kit = readyToSend(row('templates', 'template', { components: picture }))
      const refused = await market(kit, message({}, { components: [header] }))
      expect(refused.body.error.message).toBe(
        "(#100) Param template['components'][0]['parameters'][0]['image']['id'] is not a valid whatsapp business account media attachment ID",
      )
      return refused
    },
    template_not_found: async () => {
      const refused = await market(readyToSend(), message({}, { language: { code: 'de' } }))
      expect(refused.status).toBe(404)
      expect(refused.body.error.error_data.details).toBe('template name (spring_sale) does not exist in de')
      return refused
    },
    template_paused: () => market(readyToSend(row('templates', 'template', { status: 'PAUSED' }))),
    template_disabled: () => market(readyToSend(row('templates', 'template', { status: 'DISABLED' }))),
    template_parameter_count: async () => {
      const short = { type: 'body', parameters: [{ type: 'text', text: 'Robin' }] }
      const refused = await market(readyToSend(), filled([birthday.components[0] as object, short]))
      expect(refused.body.error.error_data.details).toBe(
        'body: number of localizable_params (1) does not match the expected number of params (2)',
      )
      return refused
    },
    template_parameter_format: async () => {
      const picture = [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Bread.' },
      ]
      const refused = await market(readyToSend(row('templates', 'template', { components: picture })))
      expect(refused.body.error.error_data.details).toBe('header: Format mismatch, expected IMAGE, received UNKNOWN')
      return refused
    },
    template_parameters_invalid: async () => {
      const lines = { type: 'header', parameters: [{ type: 'text', text: 'two\nlines' }] }
      const refused = await market(readyToSend(), filled([lines]))
      expect(refused.body.error.error_data.details).toBe(
        'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      )
      return refused
    },
    template_text_too_long: () => {
      const long = { type: 'header', parameters: [{ type: 'text', text: 'x'.repeat(60) }] }
      return market(readyToSend(), filled([long, ...birthday.components.slice(1)]))
    },
    message_type_not_template: async () => {
      const refused = await market(readyToSend(), message({ type: 'text', text: { body: 'Bread!' } }))
      expect(refused.body.error).toMatchObject({
        message: '(#100) Invalid parameter',
        error_data: { messaging_product: 'whatsapp', details: 'Message must be a template message.' },
      })
      return refused
    },
    marketing_templates_only: () => market(readyToSend(utility)),
    marketing_method_not_allowed: () => market(readyToSend(utility), message(), { version: 'v22.0' }),
    template_syncing: () => market(readyToSend(syncing)),
    template_sync_incomplete: () => market(readyToSend(syncing), message(), { version: 'v22.0' }),
    template_unavailable: async () => {
      const refused = await market(readyToSend(row('templates', 'template', { syncFailed: true })))
      expect(refused.status).toBe(500)
      return refused
    },
    access_denied: () =>
      market(
        readyToSend(both(notOnboarded, ruled('mm-strict-not-onboarded', 'access-denied'))),
        message({ product_policy: 'STRICT' }),
      ),
    max_price_to_bsuid: () => market(readyToSend(maxPrice), message(toUserId)),
    testing_agreement_unsigned: () =>
      market(readyToSend(both(maxPrice, row('accounts', 'waba', { maxPriceAgreement: false })))),
  },
)

test.each([
  ['onboarded and synced: itself', undefined, {}, 'sent delivered read'],
  ['not onboarded, fallback: the Cloud API', notOnboarded, {}, 'sent delivered read'],
  [
    'not onboarded, never begun, switched off: the switch has no effect',
    both(notOnboarded, switchedOff),
    {},
    'sent delivered read',
  ],
  ['not onboarded, begun, switched off: 131063', both(notOnboarded, switchedOff, invited), {}, '400 131063'],
  ['not onboarded, STRICT: 134102', notOnboarded, { product_policy: 'STRICT' }, '500 134102'],
  ['syncing: 134101', syncing, {}, '400 134101'],
  ['sync failed for good: 134102', row('templates', 'template', { syncFailed: true }), {}, '500 134102'],
  ['a utility template: 134100', utility, {}, '400 134100'],
  ['a recipient with a US number: accepted, then 131049', undefined, { to: '+12125550100' }, 'failed 131049'],
  ['a recipient in a sanctioned country: not deliverable', undefined, { to: '+53 5 555 0100' }, 'failed 131026'],
  ['a recipient in Germany: delivered', undefined, { to: '+4915155550100' }, 'sent delivered read'],
  ['a business in Russia: delivered', row('businesses', 'client', { country: 'RU' }), {}, 'sent delivered read'],
  [
    'no payment method: accepted by the Cloud API, then 131042',
    row('accounts', 'waba', { paymentMethod: false }),
    {},
    'failed 131042',
  ],
  ['sent by user id: delivered', undefined, toUserId, 'sent delivered read'],
] as const)('the routing table: %s', async (_, change, more, fate) => {
  expect(await fateOf(change, message(more))).toBe(fate)
})

test('the agreement of the max price beta is asked for where the Marketing Messages API carries the message', async () => {
  const unsigned = both(maxPrice, row('accounts', 'waba', { maxPriceAgreement: false }))
  expect(await fateOf(unsigned, message())).toBe('400 100')
  expect(await fateOf(both(unsigned, notOnboarded), message())).toBe('sent delivered read')
})

/** The user id of the recipient, as the client's webhooks tell it. */
const userOf = (kit: Kit) => bsuidOf(kit.world(), need(kit.names.client), '14165550100')

test.each([
  ['a number', undefined, () => ({}), true],
  ['a user id', undefined, (kit: Kit) => ({ to: undefined, recipient: userOf(kit) }), false],
  ['a number, while the template syncs', both(syncing, ruled('mm-template-syncing', 'unoptimised')), () => ({}), false],
] as const)('taps count where a message is optimised: sent to %s', async (_, change, more, isCounted) => {
  const kit = readyToSend(change)
  const { messages } = (await market(kit, message(more(kit)))).body
  await kit.advance('1m')
  expect((await kit.happens('customer_clicks_link', { message: messages[0].id })).status).toBe(200)
  const [tally] = kit.world().metrics.daysOf(need(kit.names.template), 'mm').utc.values()
  expect(tally).toMatchObject({ delivered: 1 })
  expect('linkClicks' in need(tally)).toBe(isCounted)
})

test.each([
  ['131009', '400 131009'],
  ['unoptimised', 'sent delivered read'],
  ['fallback', 'sent delivered read'],
] as const)('a syncing template under the ruling mm-template-syncing: %s', async (side, fate) => {
  expect(await fateOf(both(syncing, ruled('mm-template-syncing', side)), message())).toBe(fate)
})

test("a utility template under the ruling mm-wrong-category: '131055'", async () => {
  expect(await fateOf(both(utility, ruled('mm-wrong-category', '131055')), message())).toBe('400 131055')
})

test('what is written as a national number is one of the country of the business, unless number-without-plus says as-it-stands', async () => {
  const indian = row('phoneNumbers', 'phone', { display_phone_number: '+91 91555 50190' })
  const written = message({ to: '1 (631) 555-1234' })
  expect((await market(readyToSend(indian), written)).body.contacts[0].wa_id).toBe('9116315551234')
  const asItStands = ruled('number-without-plus', 'as-it-stands')
  expect((await market(readyToSend(both(indian, asItStands)), written)).body.contacts[0].wa_id).toBe('16315551234')
  expect((await market(readyToSend(), message({ to: '14165550100' }))).body.contacts[0].wa_id).toBe('14165550100')
  expect((await market(readyToSend(), message({ to: '4165550100' }))).body.contacts[0].wa_id).toBe('14165550100')
})

test.each(['4915155550100', '447400550100', '919155550100', '5215555550100'])(
  'the from of a webhook stands as the to of the answer: %s',
  async (from) => {
    const kit = readyToSend()
    const receiver = await hear(kit)
    await kit.happens('customer_sends_message', { phone: 'phone', from, type: 'text', text: { body: 'Rye?' } })
    const answer = { ...message({ to: from, type: 'text', text: { body: 'Yes.' } }), template: undefined }
    expect((await send(kit, answer)).body.contacts).toEqual([{ input: from, wa_id: from }])
    await kit.advance('1m')
    expect(statuses(receiver).at(-1)?.status).toBe('read')
  },
)

test("under number-without-plus 'country-of-business' even a whole number gets the code of the business", async () => {
  const kit = readyToSend(ruled('number-without-plus', 'country-of-business'))
  expect((await market(kit, message({ to: '4915155550100' }))).body.contacts[0].wa_id).toBe('14915155550100')
})

test.each(['5550100', '+4165550100', '+1416555010', '+141655501000'])(
  'a number that nobody can have is taken, and fails: %s',
  async (to) => {
    expect(await fateOf(undefined, message({ to }))).toBe('failed 131026')
  },
)

test("the extra digit of Mexico and Brazil is kept, or taken out where brazil-mexico-digit is 'normalised'", async () => {
  const to = { mexico: message({ to: '+5215555550100' }), brazil: message({ to: '+5511955550100' }) }
  const kept = readyToSend()
  expect((await market(kept, to.mexico)).body.contacts[0].wa_id).toBe('5215555550100')
  const normalised = readyToSend(ruled('brazil-mexico-digit', 'normalised'))
  expect((await market(normalised, to.mexico)).body.contacts[0]).toEqual({
    input: '+5215555550100',
    wa_id: '525555550100',
  })
  expect((await market(normalised, to.brazil)).body.contacts[0].wa_id).toBe('551155550100')
})

test("message_status is always there, or only for held messages where message-status-presence is 'when-paced'", async () => {
  const { body } = await market(readyToSend(ruled('message-status-presence', 'when-paced')))
  expect(Object.keys(body.messages[0])).toEqual(['id'])
})

test("of two faults the template's comes first, or the recipient's where order-of-send-checks is 'recipient-first'", async () => {
  const twice = message({ to: '+1 416-555-0190' }, { name: 'nothing' })
  expectError(await market(readyToSend(), twice), 'template_not_found')
  expectError(await market(readyToSend(ruled('order-of-send-checks', 'recipient-first')), twice), 'recipient_is_sender')
})

test('the template is looked up before its category, and its category before its parameters', async () => {
  const kit = readyToSend(row('templates', 'template_with_variables', { category: 'UTILITY' }))
  expectError(await market(kit, message({}, { name: 'birthday_offers' })), 'template_not_found')
  expectError(await market(kit, message({}, { name: 'birthday_offer' })), 'marketing_templates_only')
})

test('a missing messaging_product is told with the prefix, without error_data', async () => {
  const { body } = await market(readyToSend(), message({ messaging_product: undefined }))
  expect(body.error).toEqual({
    message: '(#100) The parameter messaging_product is required.',
    type: 'OAuthException',
    code: 100,
    fbtrace_id: expect.any(String),
  })
})

test('a form sends the template as JSON in a field, as published clients do', async () => {
  const { template } = message() as { template: object }
  const form = new URLSearchParams({
    messaging_product: 'whatsapp',
    to: '+14165550100',
    type: 'template',
    template: JSON.stringify(template),
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await market(readyToSend(), form.toString() as unknown as object, { headers })).status).toBe(200)
})

test('without whatsapp_business_messaging nobody sends', async () => {
  const kit = readyToSend((file) => {
    Object.assign(file.tokens.client_business as object, { scopes: ['whatsapp_business_management'] })
  })
  expectError(await market(kit), 'permission_missing')
})
