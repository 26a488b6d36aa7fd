import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import request from 'supertest'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readPairs } from '../../emulator/body.ts'
import { look } from '../ads.ts'
import { emulate, hmac, type Kit, need, receive, subscribe } from '../kit.ts'
import { withHistory } from '../metrics.ts'
import { expectError } from '../operation.ts'
import { hear, market, message, readyToSend, statuses } from '../sends.ts'

// What published clients send and depend on, by the numbers of the source `published-clients`.

const READ = '/{shared_account}'
const INTENT = '/{client}/onboard_partners_to_mm_lite'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_BODY = { 'content-type': 'application/json' }

/** A call as bytes on a socket, for what no client library lets a test say. */
async function raw(
  kit: Kit,
  method: string,
  path: string,
  headers: object,
  chunks: string[] = [],
): Promise<{ status: number; json: unknown }> {
  const { server } = kit
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: '127.0.0.1', port, method, path, headers: { ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, json: JSON.parse(text) }))
    })
    call.on('error', reject)
    for (const chunk of chunks) call.write(chunk)
    call.end()
  })
}

const bearer = (kit: Kit) => ({ authorization: `Bearer ${kit.tokens.partner_system_user}` })
const fill = (kit: Kit, path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => need(kit.names[name]))

describe('paths', () => {
  test('1: unversioned paths are answered', async () => {
    expect((await emulate().graph('GET', READ, { version: '' })).status).toBe(200)
  })

  test('2: any version is answered, however old', async () => {
    for (const version of ['v2.9', 'v13.0', 'v14.0', 'v17.0', 'v19.0', 'v23.0', 'v24.0', 'v25.0']) {
      expect((await emulate().graph('GET', READ, { version })).status).toBe(200)
    }
  })

  test('3: POST /v23.0?access_token=, POST /v23.0/ and POST / are all the batch endpoint', async () => {
    const kit = emulate()
    const batch = JSON.stringify([{ method: 'GET', relative_url: 'me' }])
    for (const path of ['/v23.0', '/v23.0/', '/']) {
      const call = request(kit.server).post(`${path}?access_token=${kit.tokens.partner_system_user}`)
      expect((await call.type('form').send({ batch })).body).toHaveLength(1)
    }
  })

  test('4: a trailing slash on a node, and GET /v23.0/?ids=a,b', async () => {
    const kit = emulate()
    expect((await kit.graph('GET', `${READ}/`, { query: { fields: 'id' } })).status).toBe(200)
    const query = { ids: `${kit.names.client},${kit.names.shared_account}`, fields: 'id' }
    expect(Object.keys((await kit.graph('GET', '/', { query })).body)).toHaveLength(2)
  })
})

describe('tokens', () => {
  test('5: five places: Bearer, OAuth, query, JSON body, form body', async () => {
    const access_token = (kit: Kit) => need(kit.tokens.partner_system_user)
    for (const options of [
      (kit: Kit) => ({ headers: { authorization: `Bearer ${access_token(kit)}` } }),
      (kit: Kit) => ({ headers: { authorization: `OAuth ${access_token(kit)}` } }),
      (kit: Kit) => ({ query: { access_token: access_token(kit) } }),
      (kit: Kit) => ({ body: { access_token: access_token(kit) } }),
      (kit: Kit) => ({ body: `access_token=${access_token(kit)}`, headers: FORM }),
    ]) {
      const kit = emulate()
      expect((await kit.graph('POST', INTENT, { as: '', ...options(kit) })).status).toBe(200)
    }
  })

  test('6: when both are present the parameter wins over the header', async () => {
    const kit = emulate()
    const query = { access_token: need(kit.tokens.client_admin) }
    expect((await kit.graph('GET', '/me', { query })).body.id).toBe(kit.names.admin)
  })

  test('7: APP_ID|APP_SECRET is a token, raw or as %7C', async () => {
    const kit = emulate()
    for (const bar of ['|', '%7C']) {
      const path = `/v24.0/${kit.names.app}?access_token=${kit.names.app}${bar}${kit.secrets.app}`
      expect((await raw(kit, 'GET', path.replace('|', '%7C'), {})).status).toBe(200)
    }
  })

  test('8: appsecret_proof is checked whenever it is sent, and that of an encoded token is wrong', async () => {
    const kit = emulate()
    const encoded = need(kit.tokens.app).replace('|', '%7C')
    const query = { appsecret_proof: hmac(need(kit.secrets.app), encoded) }
    expectError(await kit.graph('GET', '/{app}', { as: 'app', query }), 'appsecret_proof_invalid')
  })
})

