import request, { type Response } from 'supertest'
import { describe, expect, test } from 'vitest'
import type { ErrorName } from '../../contracts/errors.ts'
import { emulate, need } from '../kit.ts'
import { expectError } from '../operation.ts'

const READ = '/{shared_account}'
const INTENT = '/{client}/onboard_partners_to_mm_lite'
const json = { 'content-type': 'application/json' }

/** What is wrong with a call -> the error that Graph answers. */
const cases: readonly [string, ErrorName, () => Promise<Response>][] = [
  ['an unknown id', 'object_missing_on_get', () => emulate().graph('GET', '/123456789012345')],
  [
    'an unknown id, posted to',
    'object_missing_on_post',
    () => emulate().graph('POST', '/123456789012345/subscribed_apps'),
  ],
  [
    'an unknown id, deleted',
    'object_missing_on_delete',
    () => emulate().graph('DELETE', '/123456789012345/subscribed_apps'),
  ],
  ['an id that is none', 'alias_unknown', () => emulate().graph('GET', '/juniper')],
  [
    'an account of nobody related',
    'object_missing_on_get',
    () => emulate('neither-shared-nor-obo').graph('GET', '/{own_account}'),
  ],
  [
    'an edge of another type of node',
    'field_unknown',
    () => emulate().graph('GET', '/{shared_account}/client_whatsapp_business_accounts'),
  ],
  ['an edge that no type has', 'path_unknown', () => emulate().graph('GET', '/{shared_account}/adcreative')],
  ['a path that is too long', 'path_unknown', () => emulate().graph('GET', '/{shared_account}/subscribed_apps/1')],
  ['a method that the edge has not', 'method_unsupported', () => emulate().graph('GET', INTENT)],
  ['an unknown version', 'path_unknown', () => emulate().graph('GET', '/me', { version: 'v99.0' })],
  ['an unknown version before a node', 'alias_unknown', () => emulate().graph('GET', '', { version: 'v99.0' })],
  ['the root', 'root_unsupported', () => emulate().graph('GET', '/')],
  ['no token', 'token_missing', () => emulate().graph('GET', READ, { as: '' })],
  ['no token at /me', 'token_missing_for_me', () => emulate().graph('GET', '/me', { as: '' })],
  ['an app token at /me', 'token_missing_for_me', () => emulate().graph('GET', '/me', { as: 'app' })],
  ['a token that is no token', 'token_unparsable', () => emulate().graph('GET', READ, { as: 'not a token' })],
  ['a damaged token of ours', 'token_malformed', () => emulate().graph('GET', READ, { as: 'EAAMMGRAPHdamaged' })],
  [
    'a token that was not made here',
    'token_undecryptable',
    () => emulate().graph('GET', READ, { as: `EAAG${'x'.repeat(60)}` }),
  ],
  [
    'an app token with a wrong secret',
    'token_signature_invalid',
    () => {
      const kit = emulate()
      return kit.graph('GET', '/{app}', { as: `${kit.names.app}|wrong-secret` })
    },
  ],
  ['an app token of an unknown app', 'app_unknown', () => emulate().graph('GET', READ, { as: '123456789|secret' })],
  [
    'an expired token',
    'token_expired',
    async () => {
      const kit = emulate(undefined, (file) => {
        if (file.tokens.client_admin) file.tokens.client_admin.expires = '2026-03-03'
      })
      expect((await kit.graph('GET', '/{client}', { as: 'client_admin' })).status).toBe(200)
      await kit.advance('1d')
      return kit.graph('GET', '/{client}', { as: 'client_admin' })
    },
  ],
  [
    'a wrong appsecret_proof',
    'appsecret_proof_invalid',
    () => emulate().graph('GET', READ, { query: { appsecret_proof: 'e3b0c44298fc1c14' } }),
  ],
  [
    'a missing permission',
    'permission_missing',
    () => {
      const kit = emulate(undefined, (file) => {
        if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = ['business_management']
      })
      return kit.graph('GET', READ)
    },
  ],
  [
    'Standard access to a foreign account',
    'permission_missing',
    () => emulate('app-without-advanced-access').graph('GET', READ),
  ],
  [
    'a malformed JSON body',
    'body_malformed',
    () => emulate().graph('POST', INTENT, { body: '{"solution_id":', headers: json }),
  ],
  [
    'a JSON body that is no object',
    'body_malformed',
    () => emulate().graph('POST', INTENT, { body: '[1]', headers: json }),
  ],
  [
    'a body of another content type',
    'body_content_type',
    () => emulate().graph('POST', INTENT, { body: '<a/>', headers: { 'content-type': 'application/xml' } }),
  ],
  [
    'a multipart body that is none',
    'body_content_type',
    () =>
      emulate().graph('POST', INTENT, { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } }),
  ],
  [
    'a body over 1 MB',
    'body_too_large',
    () => emulate().graph('POST', INTENT, { body: `{"a":"${'x'.repeat(1_100_000)}"}`, headers: json }),
  ],
  [
    'a parameter that is required and not there',
    'parameter_required',
    () => emulate().graph('POST', '/{app}/subscriptions', { as: 'app', body: { object: 'whatsapp_business_account' } }),
  ],
  [
    'a parameter of the wrong type',
    'parameter_type',
    () => emulate().graph('POST', INTENT, { body: { solution_id: { a: 1 } } }),
  ],
  [
    'a parameter that is none of its values',
    'parameter_value',
    () => emulate().graph('GET', '/{partner}/owned_whatsapp_business_accounts', { query: { sort: 'up' } }),
  ],
  [
    'an unexpected key in a typed object',
    'parameter_unexpected_key',
    () =>
      emulate().graph('GET', '/{partner}/owned_whatsapp_business_accounts', {
        query: { filtering: '[{"field":"partners","operator":"ALL","value":[],"colour":1}]' },
      }),
  ],
  [
    'a field that the node has not',
    'field_unknown',
    () => emulate().graph('GET', READ, { query: { fields: 'id,colour' } }),
  ],
  [
    'a field that the version has no longer',
    'field_unknown',
    () => emulate().graph('GET', READ, { query: { fields: 'marketing_messages_lite_api_status' } }),
  ],
  [
    'fields that cannot be read',
    'fields_syntax',
    () => emulate().graph('GET', READ, { query: { fields: 'id,owner_business{name' } }),
  ],
  [
    'fields with a question mark',
    'fields_syntax',
    () => emulate().graph('GET', READ, { query: { fields: 'third_party_id?access_token=1' } }),
  ],
  [
    'fields nested too deep',
    'fields_syntax',
    () => emulate().graph('GET', READ, { query: { fields: `${'a{'.repeat(5000)}` } }),
  ],
]

