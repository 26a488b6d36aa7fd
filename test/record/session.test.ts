import { expect, test } from 'vitest'
import { multipart, PNG } from '../media.ts'
import { CALLBACK, recorded, send, type Tester, tester } from './tester.ts'

async function subscribe({ call, names, secrets }: Tester, fields: string): Promise<void> {
  const body = { object: 'whatsapp_business_account', callback_url: CALLBACK, verify_token: 'let-me-in', fields }
  const { status } = await call('POST', `/v24.0/${names.app}/subscriptions`, {
    headers: { authorization: `Bearer ${names.app}|${secrets.app}` },
    body: new URLSearchParams(body),
  })
  expect(status).toBe(200)
}

/** One of everything that a tester does in an afternoon. */
async function afternoon(it: Tester): Promise<void> {
  const { names } = it
  await subscribe(it, 'messages,message_template_status_update')
  await it.as('client_business', 'POST', `/${names.waba}/subscribed_apps`)
  const sent = await it.as('client_business', 'POST', `/${names.phone}/marketing_messages`, send('+14165550100'))
  await it.wait('5s')
  await it.happens('customer_clicks_link', { message: sent.body.messages[0].id })
  const made = await it.as('client_business', 'POST', `/${names.waba}/message_templates`, {
    name: 'rye_week',
    language: 'en_US',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'All week long: rye from the stone oven.' }],
  })
  await it.wait('2m')
  await it.as('client_business', 'GET', `/${made.body.id}?fields=name,status`)
  await it.control('faults', { error: 'service_unavailable', times: 3 })
  await it.as('client_business', 'POST', `/${names.phone}/marketing_messages`, send('+14165550100', 'rye_week'))
  await it.control('faults', undefined, 'DELETE')
  await it.control('faults', { drop: 'after' })
  await it.as('client_business', 'GET', `/${names.phone}`).catch(() => undefined)
  await it.as('client_business', 'POST', `/${names.phone}/marketing_messages`, send('+14165550100', 'no_such'))
  await it.as('client_business', 'POST', `/${names.phone}/marketing_messages`, send('+14165550111'))
  const picture = multipart({ messaging_product: 'whatsapp' }, PNG, 'sale.png', 'image/png')
  const media = await it.call('POST', `/v24.0/${names.phone}/media`, {
    headers: {
      authorization: `Bearer ${it.tokens.client_business}`,
      'content-type': 'multipart/form-data; boundary=b',
    },
    body: new Uint8Array(picture),
  })
  await it.as('client_business', 'GET', `/${media.body.id}`)
  const run = await it.as(
    'client_business',
    'POST',
    `/${names.ad_account}/insights?fields=marketing_messages_sent&date_preset=today`,
  )
  await it.wait('10m')
  await it.as('client_business', 'GET', `/${run.body.report_run_id}`)
  await it.as('client_business', 'GET', `/${run.body.report_run_id}/insights`)
  const page = await it.as('client_business', 'GET', `/${names.waba}/message_templates?limit=1&fields=name`)
  await it.call('GET', page.body.paging.next)
  await it.happens('customer_clicks_link', { message: 'wamid.none' })
  await it.wait('7d')
}

test('an afternoon in ready-to-send becomes a scenario that passes', async () => {
  const it = await tester('ready-to-send')
  await afternoon(it)
  const { text, read, failure, loosened, notes } = await recorded(await it.journal())
  expect({ failure, loosened, notes }).toEqual({ failure: undefined, loosened: [], notes: [] })
  expect(read.hears).toEqual({ app: ['messages', 'message_template_status_update'] })
  expect(Object.values(it.names).filter((id) => text.includes(id))).toEqual([])
  const stepAt = (call: string, at = 0): object =>
    read.steps.filter((step: { call?: string }) => step.call === call).at(at)
  expect(stepAt('POST /{phone}/marketing_messages')).toEqual({
    say: 'Send marketing message',
    call: 'POST /{phone}/marketing_messages',
    as: 'client_business',
    body: send('+{recipient}'),
    expect: { reply: { messages: [{ id: '<message>', message_status: 'accepted' }] } },
  })
  expect(read.steps[2]).toEqual({
    say: '5 seconds later',
    wait: '5s',
    webhook: ['sent', 'delivered', 'read'].map((status) => ({
      field: 'messages',
      value: { statuses: [{ id: '{message}', status, recipient_id: '{recipient}' }] },
    })),
  })
  expect(read.steps[3]).toMatchObject({ happens: 'customer_clicks_link', with: { message: '{message}' } })
  expect(stepAt('GET /{template_2}')).toMatchObject({ expect: { reply: { name: 'rye_week', status: 'APPROVED' } } })
  expect(stepAt('POST /{phone}/marketing_messages', 1)).toMatchObject({ expect: { error: 'service_unavailable' } })
  expect(read.steps.find(({ fault }: { fault?: object }) => fault)).toMatchObject({
    fault: { error: 'service_unavailable' },
  })
  expect(stepAt('GET /{phone}')).toMatchObject({ expect: { answer: 'none' } })
  expect(stepAt('POST /{phone}/marketing_messages', 2)).toMatchObject({ expect: { error: 'template_not_found' } })
  expect(stepAt('POST /{phone}/media')).toMatchObject({
    form: { messaging_product: 'whatsapp' },
    files: { file: { type: 'image/png', name: 'sale.png', bytes: PNG.length } },
    expect: { reply: { id: '<media>' } },
  })
  expect(stepAt('GET /{media}')).toBeDefined()
  expect(stepAt('GET /{report_run}/insights')).toMatchObject({
    expect: { reply: { data: [{ marketing_messages_sent: '1' }] } },
  })
  expect(stepAt('GET {next}')).toMatchObject({ expect: { reply: { data: [{ name: 'birthday_offer' }] } } })
  expect(read.steps.at(-1)).toMatchObject({ happens: 'customer_clicks_link', expect: { refused: expect.any(String) } })
  expect(text).toContain('131049')
})