describe('bodies', () => {
  test('9: GET and DELETE with a JSON body {}, GET with Content-Length 0, GET with a JSON type and no body', async () => {
    const kit = emulate()
    expect((await kit.graph('GET', READ, { body: {} })).status).toBe(200)
    expect((await kit.graph('DELETE', `${READ}/subscribed_apps`, { body: {} })).status).toBe(200)
    const path = fill(kit, `/v24.0${READ}`)
    expect((await raw(kit, 'GET', path, { ...bearer(kit), 'content-length': '0' })).status).toBe(200)
    expect((await raw(kit, 'GET', path, { ...bearer(kit), ...JSON_BODY })).status).toBe(200)
  })

  test('10: JSON, urlencoded with JSON-encoded values, PHP brackets, and all in the query of a POST', async () => {
    const kit = emulate()
    const { url } = await receive()
    const subscription = { object: 'whatsapp_business_account', callback_url: url, verify_token: 'let-me-in' }
    const encoded = new URLSearchParams(subscription).toString()
    for (const options of [
      { body: { ...subscription, fields: ['account_update', 'messages'] } },
      { body: `${encoded}&fields=${encodeURIComponent('["account_update","messages"]')}`, headers: FORM },
      { body: `${encoded}&fields[0]=account_update&fields[1]=messages`, headers: FORM },
      { body: `${encoded}&fields[]=account_update&fields[]=messages`, headers: FORM },
      { query: { ...subscription, fields: 'account_update,messages' } },
    ]) {
      expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', ...options })).status).toBe(200)
      const { data } = (await kit.graph('GET', '/{app}/subscriptions', { as: 'app' })).body
      expect(data[0].fields).toHaveLength(2)
    }
  })

  test('10: PHP brackets nest, and cannot reach a prototype', () => {
    const pairs = new URLSearchParams(
      'template[language][code]=en_US&components[0][type]=BODY&__proto__[a]=1&x[__proto__][b]=2&odd[=3',
    )
    expect(readPairs(pairs)).toEqual({
      template: { language: { code: 'en_US' } },
      components: [{ type: 'BODY' }],
      x: {},
      'odd[': '3',
    })
    expect(({} as { a?: string; b?: string }).a).toBeUndefined()
  })

  test('11: no Content-Type at all with an urlencoded body, or a JSON one', async () => {
    for (const body of ['solution_id=abc', '{"solution_id":"abc"}']) {
      const kit = emulate()
      const headers = { ...bearer(kit), 'content-length': String(body.length) }
      const { json } = await raw(kit, 'POST', fill(kit, `/v24.0${INTENT}`), headers, [body])
      expect(json).toMatchObject({
        error: { message: 'Invalid parameter: solution_id must be a valid numeric string' },
      })
    }
  })

  test('12: chunked request bodies', async () => {
    const kit = emulate()
    const headers = { ...bearer(kit), ...JSON_BODY, 'transfer-encoding': 'chunked' }
    const { json } = await raw(kit, 'POST', fill(kit, `/v24.0${INTENT}`), headers, ['{"solution', '_id":"abc"}'])
    expect(json).toMatchObject({ error: { code: 100 } })
  })

  test('13: numbers and booleans as strings, everywhere outside JSON', async () => {
    const kit = emulate()
    const query = { limit: '1', summary: 'true' }
    expect((await kit.graph('GET', '/{partner}/owned_whatsapp_business_accounts', { query })).body.data).toHaveLength(1)
    const body = {
      fetch_only: 'TRUE',
      appsecret_proof: hmac(need(kit.secrets.app), need(kit.tokens.partner_system_user)),
    }
    expectError(await kit.graph('POST', '/{client}/system_user_access_tokens', { body }), 'permission_missing')
  })

  test('14: unknown and redundant parameters are ignored: id, summary', async () => {
    const kit = emulate()
    expect((await kit.graph('POST', INTENT, { body: { id: kit.names.client } })).status).toBe(200)
    const query = { id: need(kit.names.shared_account), anything: '1' }
    expect((await kit.graph('DELETE', `${READ}/subscribed_apps`, { query })).status).toBe(200)
  })

  test('15: method=delete in the query of a POST is a DELETE', async () => {
    const kit = emulate()
    await kit.graph('POST', `${READ}/subscribed_apps`)
    await kit.graph('POST', `${READ}/subscribed_apps`, { query: { method: 'delete' } })
    expect((await kit.graph('GET', `${READ}/subscribed_apps`)).body).toEqual({ data: [] })
  })

  test('16: fields as a comma list, a JSON array, a{b,c} and edge names; filtering as JSON in the query', async () => {
    const kit = emulate()
    for (const fields of ['id,name', '["id","name"]', 'name,owner_business{id,name}', 'name,subscribed_apps']) {
      expect((await kit.graph('GET', READ, { query: { fields } })).body.name).toBe('Juniper shop')
    }
  })
})

