import { describe, expect, test } from 'vitest'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { bodyOf } from '../../scenarios/body.ts'
import { callbackAnswer } from '../../scenarios/callback.ts'
import { play } from '../../scenarios/play.ts'
import { readScenario, type Scenario } from '../../scenarios/read.ts'

const reading = (...steps: object[]): Scenario => {
  const file = { title: 'A try', world: 'ready-to-send', steps }
  return readScenario('try.yaml', { read: () => JSON.stringify(file), resolve: (_, path) => path })
}

async function outcomes(...steps: object[]) {
  const { target, close } = inProcess()
  const { steps: played } = await play(reading(...steps), 'a-try', target)
  close()
  return played.map(({ outcome }) => outcome)
}

const send = (to: string) => ({
  call: 'POST /{phone}/marketing_messages',
  as: 'client_business',
  body: {
    messaging_product: 'whatsapp',
    to,
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'en_US' } },
  },
})

describe('a call that comes again', () => {
  test('counts in {n}, and the last answer stays', async () => {
    const [outcome] = await outcomes({ ...send('+141655502{n}'), times: 12 })
    expect(outcome).toMatchObject({ status: 'ok', reply: { body: { contacts: [{ input: '+14165550212' }] } } })
  })

  test('ends at the first that is not as expected', async () => {
    const [outcome] = await outcomes({ ...send('+14165550100'), times: 60 })
    expect(outcome?.status).toBe('FAIL')
    expect(outcome?.reply?.body).toMatchObject({ error: { code: 131056 } })
  })
})

describe('bodies', () => {
  const step = (more: object) => reading({ call: 'POST /{phone}/media', ...more }).steps[0] as Scenario['steps'][0]
  const words = new Map([['name', 'rye']])

  test('files and the fields beside them are multipart, byte for byte the same each time', () => {
    const parts = { form: { a: '{name}', b: [1] }, files: { file: { name: 'a.png', type: 'image/png', bytes: 2 } } }
    const { type, bytes } = bodyOf(step(parts), words)
    expect(type).toBe('multipart/form-data; boundary=part-of-a-scenario')
    expect(new TextDecoder().decode(bytes as Uint8Array).split('\r\n')).toEqual([
      '--part-of-a-scenario',
      'Content-Disposition: form-data; name="a"',
      '',
      'rye',
      '--part-of-a-scenario',
      'Content-Disposition: form-data; name="b"',
      '',
      '[1]',
      '--part-of-a-scenario',
      'Content-Disposition: form-data; name="file"; filename="a.png"',
      'Content-Type: image/png',
      '',
      '\0\0',
      '--part-of-a-scenario--',
      '',
    ])
  })

  test('a raw body is as it stands, or so many bytes, which a report does not print', () => {
    expect(bodyOf(step({ raw: { type: 'text/csv', text: 'a,{name}' } }), words)).toEqual({
      type: 'text/csv',
      bytes: new TextEncoder().encode('a,rye'),
      shown: 'a,rye',
    })
    expect(bodyOf(step({ raw: { bytes: 9 } }), words)).toEqual({
      type: 'application/octet-stream',
      bytes: new Uint8Array(9),
      shown: '9 bytes',
    })
  })

  test.each([
    [{ body: {}, raw: {} }, /body and raw are two ways to send one body$/],
    [{ form: {}, files: {}, raw: {} }, /form and raw are two ways to send one body$/],
    [{ raw: { tex: 'a' } }, /'tex' is no key here; did you mean text\?/],
    [{ files: { file: { byte: 1 } } }, /'byte' is no key here; did you mean bytes\?/],
    [{ times: 0 }, /times must be >= 1; found 0$/],
    [{ raw: { bytes: 1e9 } }, /bytes must be <= 50000000/],
  ])('%j is refused', (more, message) => {
    expect(() => step(more)).toThrow(message)
  })

  test('a GET has none', () => {
    expect(() => reading({ call: 'GET /me', form: {} })).toThrow(/a GET has no form; its parameters go into query$/)
  })

  test('none of them goes without a call', () => {
    for (const more of [{ raw: {} }, { files: {} }, { times: 2 }, { proof: 'app' }]) {
      expect(() => reading({ wait: '1s', ...more })).toThrow(/goes with call$/)
    }
  })
})

describe('what a call can recall', () => {
  test('tokens and secrets by their names, and an address that an answer gave', async () => {
    const upload = {
      call: 'POST /{phone}/media',
      form: { messaging_product: 'whatsapp', access_token: '{client_business_token}' },
      files: { file: { type: 'text/plain', text: 'Rye' } },
      expect: { reply: { id: '<media>' } },
    }
    const found = { call: 'GET /{media}', as: 'client_business', expect: { reply: { url: '<url>' } } }
    const [, , file] = await outcomes(upload, found, { call: 'GET {url}', as: 'client_business' })
    expect(file).toMatchObject({ status: 'ok', reply: { body: 'Rye' } })
    expect(file?.curl).toMatch(/^curl -X GET "http:\/\/127\.0\.0\.1\/whatsapp_business\/attachments\//)
  })

  test('the proof of its token; an app that there is not is told', async () => {
    const me = { call: 'GET /me', as: 'partner_system_user' }
    const [right, wrong] = await outcomes({ ...me, proof: 'app' }, { ...me, proof: 'other' })
    expect(right?.status).toBe('ok')
    expect(wrong).toEqual({ status: 'FAIL', why: 'proof: the world has no app other; it has app' })
  })
})

describe('the callback of a scenario', () => {
  const OWN = 'http://127.0.0.1/webhooks'
  const asked = (at: string, method = 'GET') => {
    const { status, body } = callbackAnswer(OWN, method, `${at}?hub.challenge=7`)
    return `${status} ${body}`.trim()
  }

  test.each([
    [OWN, '200 7', '200'],
    [`${OWN}/mute`, '200 Hello', '200'],
    [`${OWN}/refuses`, '403', '200'],
    [`${OWN}/answers/503`, '200 7', '503'],
    ['http://127.0.0.1:9/', '0', '0'],
  ])('%s', (at, handshake, webhook) => {
    expect([asked(at), asked(at, 'POST')]).toEqual([handshake, webhook])
  })
})
