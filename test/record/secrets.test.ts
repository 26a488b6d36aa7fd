import { expect, test } from 'vitest'
import { multipart } from '../media.ts'
import { playedTexts } from './played-texts.ts'
import { CALLBACK, recorded, send, tester } from './tester.ts'

/** What a careless tester could send: none of it is real. */
const PLANTED = {
  token: 'EAAGm0PX4ZCpsBAKplantedplantedplanted',
  inQuery: 'EAAQueryPlanted0000000000000000',
  inHeader: 'EAAHeaderPlanted000000000000000',
  inForm: 'EAAFormPlanted00000000000000000',
  inText: 'EAATextPlanted00000000000000000',
  inPath: 'EAAPathPlanted00000000000000000',
  inBatch: 'EAABatchPlanted0000000000000000',
  inFile: 'EAAFilePlanted00000000000000000',
  inParts: 'EAAPartPlanted00000000000000000',
  appSecret: '0123456789abcdef0123456789abcdef',
  wrongProof: 'ab'.repeat(32),
  basic: 'dXNlcjpwbGFudGVkLXBhc3N3b3Jk',
  password: 'planted-password',
  verifyToken: 'planted-verify-token',
  pin: '918273',
  number: '4915123456789',
  written: '+49 151 2345 6789',
}

test('no secret and no number of anybody is written, wherever a tester put it', async () => {
  const it = await tester('ready-to-send')
  const { names, tokens, secrets } = it
  const { phone, waba, app } = names
  const good = { authorization: `Bearer ${tokens.client_business}`, 'x-mmgraph-world': 'mine' }
  const json = { ...good, 'content-type': 'application/json' }
  const of = { 'x-mmgraph-world': 'mine' }
  await it.call('GET', `/v24.0/${phone}?access_token=${PLANTED.inQuery}`)
  await it.call('GET', `/v24.0/${phone}`, { headers: { ...of, authorization: `Bearer ${PLANTED.inHeader}` } })
  await it.call('GET', `/v24.0/${phone}`, { headers: { ...of, authorization: `Basic ${PLANTED.basic}` } })
  await it.call('GET', `/v24.0/${phone}?appsecret_proof=${PLANTED.wrongProof}`, { headers: good })
  await it.call('GET', `/v24.0/${phone}?access_token=${app}|${PLANTED.appSecret}`)
  await it.call('POST', `/v24.0/${waba}/subscribed_apps`, {
    body: new URLSearchParams({ access_token: PLANTED.inForm }),
    headers: of,
  })
  await it.call(
    'GET',
    `/v24.0/oauth/access_token?client_id=${app}&client_secret=${PLANTED.appSecret}&code=${PLANTED.token}`,
  )
  await it.call(
    'GET',
    `/v24.0/oauth/access_token?client_id=${app}&client_secret=${secrets.app}&grant_type=client_credentials`,
  )
  await it.call('GET', `/v24.0/debug_token?input_token=${PLANTED.token}`, { headers: good })
  await it.call('GET', `/v24.0/${PLANTED.inPath}`, { headers: good })
  const text = {
    ...send(`+${PLANTED.number}`),
    type: 'text',
    text: { body: `Call ${PLANTED.written}, ${PLANTED.inText}` },
  }
  await it.call('POST', `/v24.0/${phone}/messages`, { headers: json, body: JSON.stringify(text) })
  await it.call('POST', `/v24.0/${phone}/messages`, { headers: json, body: `{"to": ${PLANTED.inText}` })
  await it.call('POST', `/v24.0/${phone}/register`, {
    headers: json,
    body: JSON.stringify({ messaging_product: 'whatsapp', pin: PLANTED.pin }),
  })
  const batch = [{ method: 'GET', relative_url: `me?access_token=${PLANTED.inBatch}` }]
  await it.call('POST', '/v24.0/', { headers: json, body: JSON.stringify({ batch }) })
  const fields = { messaging_product: 'whatsapp', access_token: PLANTED.inParts, note: `token=${PLANTED.inParts}` }
  const upload = multipart(fields, Buffer.from(`password: ${PLANTED.inFile}`), 'notes.txt', 'text/plain')
  await it.call('POST', `/v24.0/${phone}/media`, {
    headers: { ...of, 'content-type': 'multipart/form-data; boundary=b' },
    body: new Uint8Array(upload),
  })
  await it.call('POST', `/v24.0/${app}/subscriptions`, {
    headers: { ...of, authorization: `Bearer ${app}|${secrets.app}` },
    body: new URLSearchParams({
      object: 'whatsapp_business_account',
      callback_url: CALLBACK.replace('//', `//user:${PLANTED.password}@`),
      verify_token: PLANTED.verifyToken,
      fields: 'messages',
    }),
  })
  await it.happens('customer_sends_message', {
    phone: 'phone',
    from: `+${PLANTED.number}`,
    text: { body: PLANTED.inText },
  })
  await it.wait('1m')
  const { text: written, failure, loosened, file } = await recorded(await it.journal())
  const shown = [...Object.values(PLANTED), ...Object.values(tokens), ...Object.values(secrets)]
  expect(shown.filter((secret) => written.includes(secret))).toEqual([])
  expect(written).not.toMatch(/15123456789|2345 6789/)
  expect({ failure, loosened }).toEqual({ failure: undefined, loosened: [] })
  // What is refused for its form is refused for the same.
  const told = file.steps.flatMap(({ expect: wanted }) => wanted?.error ?? [])
  expect(told).toEqual(expect.arrayContaining(['token_undecryptable', 'token_missing', 'appsecret_proof_invalid']))
  expect(told).toEqual(expect.arrayContaining(['token_signature_invalid', 'body_malformed']))
})