test('17: to as it was given, digits in wa_id', async () => {
  const [contact] = (await market(readyToSend(), message({ to: '+1 (416) 555-0100' }))).body.contacts
  expect(contact).toEqual({ input: '+1 (416) 555-0100', wa_id: '14165550100' })
})

test('18: policy, empty components, no recipient_type, opaque data, a user id, product_policy, activity sharing', async () => {
  const kit = readyToSend()
  const loose = { biz_opaque_callback_data: 'x', product_policy: 'STRICT', message_activity_sharing: true }
  const template = { language: { code: 'en_US', policy: 'deterministic' }, components: [] }
  expect((await market(kit, message(loose, template))).status).toBe(200)
  expect((await market(kit, message({ to: undefined, recipient: 'CA.13491208655302741918' }))).status).toBe(200)
})

describe('insights', () => {
  const EDGE = '/{ad_account}/insights'
  const RANGE = { since: '2026-02-01', until: '2026-02-03' }
  const JSON_RANGE = JSON.stringify(RANGE)
  const QUOTED_RANGE = "{'since':'2026-02-01','until':'2026-02-03'}"
  const FILTERING = [{ field: 'ad.name', operator: 'CONTAIN', value: 'spring' }]
  const QUOTED_FILTERING = "[{field:'ad.name',operator:'CONTAIN',value:'spring'}]"
  /** As it is said as JSON, whatever the form. */
  const ASKED = { fields: ['spend', 'impressions'], time_range: RANGE, filtering: FILTERING, time_increment: 1 }
  const BRACKETS = {
    'fields[0]': 'spend',
    'fields[1]': 'impressions',
    'time_range[since]': RANGE.since,
    'time_range[until]': RANGE.until,
    'filtering[0][field]': 'ad.name',
    'filtering[0][operator]': 'CONTAIN',
    'filtering[0][value]': 'spring',
    time_increment: '1',
  }
  const encode = (pairs: Record<string, string>) => new URLSearchParams(pairs).toString()
  /** Lists and objects as JSON in text. */
  const flat = Object.fromEntries(
    Object.entries(ASKED).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : `${value}`,
    ]),
  )
  const quoted = { ...flat, fields: 'spend,impressions', time_range: QUOTED_RANGE, filtering: QUOTED_FILTERING }

  function multipart(pairs: Record<string, string>): { body: string; headers: Record<string, string> } {
    const parts = Object.entries(pairs).map(
      ([name, value]) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    return { body: `${parts.join('')}--cut--\r\n`, headers: { 'content-type': 'multipart/form-data; boundary=cut' } }
  }

  const read = (kit: Kit, path: string, query: Record<string, string> = {}) => look(kit, path, query)
  const write = (kit: Kit, options: object) => kit.graph('POST', EDGE, { as: 'client_business', ...options })

  /** Three days of one ad. */
  const DAYS = ['2026-02-01', '2026-02-02', '2026-02-03'].map((day) => ({
    spend: expect.stringMatching(/^\d+(\.\d+)?$/),
    impressions: expect.stringMatching(/^\d+$/),
    date_start: day,
    date_stop: day,
  }))

  const posts: readonly (readonly [form: string, options: object])[] = [
    ['JSON', { body: ASKED }],
    ['urlencoded with JSON-encoded values', { body: encode(flat), headers: FORM }],
    ['urlencoded with single quotes', { body: encode(quoted), headers: FORM }],
    ['PHP brackets', { body: encode(BRACKETS), headers: FORM }],
    ['multipart', multipart(flat)],
    ['all in the query', { query: flat }],
  ]

  test.each(posts)('30: report_run_id of a POST (%s), its status, and its rows without fields', async (_, options) => {
    const kit = withHistory()
    const { body: made } = await write(kit, options)
    expect(made).toEqual({ report_run_id: expect.stringMatching(/^\d+$/) })
    const run = `/${made.report_run_id}`
    const fields = 'async_status,async_percent_completion'
    expect((await read(kit, run, { fields })).body).toMatchObject({
      async_status: 'Job Not Started',
      async_percent_completion: 0,
    })
    await kit.advance('10s')
    expect((await read(kit, run, { fields })).body).toEqual({
      id: made.report_run_id,
      async_status: 'Job Completed',
      async_percent_completion: 100,
    })
    expect((await read(kit, `${run}/insights`)).body.data).toEqual(DAYS)
  })

  const gets: readonly (readonly [form: string, query: Record<string, string>])[] = [
    ['fields and ranges as JSON', flat],
    ['a comma list and single quotes', quoted],
    ['PHP brackets', BRACKETS],
    ['summary=true added', { ...flat, summary: 'true' }],
    ['empty lists added', { ...flat, breakdowns: '[]', action_breakdowns: '[]', sort: '[]' }],
    ['null as the Node SDK says it', { ...flat, breakdowns: '', action_breakdowns: '', sort: '' }],
  ]

  test.each(gets)('31: rows carry their dates and only the asked fields, as strings (%s)', async (_, query) => {
    const { body } = await read(withHistory(), EDGE, query)
    expect(body).toEqual({ data: DAYS, paging: { cursors: expect.any(Object) } })
  })

  test('31: without fields, or with an empty one, defaults apply', async () => {
    const kit = withHistory()
    for (const query of [{}, { fields: '' }, { fields: '[]' }]) {
      const [row] = (await read(kit, '/{ad}/insights', query)).body.data
      const ids = ['account_id', 'campaign_id', 'adset_id', 'ad_id']
      expect(Object.keys(row)).toEqual([...ids, 'impressions', 'spend', 'date_start', 'date_stop'])
      for (const value of Object.values(row)) expect(value).toBeTypeOf('string')
    }
  })

  test('16: as an edge in fields, with the range as a preset, in single quotes, as JSON, and twice under other names', async () => {
    const kit = withHistory()
    const { data } = (await read(kit, '/{ad}/insights', flat)).body
    for (const edge of [
      `insights.time_range(${QUOTED_RANGE}).time_increment(1){spend,impressions}`,
      `insights.time_range(${JSON_RANGE}).time_increment(1).fields(spend,impressions)`,
      `insights.time_range(${QUOTED_RANGE}).filtering(${QUOTED_FILTERING}).time_increment(1){spend,impressions}`,
    ]) {
      const { body } = await read(kit, '/{ad}', { fields: `name,${edge}` })
      expect(body).toMatchObject({ id: kit.names.ad, name: 'spring_sale', insights: { data } })
    }
    const fields =
      'insights.date_preset(last_7d).time_increment(1).as(days){impressions,spend},insights.date_preset(yesterday){spend}'
    const { days, insights } = (await read(kit, '/{ad}', { fields })).body
    expect(days.data).toHaveLength(7)
    expect(insights.data).toEqual([{ spend: days.data[6].spend, date_start: '2026-03-01', date_stop: '2026-03-01' }])
  })

  test('22: next of an edge in fields leads on through its rows, with its range and its fields', async () => {
    const kit = withHistory()
    const fields = `insights.time_range(${QUOTED_RANGE}).time_increment(1).limit(2){spend,impressions}`
    const { insights } = (await read(kit, '/{ad}', { fields })).body
    expect(insights.data).toEqual(DAYS.slice(0, 2))
    const { pathname, search } = new URL(insights.paging.next)
    expect((await request(kit.server).get(pathname + search)).body.data).toEqual(DAYS.slice(2))
  })

  test('16: of several ads by ids, and of the ads that an edge lists', async () => {
    const kit = withHistory()
    const { ad = '', plain_ad = '' } = kit.names
    const query = { fields: 'spend', date_preset: 'last_7d' }
    const { body } = await read(kit, '/insights', { ...query, ids: `${ad},${plain_ad}` })
    expect(Object.keys(body).sort()).toEqual([ad, plain_ad].sort())
    for (const id of [ad, plain_ad]) {
      expect(body[id]).toEqual((await read(kit, `/${id}/insights`, query)).body)
    }
    const listed = await read(kit, '/{ad_account}/ads', { fields: 'insights.date_preset(last_7d){spend}' })
    const withRows = listed.body.data.filter(
      ({ insights }: { insights: { data: object[] } }) => insights.data.length > 0,
    )
    expect(withRows.map(({ id, insights }: { id: string; insights: object }) => [id, insights]).sort()).toEqual(
      [ad, plain_ad].map((id) => [id, body[id]]).sort(),
    )
  })

  test('19, 21: as parts of a batch, encoded or not, read and run', async () => {
    const kit = withHistory()
    const { ad, ad_account } = kit.names
    const asked = `fields=spend,impressions&time_increment=1&time_range=${JSON_RANGE}`
    const batch = [
      { method: 'GET', relative_url: `${ad}/insights?${encode(flat)}` },
      { method: 'get', relative_url: `/v24.0/${ad}/insights?${asked}` },
      { method: 'GET', relative_url: `${ad}?fields=insights.time_range(${QUOTED_RANGE}){spend}` },
      { method: 'POST', relative_url: `${ad_account}/insights`, body: `${asked}&level=ad` },
      { method: 'POST', relative_url: `${ad_account}/insights`, body: encode(flat) },
      { method: 'GET', relative_url: `${ad}/insights?fields=nonsense` },
    ]
    const parts: { code: number; body: string }[] = (
      await kit.graph('POST', '/', { as: 'client_business', body: { batch, include_headers: false } })
    ).body
    expect(parts.map(({ code }) => code)).toEqual([200, 200, 200, 200, 200, 400])
    const [encoded, bare, nested, run, encodedRun, refused] = parts.map(({ body }) => JSON.parse(body))
    expect([encoded.data, bare.data]).toEqual([DAYS, DAYS])
    expect(nested.insights.data).toHaveLength(1)
    expect(refused.error).toMatchObject({ code: 100, type: 'OAuthException' })
    await kit.advance('10s')
    for (const { report_run_id } of [run, encodedRun]) {
      expect((await read(kit, `/${report_run_id}/insights`)).body.data).toEqual(DAYS)
    }
  })
})