describe('bad input gets the documented error, never a 500 and never HTML', () => {
  test.each(cases)('%s: %s', async (_, name, call) => {
    const response = await call()
    expectError(response, name)
    expect(response.headers['content-type']).toBe('application/json; charset=UTF-8')
  })
})

describe('a limit that is not kept is told in the words of Graph', () => {
  const number = { cc: '1', phone_number: '4165550123' }
  const add = (verified_name: string) =>
    emulate('ready-to-send').graph('POST', '/{waba}/phone_numbers', { body: { ...number, verified_name } })
  const bid = (per_message_bid_multiplier: number) =>
    emulate('ready-to-send').graph('POST', '/{phone}/marketing_messages', {
      body: { messaging_product: 'whatsapp', type: 'template', bid_spec: { per_message_bid_multiplier } },
    })
  const page = (limit: string) => emulate().graph('GET', '/{shared_account}/phone_numbers', { query: { limit } })
  const profile = (websites: string[]) =>
    emulate('ready-to-send').graph('POST', '/{phone}/whatsapp_business_profile', {
      body: { messaging_product: 'whatsapp', websites },
    })

  test.each([
    ['parameter_too_short', () => add('J'), 'Param verified_name must be at least 2 characters long.'],
    ['parameter_required', () => add(''), 'The parameter verified_name is required.'],
    ['parameter_too_long', () => add('J'.repeat(76)), 'Param verified_name must be at most 75 characters long.'],
    ['parameter_out_of_range', () => bid(0), "Param bid_spec['per_message_bid_multiplier'] must be greater than 0."],
    ['parameter_out_of_range', () => page('-1'), 'Param limit must be greater than or equal to 0.'],
    [
      'parameter_out_of_range',
      () => profile(['https://a.example', 'https://b.example', 'https://c.example']),
      'Param websites must be an array of at most 2 items.',
    ],
  ] as const)('%s', async (error, call, message) => {
    const response = await call()
    expectError(response, error)
    expect(response.body.error.message).toBe(`(#100) ${message}`)
  })
})