test('what turns out to be a secret later is none of the text before', async () => {
  const it = await tester('ready-to-send')
  const secret = 'planted and spelled like any words'
  await it.happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: `It is: ${secret}.` } })
  await it.call(
    'GET',
    `/v24.0/oauth/access_token?client_id=${it.names.app}&client_secret=${encodeURIComponent(secret)}`,
  )
  const { text, failure } = await recorded(await it.journal())
  expect(text).not.toContain(secret)
  expect(text).toContain('It is: ')
  expect(failure).toBeUndefined()
})

test('a token that an answer gave is remembered, and one that nobody gave stays unknown', async () => {
  const it = await tester('ready-to-send')
  const { names } = it
  const login = await it.happens('user_logs_in', {
    user: 'admin',
    app: 'app',
    redirect_uri: 'https://client.example/in',
  })
  const code: string = login.body.result.code
  const query = new URLSearchParams({
    client_id: `${names.app}`,
    client_secret: `${it.secrets.app}`,
    redirect_uri: 'https://client.example/in',
    code,
  })
  const { body } = await it.call('GET', `/v24.0/oauth/access_token?${query}`)
  await it.call('GET', `/v24.0/me?access_token=${body.access_token}`)
  const { text, read, failure } = await recorded(await it.journal())
  expect(failure).toBeUndefined()
  expect(text).not.toContain(code)
  expect(text).not.toContain(body.access_token)
  expect(read.steps[1].query).toMatchObject({ client_id: '{app}', client_secret: '{app_secret}', code: '{code}' })
  expect(read.steps[2]).toMatchObject({ call: 'GET /me', as: '{token}' })
})

test('text that looks like a name or a mark of the format stays text', async () => {
  const it = await tester('ready-to-send')
  const bodies = [
    'Dear {recipient}, {{1}} and {{first_name}}',
    '{phone}',
    '<message>',
    '{{x}',
    '{',
    '{open}',
    '{a}{{b}}{c}',
  ]
  for (const body of bodies) {
    await it.happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body } })
    await it.as('client_business', 'POST', `/${it.names.phone}/messages`, {
      messaging_product: 'whatsapp',
      to: '+14165550100',
      type: 'text',
      text: { body },
    })
  }
  const made = await recorded(await it.journal())
  expect([made.failure, made.loosened]).toEqual([undefined, []])
  expect(await playedTexts(made)).toEqual(bodies.flatMap((body) => [body, body]))
})