test('39: pricing and origin of a marketing message are marketing_lite', async () => {
  const kit = readyToSend()
  const receiver = await hear(kit, ['messages'], 'v23.0')
  await market(kit)
  await kit.advance('1s')
  expect(statuses(receiver)[0]).toMatchObject({
    conversation: { origin: { type: 'marketing_lite' } },
    pricing: { billable: true, pricing_model: 'PMP', category: 'marketing_lite', type: 'regular' },
  })
})

test('42: message_status for templates', async () => {
  expect((await market(readyToSend())).body.messages[0]).toHaveProperty('message_status', 'accepted')
})

describe('templates', () => {
  const EDGE = '/{waba}/message_templates'

  test('14: an id that a client adds to a creation and a deletion is ignored', async () => {
    const kit = emulate('ready-to-send')
    const text = 'The bakery around the corner is open again.'
    const body = {
      id: kit.names.waba,
      name: 'open',
      language: 'en',
      category: 'UTILITY',
      components: [{ type: 'BODY', text }],
    }
    expect((await kit.graph('POST', EDGE, { body })).status).toBe(200)
    expect((await kit.graph('DELETE', EDGE, { query: { name: 'open', id: String(kit.names.waba) } })).status).toBe(200)
  })

  test('10: components come in PHP brackets, too', async () => {
    const kit = emulate('ready-to-send')
    const body = new URLSearchParams({
      name: 'open',
      language: 'en',
      category: 'UTILITY',
      'components[0][type]': 'BODY',
      'components[0][text]': 'Order {{1}} is ready at the counter.',
      'components[0][example][body_text][0][0]': '1234',
    }).toString()
    const { status, body: made } = await kit.graph('POST', EDGE, { body, headers: FORM })
    expect({ status, keys: Object.keys(made) }).toEqual({ status: 200, keys: ['id', 'status', 'category'] })
  })

  test('24: the summary has its four numbers, and every template its parameter_format', async () => {
    const kit = emulate('ready-to-send')
    const summary = 'total_count,message_template_count,message_template_limit,are_translations_complete'
    const { body } = await kit.graph('GET', EDGE, { query: { summary } })
    expect(Object.keys(body.summary).join()).toBe(summary)
    for (const template of body.data) expect(template.parameter_format).toBe('POSITIONAL')
  })
})