test('the envelope has the keys that Graph sends, in their order', async () => {
  const { text } = await emulate().graph('GET', '/123456789012345')
  expect(Object.keys(JSON.parse(text).error)).toEqual(['message', 'type', 'code', 'error_subcode', 'fbtrace_id'])
  const duplicate = await emulate('second-partner-was-first').graph('POST', INTENT)
  expect(Object.keys(JSON.parse(duplicate.text).error)).toEqual([
    'message',
    'type',
    'code',
    'error_data',
    'is_transient',
    'error_user_title',
    'error_user_msg',
    'fbtrace_id',
  ])
})

test('an expired token is told both times, in Pacific time', async () => {
  const kit = emulate(undefined, (file) => {
    if (file.tokens.client_admin) file.tokens.client_admin.expires = '2026-03-01'
  })
  const { body } = await kit.graph('GET', '/{client}', { as: 'client_admin' })
  expect(body.error).toMatchObject({
    error_subcode: 463,
    message:
      'Error validating access token: Session has expired on Saturday, 28-Feb-26 16:00:00 PST. The current time is Monday, 02-Mar-26 01:00:00 PST.',
  })
})

test('ruling token-error-status: code 190 is 401, or 400', async () => {
  for (const [side, status] of [
    ['401', 401],
    ['400', 400],
  ] as const) {
    const kit = emulate(undefined, (file) => {
      file.rulings = { 'token-error-status': side }
    })
    expect((await kit.graph('GET', READ, { as: 'garbage' })).status).toBe(status)
  }
})

test('a gap is 501 and says so, on an edge, a field, a path and a write to a node', async () => {
  const kit = emulate()
  for (const call of [
    kit.graph('GET', '/{shared_account}/flows'),
    kit.graph('GET', READ, { query: { fields: 'linked_commerce_account' } }),
    kit.graph('GET', READ, { query: { fields: 'flows' } }),
    kit.graph('GET', '/search'),
    kit.graph('POST', '/{client}'),
  ]) {
    const { status, headers, body } = await call
    expect({ status, header: headers['x-mmgraph'], mmgraph: body.mmgraph }).toEqual({
      status: 501,
      header: 'not-implemented',
      mmgraph: 'not-implemented',
    })
  }
})

test('an unknown token is neither kept nor printed in full', async () => {
  const kit = emulate()
  const real = `EAAG${'Secret7'.repeat(12)}`
  const replies = [
    await kit.graph('GET', READ, { as: real }),
    await kit.graph('GET', READ, { as: '', query: { access_token: real } }),
    await kit.graph('POST', INTENT, { as: '', body: { access_token: real, note: `again ${real}` } }),
    await kit.graph('GET', `/${real}`, { as: '' }),
    await kit.graph('GET', READ, { as: '', query: { access_token: `123456789012|${'s3cret'.repeat(5)}` } }),
  ]
  for (const { text, headers } of replies.slice(0, 3)) expect(text + JSON.stringify(headers)).not.toContain(real)
  const kept = JSON.stringify((await kit.control('get', `worlds/${kit.id}/exchanges`)).body)
  expect(kept).not.toContain('Secret7')
  expect(kept).not.toContain('s3cret')
})

test('no secret is kept, wherever it stands: as a key, in an encoded path, in broken JSON, in an echo', async () => {
  const echo = async ({ url }: { url: string }) => ({ status: 200, statusText: 'OK', body: `you asked ${url}` })
  const kit = emulate(undefined, undefined, { transport: echo })
  const token = need(kit.tokens.partner_system_user)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const callback_url = 'http://127.0.0.1:9/?token=hunter2-callback'
  const subscription = { object: 'whatsapp_business_account', callback_url, verify_token: 'hunter2-verify' }
  await kit.graph('POST', '/me', { body: token, headers: form })
  await kit.graph('GET', `/%45${token.slice(1)}`)
  await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body: subscription })
  const broken = await kit.graph('POST', INTENT, { body: '{"verify_token":hunter2-json}', headers: json })
  const object = await kit.graph('POST', '/{app}/subscriptions', {
    as: 'app',
    body: { ...subscription, verify_token: { a: 'hunter2' } },
  })
  await kit.graph('GET', READ, { query: { Verify_Token: 'hunter2-case' } })
  await kit.graph('GET', READ, { as: `EAAMMGRAPH-with-hyphens-hunter2` })
  const kept = JSON.stringify((await kit.control('get', `worlds/${kit.id}/exchanges`)).body)
  expect(kept).not.toContain('hunter2')
  expect(kept).not.toContain(token.slice(1))
  for (const { headers } of [broken, object]) expect(JSON.stringify(headers)).not.toContain('hunter2')
})