test('the same journal gives the same file, byte for byte', async () => {
  const it = await tester('ready-to-send')
  await afternoon(it)
  const journal = await it.journal()
  expect((await recorded(journal)).text).toBe((await recorded(journal)).text)
})

test('an onboarding is recorded with its token', async () => {
  const it = await tester('partner-with-obo-client')
  const { names, tokens, secrets } = it
  await subscribe(it, 'account_update')
  await it.call('POST', `/v24.0/${names.client}/onboard_partners_to_mm_lite?access_token=${tokens.partner_system_user}`)
  await it.happens('client_accepts_mm_terms', { business: 'client' })
  await it.wait('1h')
  const { createHmac } = await import('node:crypto')
  const proof = createHmac('sha256', `${secrets.app}`).update(`${tokens.partner_system_user}`).digest('hex')
  const fetched = await it.call('POST', `/v24.0/${names.client}/system_user_access_tokens`, {
    body: new URLSearchParams({
      fetch_only: 'true',
      appsecret_proof: proof,
      access_token: `${tokens.partner_system_user}`,
    }),
  })
  const token: string = fetched.body.access_token
  await it.call('GET', `/v24.0/${names.obo_account}?fields=ownership_type&access_token=${token}`)
  const { text, read, failure, loosened } = await recorded(await it.journal())
  expect({ failure, loosened }).toEqual({ failure: undefined, loosened: [] })
  expect(read.steps).toEqual([
    {
      say: 'Onboard partners to MM lite',
      call: 'POST /{client}/onboard_partners_to_mm_lite',
      as: 'partner_system_user',
    },
    {
      say: expect.stringMatching(/^An admin/),
      happens: 'client_accepts_mm_terms',
      with: { business: 'client' },
    },
    {
      say: '1 hour later',
      wait: '1h',
      webhook: ['shared_account', 'obo_account'].map((account) => ({
        field: 'account_update',
        value: { event: 'MM_LITE_TERMS_SIGNED', waba_info: { owner_business_id: '{client}', waba_id: `{${account}}` } },
      })),
    },
    {
      say: 'Create system user access token',
      call: 'POST /{client}/system_user_access_tokens',
      as: 'partner_system_user',
      proof: 'app',
      form: { fetch_only: 'true' },
      expect: { reply: { access_token: '<token>' } },
    },
    {
      say: 'Get WhatsApp business account details',
      call: 'GET /{obo_account}',
      as: '{token}',
      query: { fields: 'ownership_type' },
      expect: { reply: { ownership_type: 'SELF' } },
    },
  ])
  expect(
    [token, proof, ...Object.values(tokens), ...Object.values(secrets)].filter((one) => text.includes(one)),
  ).toEqual([])
})

test('pauses that are left out are made up for where something falls due', async () => {
  const it = await tester('ready-to-send')
  await subscribe(it, 'message_template_status_update')
  await it.as('client_business', 'POST', `/${it.names.waba}/subscribed_apps`)
  await it.as('client_business', 'POST', `/${it.names.waba}/message_templates`, {
    name: 'rye_week',
    language: 'en_US',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'All week long: rye from the stone oven.' }],
  })
  for (const _ of Array(10)) {
    await it.as('client_business', 'GET', `/${it.names.phone}?fields=verified_name`)
    await it.wait('3s')
  }
  await it.as('client_business', 'GET', `/${it.names.waba}?fields=name`)
  await it.wait('30.2s')
  const { read, failure, loosened } = await recorded(await it.journal())
  expect({ failure, loosened }).toEqual({ failure: undefined, loosened: [] })
  expect(read.steps.slice(2)).toMatchObject([
    { call: 'GET /{phone}', times: 10 },
    { call: 'GET /{waba}' },
    { wait: '1m', webhook: { field: 'message_template_status_update', value: { event: 'APPROVED' } } },
  ])
})