describe('batch', () => {
  test('19: a JSON array in a JSON body or a JSON string in a form; method in lower case; with or without a leading slash', async () => {
    const kit = emulate()
    const batch = [
      { method: 'get', relative_url: '/me' },
      { method: 'GET', relative_url: 'v23.0/me?fields=id' },
    ]
    const codes = ({ body }: { body: { code: number }[] }) => body.map(({ code }) => code)
    expect(codes(await kit.graph('POST', '/', { body: { batch } }))).toEqual([200, 200])
    const body = new URLSearchParams({ batch: JSON.stringify(batch) }).toString()
    expect(codes(await kit.graph('POST', '/', { body, headers: FORM }))).toEqual([200, 200])
  })

  test('20: HTTP 200, an array in order, bodies as strings, include_headers=false drops headers', async () => {
    const kit = emulate()
    const batch = [{ method: 'GET', relative_url: 'me' }]
    const { status, body } = await kit.graph('POST', '/', { body: { batch, include_headers: false } })
    expect({ status, body }).toEqual({ status: 200, body: [{ code: 200, body: expect.any(String) }] })
  })

  test('21: inner bodies that are not encoded are read, and inner errors keep their code and envelope', async () => {
    const kit = emulate()
    const relative_url = `${kit.names.client}/onboard_partners_to_mm_lite`
    const batch = [{ method: 'POST', relative_url, body: 'solution_id=abc&template={"name":"x y"}' }]
    const [part] = (await kit.graph('POST', '/', { body: { batch } })).body
    expect({ code: part.code, error: JSON.parse(part.body).error }).toMatchObject({ code: 400, error: { code: 100 } })
  })
})