test('deep JSON is refused, in a body, in a parameter and at the control API, and breaks nothing', async () => {
  const kit = emulate()
  const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  expectError(await kit.graph('POST', INTENT, { body: deep, headers: json }), 'body_malformed')
  const filtering = '['.repeat(5000)
  const list = await kit.graph('GET', '/{partner}/owned_whatsapp_business_accounts', { query: { filtering } })
  expect(list.status).toBe(400)
  const happening = await request(kit.server).post(`/_mmgraph/worlds/${kit.id}/happenings`).send(deep)
  expect(happening.status).toBe(400)
  expect((await kit.control('get', `worlds/${kit.id}/exchanges`)).status).toBe(200)
})

test('a name like toString or length in brackets or JSON breaks nothing', async () => {
  const kit = emulate()
  const token = { access_token: need(kit.tokens.partner_system_user) }
  for (const query of [
    { 'fields[]': 'a', 'fields[length]': '4294967295' },
    { 'debug[toString]': '1' },
    { 'metadata[toString]': '1' },
    { 'pretty[valueOf]': '1' },
    { 'ids[toString]': '1' },
    { 'constructor[prototype][x]': '1' },
  ]) {
    const { status } = await request(kit.server)
      .get('/v24.0/me')
      .query({ ...token, ...query })
    expect(status).toBeLessThan(500)
  }
  const object = { toString: 1 }
  for (const body of [
    { debug: object, pretty: object },
    { appsecret_proof: 'x', appsecret_time: object },
    { batch: [{ relative_url: 'me' }], include_headers: object },
    { method: object },
  ]) {
    expect((await kit.graph('POST', '/', { body })).status).toBeLessThan(500)
  }
})

test.each(['token', '1', 'a.', '"token', 'EA', '{"', "['", 'x=y&'])('a megabyte of %j is answered', async (part) => {
  const kit = emulate()
  const text = part.repeat(Math.floor(1_000_000 / part.length))
  for (const headers of [
    json,
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'text/plain' },
  ]) {
    expect((await kit.graph('POST', '/me', { body: text, headers })).status).toBeLessThan(502)
    const note = JSON.stringify({ note: text.slice(0, 500_000), filtering: text.slice(0, 400_000) })
    expect((await kit.graph('POST', '/me', { body: note, headers: json })).status).toBeLessThan(502)
  }
})

test('what only looks like a secret is kept', async () => {
  const kit = emulate()
  const query = { fields: 'id', note: 'created_application_x release_candidates_2026 health_status_of_all_accounts' }
  await kit.graph('GET', READ, { query })
  const kept = JSON.stringify((await kit.control('get', `worlds/${kit.id}/exchanges`)).body)
  expect(kept).toContain(query.note)
})

test('a login code and the credentials of a batch part are not kept', async () => {
  const kit = emulate()
  const { code } = (await kit.happens('user_logs_in', { user: 'admin', app: 'app' })).body.result
  const relative_url = `oauth/access_token?client_id=${kit.names.app}&client_secret=hunter2-secret&code=${code}`
  const batch = [
    { method: 'GET', relative_url },
    { method: 'POST', relative_url: 'me', body: '{"verify_token":"hunter2-json"}' },
  ]
  await kit.graph('POST', '/', { body: { batch } })
  await kit.graph('GET', '/me', {
    query: { x: code, 'hub.verify_token': 'hunter2-hub', callback: 'http://u:hunter2-pw@127.0.0.1/' },
  })
  const kept = JSON.stringify((await kit.control('get', `worlds/${kit.id}/exchanges`)).body)
  expect(kept).not.toContain('hunter2')
  expect(kept).not.toContain(code)
})

test('a request that is no proper HTTP gets JSON', async () => {
  const { status, headers } = await request(emulate().server).get('/v24.0/me').set('host', 'a b')
  expect({ status, type: headers['content-type'] }).toEqual({ status: 400, type: 'application/json' })
})

