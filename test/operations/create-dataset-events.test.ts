import { expect } from 'vitest'
import { createDatasetEvents } from '../../contracts/operations/create-dataset-events.ts'
import { conversionsOf, hashed, nowIn, purchase, tapped, tell } from '../conversions.ts'
import { type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { readyToSend, row } from '../sends.ts'

const DAY = 86_400
const MARCH_2 = '2026-03-02'

/** A customer has come from an ad, and the account has its dataset: an event of their chat, and where it is sent. */
async function chat(kit: Kit) {
  const referral = { source_url: 'https://fb.me/x', source_id: '1', source_type: 'ad', ctwa_clid: 'ARAkLkA8rmlFeiCk' }
  await kit.happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Rye?' }, referral })
  const { body } = await kit.graph('POST', '/{waba}/dataset')
  const user_data = { whatsapp_business_account_id: kit.names.waba, ctwa_clid: 'ARAkLkA8rmlFeiCk' }
  const event = { action_source: 'business_messaging', messaging_channel: 'whatsapp', user_data }
  return { path: `/${body.id}/events`, event, user_data }
}

/** The answer to an event of a chat of which something is other than it should be. */
async function chatWith(more: object, user: object = {}, path?: string, kit = readyToSend()) {
  const { event, user_data, path: own } = await chat(kit)
  const data = [purchase(kit, { ...event, ...more, user_data: { ...user_data, ...user } })]
  return kit.graph('POST', path ?? own, { body: { data } })
}

/** The same, told with a token that lacks the permission for it. */
async function poorChat(more: object, user: object) {
  const kit = readyToSend(row('tokens', 'partner_system_user', { scopes: ['whatsapp_business_management'] }))
  const { user_data, event } = await chat(kit)
  const { body } = await kit.graph('POST', '/{waba}/dataset', { as: 'client_business' })
  const data = [purchase(kit, { ...event, ...more, user_data: { ...user_data, ...user } })]
  return kit.graph('POST', `/${body.id}/events`, { body: { data } })
}

/** The answer to one purchase of which something is other than it should be. */
const refused = (more: object, user?: object) => {
  const kit = readyToSend()
  return tell(kit, [purchase(kit, more, user)])
}

proves(
  createDatasetEvents,
  {
    'receives events, and answers with the trace of the call': async () => {
      const { kit } = await tapped()
      const { status, body, headers } = await tell(kit, [purchase(kit), purchase(kit, { event_name: 'Lead' })])
      expect({ status, body }).toEqual({
        status: 200,
        body: { events_received: 2, messages: [], fbtrace_id: headers['x-fb-request-id'] },
      })
      expect(headers['x-mmgraph-note']).toBe('2 of 2 events are counted')
      expect(conversionsOf(kit)).toEqual({
        [MARCH_2]: { website_purchase: 1, website_purchase_values: 12.5, website_lead: 1 },
      })
    },
    'each part of a batch answers its own trace': async () => {
      const { kit } = await tapped()
      const body = new URLSearchParams({ data: JSON.stringify([purchase(kit)]) }).toString()
      const part = { method: 'POST', relative_url: `${kit.names.pixel}/events`, body, include_headers: true }
      const reply = await kit.graph('POST', '/', { body: { batch: [part, part] } })
      const traces = reply.body.map(({ body: text }: { body: string }) => JSON.parse(text).fbtrace_id)
      expect(new Set(traces).size).toBe(2)
      expect(conversionsOf(kit)).toMatchObject({ [MARCH_2]: { website_purchase: 2 } })
    },
    'reads data as JSON in a form, with values as text': async () => {
      const { kit } = await tapped()
      const custom_data = { currency: 'usd', value: '3.20' }
      const data = JSON.stringify([purchase(kit, { custom_data, event_time: String(nowIn(kit)) })])
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = new URLSearchParams({ data }).toString()
      expect((await kit.graph('POST', '/{pixel}/events', { body, headers })).body).toMatchObject({ events_received: 1 })
      expect(conversionsOf(kit)).toMatchObject({ [MARCH_2]: { website_purchase_values: 3.2 } })
    },
    'one that is wrong refuses all, with the whole envelope': async () => {
      const { kit } = await tapped()
      const old = purchase(kit, { event_time: nowIn(kit) - 7 * DAY - 1 })
      const { status, body } = await tell(kit, [purchase(kit), old])
      expect({ status, body }).toEqual({
        status: 400,
        body: {
          error: {
            message: 'Invalid parameter',
            type: 'OAuthException',
            code: 100,
            error_subcode: 2804003,
            is_transient: false,
            error_user_title: 'Event Timestamp Too Old',
            error_user_msg:
              'The timestamp for this event is too far in the past. Events need to be sent from your server within 7 days of when they occurred. Enter a timestamp that has occurred within the last 7 days.',
            fbtrace_id: expect.any(String),
          },
        },
      })
      expect(conversionsOf(kit)).toEqual({})
    },
    'seven days to the second are not too old, and of a store 62': async () => {
      const kit = readyToSend()
      const store = (age: number) =>
        tell(kit, [purchase(kit, { action_source: 'physical_store', event_time: nowIn(kit) - age })])
      expect((await store(62 * DAY)).status).toBe(200)
      expectError(await store(62 * DAY + 1), 'event_too_old')
      expect((await tell(kit, [purchase(kit, { event_time: nowIn(kit) - 7 * DAY })])).status).toBe(200)
    },
    'website events without client_user_agent, events of every source, and keys that nobody knows are taken':
      async () => {
        const kit = readyToSend()
        const sources = ['website', 'app', 'email', 'phone_call', 'chat', 'physical_store', 'system_generated', 'other']
        const data = sources.map((action_source) => purchase(kit, { action_source, segment: 'gold', opt_out: true }))
        expect((await tell(kit, data)).body).toMatchObject({ events_received: 8 })
      },
    'an event with the name and id of one of the last 48 hours is received and not counted': async () => {
      const { kit } = await tapped()
      const event = () => purchase(kit, { event_id: 'order-1' })
      expect((await tell(kit, [event(), event()])).body).toMatchObject({ events_received: 2 })
      await kit.advance('48h')
      const repeat = await tell(kit, [event(), purchase(kit, { event_id: 'order-1', event_name: 'Lead' })])
      expect(repeat.headers['x-mmgraph-note']).toBe(
        '1 of 2 events are counted; data[0]: it is a repeat of an event with its event_id',
      )
      await kit.advance('1s')
      await tell(kit, [event()])
      expect(conversionsOf(kit)).toMatchObject({
        [MARCH_2]: { website_purchase: 1 },
        '2026-03-04': { website_purchase: 1, website_lead: 1 },
      })
    },
    'a call that is refused leaves no event to be repeated': async () => {
      const { kit } = await tapped()
      const event = purchase(kit, { event_id: 'order-1' })
      await tell(kit, [event, {}])
      await tell(kit, [event])
      expect(conversionsOf(kit)).toMatchObject({ [MARCH_2]: { website_purchase: 1 } })
    },
    'test events are received and counted nowhere': async () => {
      const { kit } = await tapped()
      expect((await tell(kit, [purchase(kit)], { test_event_code: 'TEST123' })).status).toBe(200)
      expect(conversionsOf(kit)).toEqual({})
    },
    'a dataset has events once one came of a website or an app that is no test': async () => {
      const kit = readyToSend()
      const hasEvents = () => kit.world().need('Dataset', need(kit.names.pixel)).hasEvents
      const elsewhere = purchase(kit, { action_source: 'email' })
      await tell(kit, [purchase(kit)], { test_event_code: 'TEST123' })
      await tell(kit, [elsewhere])
      expect(hasEvents()).toBeUndefined()
      await tell(kit, [elsewhere, purchase(kit, { action_source: 'app' })])
      expect(hasEvents()).toBe(true)
      const other = readyToSend()
      await tell(other, [purchase(other)])
      expect(other.world().need('Dataset', need(other.names.pixel))).toMatchObject({
        hasEvents: true,
        id: other.names.pixel,
      })
    },
    'the note counts one event and says that a test counts nowhere': async () => {
      const { kit } = await tapped()
      expect((await tell(kit, [purchase(kit)])).headers['x-mmgraph-note']).toBe('1 of 1 event is counted')
      const { headers } = await tell(kit, [purchase(kit)], { test_event_code: 'TEST123' })
      expect(headers['x-mmgraph-note']).toBe('test events are received and counted nowhere')
    },
    'one event of a chat among others asks for the permission': async () => {
      const kit = readyToSend(row('tokens', 'partner_system_user', { scopes: ['whatsapp_business_management'] }))
      const { user_data, event } = await chat(kit)
      const { body } = await kit.graph('POST', '/{waba}/dataset', { as: 'client_business' })
      const data = [purchase(kit), purchase(kit, { ...event, user_data })]
      expectError(await kit.graph('POST', `/${body.id}/events`, { body: { data } }), 'permission_missing')
    },
    'events of a chat of another business ask for Advanced access, those of its own do not': async () => {
      const withStandard = async (kit: Kit) => {
        const { event, user_data, path } = await chat(kit)
        const app = kit.world().need('Application', need(kit.names.app))
        kit.world().put({ ...app, access: { ...app.access, whatsapp_business_manage_events: 'standard' } })
        return kit.graph('POST', path, { body: { data: [purchase(kit, { ...event, user_data })] } })
      }
      expectError(await withStandard(readyToSend()), 'permission_missing')
      const own = readyToSend(row('accounts', 'waba', { owner: 'partner', sharedWith: [], adAccount: undefined }))
      expect((await withStandard(own)).body).toMatchObject({ events_received: 1 })
    },
    'what an event must have is asked for as of any parameter; more than 1000 are refused': async () => {
      const kit = readyToSend()
      const message = async (data: unknown) => (await tell(kit, data)).body.error?.message
      const required = (param: string) => `(#100) The parameter data[0]['${param}'] is required.`
      expect(await message(undefined)).toBe('(#100) The parameter data is required.')
      expect(await message([purchase(kit, { event_time: undefined })])).toBe(required('event_time'))
      expect(await message([purchase(kit, { user_data: undefined })])).toBe(required('user_data'))
      expect(await message([purchase(kit, { action_source: 'web' })])).toContain("Param data[0]['action_source']")
      const many = (count: number) => Array.from({ length: count }, () => purchase(kit))
      expect(await message(many(1001))).toBe('(#100) Param data must be an array of at most 1000 items.')
      expect((await tell(kit, many(1000))).body).toMatchObject({ events_received: 1000 })
    },
    'customer information that finds somebody is enough, whatever stands beside it': async () => {
      const kit = readyToSend()
      const users = [
        { em: [hashed('robin@juniper.example')] },
        { fn: 'a', ln: 'b' },
        { client_ip_address: '192.0.2.1' },
      ]
      const data = users.map((user_data) => purchase(kit, { user_data }))
      expect((await tell(kit, data)).body).toMatchObject({ events_received: 3 })
    },
    'every set of customer information that finds nobody is refused, and so is none': async () => {
      const kit = readyToSend()
      const poor = [
        {},
        { db: 'x' },
        { fn: 'x', ge: 'f' },
        { ln: 'x' },
        { ph: [], em: '' },
        { zp: 'x', st: 'y', ge: 'f' },
      ]
      for (const user_data of poor)
        expectError(await tell(kit, [purchase(kit, { user_data })]), 'event_customer_missing')
    },
    'events of a chat are received from whoever came from an ad, and counted for no template': async () => {
      const { kit } = await tapped()
      expect((await chatWith({}, {}, undefined, kit)).body).toMatchObject({ events_received: 1 })
      expect((await chatWith({ event_name: 'QualifiedLead' }, {}, undefined, kit)).status).toBe(200)
      expect(conversionsOf(kit)).toEqual({})
    },
    'an ad click that Meta told of in automatic_events is known as well': async () => {
      const kit = readyToSend()
      const told = { phone: 'phone', from: 'recipient', event_name: 'LeadSubmitted', ctwa_clid: 'Afd3' }
      await kit.happens('automatic_event_is_detected', told)
      expect((await chatWith({}, { ctwa_clid: 'Afd3' }, undefined, kit)).status).toBe(200)
    },
    'of a chat the name is looked at before the click, and the click before the permission': async () => {
      expectError(await poorChat({ event_name: 'Lead' }, { ctwa_clid: 'invented' }), 'messaging_event_name_invalid')
      expectError(await poorChat({}, { ctwa_clid: 'invented' }), 'messaging_click_unknown')
      expectError(await poorChat({}, {}), 'permission_missing')
    },
    'without action_source an event is received and counted for nothing': async () => {
      const { kit } = await tapped()
      const { status, headers } = await tell(kit, [purchase(kit, { action_source: undefined })])
      expect(status).toBe(200)
      expect(headers['x-mmgraph-note']).toContain('conversions of no action_source are joined to no message')
    },
    'calls are counted towards no limit': async () => {
      const kit = readyToSend((file) => {
        file.limits = { appCallsPerUser: 1, activeWabaCalls: 1 }
      })
      const statuses = [1, 2, 3, 4, 5].map(async () => (await tell(kit, [purchase(kit)])).status)
      expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200, 200])
    },
    'a pixel takes events with a token that has no permission for WhatsApp': async () => {
      const { kit } = await tapped(row('tokens', 'partner_system_user', { scopes: ['ads_read'] }))
      expect((await tell(kit, [purchase(kit)])).status).toBe(200)
    },
  },
  {
    events_empty: () => tell(readyToSend(), []),
    event_name_missing: () => refused({ event_name: undefined }),
    event_too_old: () => refused({ event_time: 1_700_000_000 }),
    event_in_future: () => refused({ event_time: Date.parse('2026-03-02T09:00:01Z') / 1000 }),
    event_customer_missing: () =>
      refused({}, { ct: [hashed('toronto')], country: [hashed('ca')], client_user_agent: 'x' }),
    event_contents_invalid: () => refused({ custom_data: { currency: 'USD', contents: ['rye'] } }),
    event_currency_missing: () => refused({ custom_data: { value: 3 } }),
    event_currency_invalid: () => refused({ custom_data: { value: 3, currency: 'BREAD' } }),
    event_value_currency_missing: () => refused({ event_name: 'Lead', custom_data: { value: 3 } }),
    messaging_event_name_invalid: async () => {
      const response = await chatWith({ event_name: 'Lead' })
      expect(response.body.error.error_user_msg).toMatch(
        /^The event name parameter value "Lead" provided for your events/,
      )
      return response
    },
    messaging_account_missing: () => chatWith({}, { whatsapp_business_account_id: undefined }),
    messaging_click_missing: () => chatWith({}, { ctwa_clid: undefined }),
    messaging_click_unknown: () => chatWith({}, { ctwa_clid: 'invented' }),
    dataset_account_missing: () => chatWith({}, {}, '/{pixel}/events'),
    dataset_page_missing: () => chatWith({}, { page_id: '1', whatsapp_business_account_id: undefined }),
    parameter_required: () => chatWith({ messaging_channel: undefined }),
    permission_missing: () => poorChat({}, {}),
  },
)