describe('paging', () => {
  const OWNED = '/{partner}/owned_whatsapp_business_accounts'

  test('22: next and previous are absolute, on the host of the request, with token, limit, fields and filters', async () => {
    const kit = emulate('five-obo-without-intent')
    const filtering = '[{"field":"creation_time","operator":"GREATER_THAN","value":1}]'
    const { body } = await kit.graph('GET', OWNED, {
      query: { limit: '2', fields: 'name', filtering },
      headers: { host: 'mmgraph.internal:4020' },
    })
    const next = new URL(body.paging.next)
    expect(next.origin).toBe('http://mmgraph.internal:4020')
    expect(Object.fromEntries(next.searchParams)).toMatchObject({
      access_token: kit.tokens.partner_system_user,
      limit: '2',
      fields: 'name',
      filtering,
      after: body.paging.cursors.after,
    })
  })

  test('23: the last page has cursors without next, and a page past the end no data and no cursors', async () => {
    const kit = emulate()
    const { paging } = (await kit.graph('GET', OWNED)).body
    expect(paging).toEqual({ cursors: expect.any(Object) })
    expect((await kit.graph('GET', OWNED, { query: { after: paging.cursors.after } })).body).toEqual({ data: [] })
  })

  test('25: a single page comes as {data, paging: {cursors}}', async () => {
    expect((await emulate().graph('GET', OWNED)).body).toEqual({
      data: expect.any(Array),
      paging: { cursors: { before: expect.any(String), after: expect.any(String) } },
    })
  })
})