test('the same stands in the exchange log as in the headers', async () => {
  const kit = emulate('second-partner-was-first')
  const { headers } = await kit.graph('POST', INTENT)
  const [exchange] = (await kit.control('get', `worlds/${kit.id}/exchanges?error=mm_duplicate_request`)).body.data
  expect(exchange).toMatchObject({
    method: 'POST',
    operation: 'onboardPartnersToMMLite',
    as: 'partner_system_user',
    status: 400,
    error: headers['x-mmgraph-error'],
    why: headers['x-mmgraph-why'],
    source: headers['x-mmgraph-source'],
  })
})

test('methods that Graph has not are refused in its words', async () => {
  const kit = emulate()
  const { body, status } = await request(kit.server).put(`/v24.0/${kit.names.client}`)
  expect({ status, message: body.error.message }).toEqual({
    status: 400,
    message: 'Unsupported request - method type: put',
  })
})

test('a call that names no world gets an answer from the first, and one for no world at all says so', async () => {
  const kit = emulate()
  expect((await request(kit.server).get('/v24.0/1')).headers['x-mmgraph-world']).toBe(kit.id)
  await kit.control('delete', `worlds/${kit.id}`)
  const { status, headers } = await request(kit.server).get('/v24.0/1')
  expect({ status, header: headers['x-mmgraph'] }).toEqual({ status: 503, header: 'no-world' })
})

test('a call is understood in every encoding that clients use', async () => {
  const token = (kit: ReturnType<typeof emulate>) => need(kit.tokens.partner_system_user)
  for (const make of [
    (kit: ReturnType<typeof emulate>) => ({ body: `access_token=${token(kit)}`, headers: {} }),
    (kit: ReturnType<typeof emulate>) => ({ body: JSON.stringify({ access_token: token(kit) }), headers: json }),
    (kit: ReturnType<typeof emulate>) => ({
      body: `--b\r\nContent-Disposition: form-data; name="access_token"\r\n\r\n${token(kit)}\r\n--b--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    }),
    (kit: ReturnType<typeof emulate>) => ({ headers: { authorization: `OAuth ${token(kit)}` } }),
  ]) {
    const kit = emulate()
    expect((await kit.graph('POST', INTENT, { as: '', ...make(kit) })).status).toBe(200)
  }
})

test('JSON that says it is a form is refused as one, and the reason says what looks wrong', async () => {
  const kit = emulate('ready-to-send')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const refused = await kit.graph('POST', '/{phone}/messages', { as: 'client_business', headers, body: '{"to":"1"}' })
  expect(refused.headers['x-mmgraph-why']).toMatch(
    /looks like JSON, and its Content-Type says .*: send application\/json/,
  )
})

test('a phone number in place of its id: the reason names the id', async () => {
  const kit = emulate('ready-to-send')
  const refused = await kit.graph('POST', '/14165550190/messages', { as: 'client_business', body: {} })
  expect(refused.headers['x-mmgraph-why']).toContain(`it is the number whose id is ${kit.names.phone}`)
})

test('ad_account_id in place of the id of the ad account: the reason names the id', async () => {
  const kit = emulate('ready-to-send')
  const { ad_account = '' } = kit.names
  const bare = ad_account.replace('act_', '')
  const refused = await kit.graph('GET', `/${bare}/insights`, { as: 'client_business' })
  expect(refused.headers['x-mmgraph-why']).toContain(`the id of this ad account is ${ad_account}`)
})

test('what a token was not granted: the reason tells it from what its business has nothing to do with', async () => {
  const why = async (kit: ReturnType<typeof emulate>, path: string, as: string) => {
    const { status, headers } = await kit.graph('GET', path, { as })
    return { status, why: headers['x-mmgraph-why'] }
  }
  const kit = emulate('ready-to-send', (file) => {
    file.rulings = { 'ad-account-linked': 'off' }
  })
  for (const path of ['/{ad_account}', '/{ad_account}/insights']) {
    const refused = await why(kit, path, 'client_business')
    expect(refused).toEqual({ status: 400, why: expect.stringContaining('not granted it; debug_token lists') })
    expect(refused.why).toContain('ruling ad-account-linked')
  }
  const stranger = await why(kit, '/{ad_account}', 'partner_system_user')
  expect(stranger.why).toContain('the business of this token has nothing to do with it')
})