describe('errors', () => {
  test('26: HTTP 4xx and an envelope of message, type, integer code and fbtrace_id, as JSON; success is exactly 200', async () => {
    const kit = emulate()
    const { status, headers, body } = await kit.graph('GET', '/1')
    expect(status).toBe(400)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(body.error).toMatchObject({
      message: expect.any(String),
      type: expect.any(String),
      code: expect.any(Number),
      fbtrace_id: expect.any(String),
    })
    expect((await kit.graph('POST', INTENT)).status).toBe(200)
  })

  test('27: the codes that clients switch on: 190, 100, 4, 10, 200', async () => {
    const kit = emulate()
    const code = async (call: ReturnType<Kit['graph']>) => (await call).body.error.code
    expect(await code(kit.graph('GET', '/me', { as: 'x' }))).toBe(190)
    expect(await code(kit.graph('GET', '/1'))).toBe(100)
    expect(await code(emulate('partner-not-enrolled').graph('POST', INTENT))).toBe(10)
    expect(await code(emulate('app-without-advanced-access').graph('POST', INTENT))).toBe(200)
    await kit.control('post', `worlds/${kit.id}/faults`, { error: 'app_limit_reached' })
    expect(await code(kit.graph('GET', '/me'))).toBe(4)
  })

  test('28: GET / without a token is an OAuthException', async () => {
    const { body } = await emulate().graph('GET', '/', { as: '', version: '' })
    expect(body.error.type).toBe('OAuthException')
  })

  test('29: debug_token is 200 for a bad input_token, and honours fields', async () => {
    const kit = emulate()
    const bad = await kit.graph('GET', '/debug_token', { as: 'app', query: { input_token: 'EAAbad' } })
    expect({ status: bad.status, valid: bad.body.data.is_valid }).toEqual({ status: 200, valid: false })
    const query = { input_token: need(kit.tokens.client_admin), fields: 'app_id' }
    expect((await kit.graph('GET', '/debug_token', { as: 'app', query })).body).toEqual({
      data: { app_id: kit.names.app },
    })
  })

  test('32: GET /me?access_token= is 200 before anything', async () => {
    const kit = emulate()
    expect(
      (await kit.graph('GET', '/me', { as: '', query: { access_token: need(kit.tokens.client_admin) } })).status,
    ).toBe(200)
  })
})

describe('webhooks', () => {
  async function hear(): Promise<{ kit: Kit; receiver: Awaited<ReturnType<typeof receive>> }> {
    const kit = emulate()
    const receiver = await receive()
    await subscribe(kit, receiver)
    await kit.graph('POST', INTENT)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    return { kit, receiver }
  }

  test('33, 34, 35: pure ASCII, signed over exactly those bytes (71 characters), with Content-Length, one change a POST', async () => {
    const { kit, receiver } = await hear()
    for (const { raw: body, headers, json } of receiver.posts) {
      expect(body).toMatch(/^[\x20-\x7e]+$/)
      const signature = String(headers['x-hub-signature-256'])
      expect(signature).toHaveLength(71)
      expect(signature).toBe(`sha256=${hmac(need(kit.secrets.app), body)}`)
      expect(headers['x-hub-signature']).toMatch(/^sha1=[0-9a-f]{40}$/)
      expect(headers['content-length']).toBe(String(body.length))
      expect(headers['content-type']).toBe('application/json')
      expect(json.entry.flatMap(({ changes }) => changes)).toHaveLength(1)
    }
  })

  test('36: the handshake is a GET with hub.mode, hub.challenge and hub.verify_token, made before the answer', async () => {
    const { receiver } = await hear()
    expect(Object.keys(need(receiver.handshakes[0]))).toEqual(['hub.mode', 'hub.challenge', 'hub.verify_token'])
  })

  test('37: a receiver that answers 500 to account_update is tried again, and stays subscribed', async () => {
    const kit = emulate()
    const receiver = await receive()
    await subscribe(kit, receiver)
    receiver.answers.push(...Array(40).fill(500))
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    await kit.advance('30d')
    expect((await kit.graph('GET', '/{app}/subscriptions', { as: 'app' })).body.data).toMatchObject([{ active: true }])
  })

  test('40: a 202 is success', async () => {
    const kit = emulate()
    const receiver = await receive()
    await subscribe(kit, receiver)
    receiver.answers.push(202)
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    expect(receiver.posts).toHaveLength(1)
  })

  test('41: a retry is the same bytes, so that a client can drop it as a duplicate', async () => {
    const kit = emulate()
    const receiver = await receive()
    await subscribe(kit, receiver)
    receiver.answers.push(500)
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    expect(receiver.posts).toHaveLength(2)
    expect(new Set(receiver.posts.map(({ raw: body }) => body)).size).toBe(1)
  })
})

describe('replies', () => {
  test('43: ids are strings of digits below 2^53, and request_id is one', async () => {
    const kit = emulate()
    const { request_id } = (await kit.graph('POST', INTENT)).body
    for (const id of [...Object.values(kit.names), request_id]) {
      expect(id).toMatch(/^\d+$/)
      expect(Number.isSafeInteger(Number(id))).toBe(true)
    }
  })

  test('44: gzip only when asked, no redirects, and always a Content-Type', async () => {
    const kit = emulate()
    for (const path of ['/', '/me', '/me/', '/1', '/nobody', '/me/permissions/']) {
      const { status, headers } = await kit.graph('GET', path, { headers: { 'accept-encoding': 'identity' } })
      expect(status < 300 || status >= 400).toBe(true)
      expect(headers['content-type']).toBeDefined()
      expect(headers['content-encoding']).toBeUndefined()
    }
  })

  test('45: subscribed_apps answers {data: [{whatsapp_business_api_data: {id, name, link}}]}', async () => {
    const kit = emulate()
    await kit.graph('POST', `${READ}/subscribed_apps`)
    const { data } = (await kit.graph('GET', `${READ}/subscribed_apps`)).body
    expect(Object.keys(data[0].whatsapp_business_api_data).sort()).toEqual(['id', 'link', 'name'])
  })
})
