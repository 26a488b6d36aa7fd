import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import type { Later } from '../../emulator/faulty-answer.ts'
import type { World } from '../../emulator/world/world.ts'
import { emulate, type Kit, need } from '../kit.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** The error with which the connection ended; none when the body was whole. */
  readonly broken: string | undefined
}

/** A call over a socket, with whatever comes of it. */
async function wire(
  kit: Kit,
  method: string,
  path: string,
  body?: object,
  as = 'partner_system_user',
): Promise<Answer> {
  if (!kit.server.listening) {
    await new Promise<void>((resolve) => kit.server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void kit.server.close())
  }
  const { port } = kit.server.address() as AddressInfo
  const headers = { authorization: `Bearer ${kit.tokens[as] ?? as}`, 'content-type': 'application/json' }
  return new Promise((resolve) => {
    const outgoing = httpRequest({ port, host: '127.0.0.1', method, path: filled(kit, path), headers, agent: false })
    outgoing.on('error', ({ message }) => resolve({ status: 0, headers: {}, body: '', broken: message }))
    outgoing.on('response', (incoming) => {
      let text = ''
      let broken: string | undefined
      incoming.setEncoding('latin1').on('data', (part: string) => {
        text += part
      })
      incoming.on('error', ({ message }) => {
        broken = message
      })
      incoming.on('close', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text, broken })
      })
    })
    outgoing.end(body && JSON.stringify(body))
  })
}

const filled = (kit: Kit, path: string) =>
  `/v24.0${path.replaceAll(/\{(\w+)\}/g, (all, name: string) => kit.names[name] ?? all)}`

const send = {
  messaging_product: 'whatsapp',
  to: '+14165550100',
  type: 'template',
  template: { name: 'spring_sale', language: { code: 'en_US' } },
}

async function ask(kit: Kit, fault: object) {
  const { status, body } = await kit.control('post', `worlds/${kit.id}/faults`, fault)
  return { status, body }
}
const left = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/faults`)).body.data
const messages = (kit: Kit) => kit.world().traffic.messages.list()
const lastCall = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/exchanges?limit=1`)).body.data[0]

/** A clock for late answers, moved by hand. */
function byHand(): { later: Later; waits: number[]; go: () => void } {
  const waits: number[] = []
  let pending: (() => void)[] = []
  const later: Later = (then, after) => {
    waits.push(after)
    pending.push(then)
    return () => {
      pending = pending.filter((other) => other !== then)
    }
  }
  return {
    later,
    waits,
    go: () => {
      for (const then of pending.splice(0)) then()
    },
  }
}

const ready = (options: EmulatorOptions = {}) => emulate('ready-to-send', undefined, options)

describe('on the wire of a served emulator', () => {
  test('a dropped call has no answer; before: nothing happened', async () => {
    const kit = ready()
    expect((await ask(kit, { drop: 'before' })).status).toBe(201)
    const answer = await wire(kit, 'POST', '/{phone}/marketing_messages', send)
    expect(answer).toMatchObject({ status: 0, broken: expect.stringMatching(/hang up|ECONNRESET/) })
    expect(messages(kit)).toEqual([])
    expect(await lastCall(kit)).toMatchObject({
      status: 0,
      operation: 'sendMarketingMessage',
      fault: 'drop before',
      reply: null,
    })
    expect((await wire(kit, 'POST', '/{phone}/marketing_messages', send)).status).toBe(200)
    expect(messages(kit)).toHaveLength(1)
  })

  test('after: it took effect, and the log has the answer that was lost', async () => {
    const kit = ready()
    await ask(kit, { drop: 'after' })
    expect((await wire(kit, 'POST', '/{phone}/marketing_messages', send)).status).toBe(0)
    const [message] = messages(kit)
    const { status, fault, reply } = await lastCall(kit)
    expect({ status, fault }).toEqual({ status: 0, fault: 'drop after' })
    expect(reply.messages[0].id).toBe(need(message).id)
  })

  test('a truncated body ends in the middle, under the length of the whole', async () => {
    const kit = ready()
    const whole = await wire(kit, 'GET', '/{phone}?fields=verified_name,display_phone_number')
    await ask(kit, { truncate: true })
    const cut = await wire(kit, 'GET', '/{phone}?fields=verified_name,display_phone_number')
    expect(cut).toMatchObject({ status: 200, broken: 'aborted' })
    expect(cut.headers['content-length']).toBe(String(whole.body.length))
    expect(cut.headers['x-mmgraph-fault']).toBe('truncate')
    expect(cut.body).toBe(whole.body.slice(0, Math.floor(whole.body.length / 2)))
  })

  test.each([502, 503, 504])('a page of the edge with %i is HTML, and the call has no effect', async (page) => {
    const kit = ready()
    await ask(kit, { page })
    const { status, headers, body } = await wire(kit, 'POST', '/{phone}/marketing_messages', send)
    expect({ status, type: headers['content-type'] }).toEqual({ status: page, type: 'text/html; charset=utf-8' })
    expect(body).toMatch(/^<!DOCTYPE html>[\s\S]*<title>Facebook \| Error<\/title>[\s\S]*Sorry, something went wrong\./)
    expect(headers).toMatchObject({ 'x-mmgraph-fault': `page ${page}`, 'x-mmgraph-world': kit.id })
    expect(headers).not.toHaveProperty('facebook-api-version')
    expect(messages(kit)).toEqual([])
    expect(await lastCall(kit)).toMatchObject({ status: page, fault: `page ${page}` })
  })

  test('latency holds the answer, while the call has taken effect and the clock stands still', async () => {
    const { later, waits, go } = byHand()
    const kit = ready({ later })
    await ask(kit, { latency: '2.5s' })
    const answer = wire(kit, 'POST', '/{phone}/marketing_messages', send)
    await expect.poll(() => waits).toEqual([2500])
    expect(messages(kit)).toHaveLength(1)
    expect(await Promise.race([answer, kit.control('get', 'health')])).toMatchObject({ body: { status: 'ok' } })
    go()
    expect(await answer).toMatchObject({ status: 200, headers: { 'x-mmgraph-fault': 'latency 2.5s' } })
    expect((await kit.control('get', `worlds/${kit.id}/clock`)).body.now).toBe(kit.now)
  })

  test('latency is real time where nobody says otherwise', async () => {
    const kit = ready()
    await ask(kit, { latency: '5ms' })
    const begun = performance.now()
    expect((await wire(kit, 'GET', '/{phone}')).status).toBe(200)
    expect(performance.now() - begun).toBeGreaterThan(4)
  })

  test('a caller who does not wait takes the timer with them', async () => {
    const cancelled: boolean[] = []
    const waiting: boolean[] = []
    const later: Later = () => {
      waiting.push(true)
      return () => void cancelled.push(true)
    }
    const kit = ready({ later })
    await ask(kit, { latency: '60s' })
    await new Promise<void>((resolve) => kit.server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void kit.server.close())
    const { port } = kit.server.address() as AddressInfo
    const headers = { authorization: `Bearer ${kit.tokens.partner_system_user}` }
    const outgoing = httpRequest({ port, host: '127.0.0.1', path: filled(kit, '/{phone}'), headers, agent: false })
    outgoing.on('error', () => undefined).end()
    await expect.poll(() => waiting).toEqual([true])
    outgoing.destroy()
    await expect.poll(() => cancelled).toEqual([true])
  })

  test.each([
    ['drop', { drop: 'after' }, { status: 0 }],
    ['truncate', { truncate: true }, { status: 200, broken: 'aborted' }],
    ['page', { page: 503 }, { status: 503 }],
    ['latency', { latency: '1ms' }, { status: 200, broken: undefined }],
  ])('%s meets a call with an odd address, too', async (_, fault, outcome) => {
    const kit = ready()
    await ask(kit, fault)
    // With such a character it is not answered on the socket itself: see server.ts.
    expect(await wire(kit, 'GET', '/{phone}?fields=id&x=;')).toMatchObject(outcome)
    expect(await left(kit)).toEqual([])
  })

  test('HEAD meets them without a body', async () => {
    const kit = ready()
    await ask(kit, { page: 502 })
    expect(await wire(kit, 'HEAD', '/{phone}')).toMatchObject({ status: 502, body: '', broken: undefined })
    await ask(kit, { truncate: true })
    expect((await wire(kit, 'HEAD', '/{phone}')).status).toBe(200)
    expect((await wire(kit, 'GET', '/{phone}')).broken).toBeUndefined()
  })
})

describe('in this process', () => {
  function place(options: EmulatorOptions = {}): {
    emulator: Emulator
    world: World
    call: (init?: RequestInit) => Promise<Response>
  } {
    const emulator = createEmulator({ worlds: ['ready-to-send'], ...options })
    onTestFinished(() => emulator.close())
    const world = need(emulator.worlds.list()[0]).world
    const headers = { authorization: `Bearer ${world.tokenNames.partner_system_user}` }
    const url = `http://127.0.0.1/v24.0/${world.names.phone}`
    return { emulator, world, call: async (init) => emulator.fetch(new Request(url, { headers, ...init })) }
  }

  test('a dropped call is what fetch says of one', async () => {
    const { world, call } = place()
    world.faults.push({ drop: 'before', times: 1 })
    const error = await call().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'UND_ERR_SOCKET' } })
    expect((await call()).status).toBe(200)
  })

  test('a truncated body breaks while it is read', async () => {
    const { world, call } = place()
    const whole = await (await call()).text()
    world.faults.push({ truncate: true, times: 1 })
    const answer = await call()
    expect(answer.headers.get('content-length')).toBe(String(whole.length))
    const reader = need(answer.body ?? undefined).getReader()
    const { value } = await reader.read()
    expect(Buffer.from(need(value)).toString()).toBe(whole.slice(0, Math.floor(whole.length / 2)))
    await expect(reader.read()).rejects.toThrow(new TypeError('terminated'))
  })

  test('a page, and an answer that comes late', async () => {
    const { later, waits, go } = byHand()
    const { world, call } = place({ later })
    world.faults.push({ page: 504, times: 1 }, { latency: '1m', times: 1 })
    const page = await call()
    expect({ status: page.status, text: await page.text() }).toEqual({
      status: 504,
      text: expect.stringMatching(/^<!DOC/),
    })
    const late = call()
    await expect.poll(() => waits).toEqual([60_000])
    go()
    expect((await late).headers.get('x-mmgraph-fault')).toBe('latency 1m')
  })

  test('who waits for a late answer may give up', async () => {
    const { later, waits, go } = byHand()
    const { world, call } = place({ later })
    world.faults.push({ latency: '60s', times: 1 })
    const giveUp = new AbortController()
    const late = call({ signal: giveUp.signal })
    await expect.poll(() => waits).toHaveLength(1)
    giveUp.abort()
    await expect(late).rejects.toThrow(/aborted/)
    go()
  })
})

describe('what a fault is about', () => {
  test('calls on a number, by its name or id', async () => {
    const kit = emulate('ready-to-send', (file) => {
      need(file.phoneNumbers).second = { ...need(file.phoneNumbers?.phone), display_phone_number: '+1 416-555-0191' }
    })
    const { status, body } = await ask(kit, { page: 503, phone: 'second', times: 2 })
    expect({ status, body }).toEqual({ status: 201, body: { page: 503, times: 2, phone: kit.names.second } })
    expect((await wire(kit, 'GET', '/{phone}')).status).toBe(200)
    expect((await wire(kit, 'POST', '/{phone}/messages', send)).status).toBe(200)
    expect((await wire(kit, 'GET', '/{second}')).status).toBe(503)
    expect((await wire(kit, 'POST', '/{second}/messages', send)).status).toBe(503)
    expect(await left(kit)).toEqual([])
  })

  test.each([
    ['its name in the world', () => 'template'],
    ['its id', (kit: Kit) => need(kit.names.template)],
    ['its own name', () => 'spring_sale'],
  ])('sends of a template and calls on it, by %s', async (_, of) => {
    const kit = ready()
    await ask(kit, { error: 'service_unavailable', template: of(kit), times: 3 })
    const other = { ...send, template: { name: 'birthday_offer', language: { code: 'en_US' } } }
    expect((await wire(kit, 'POST', '/{phone}/marketing_messages', other)).headers['x-mmgraph-error']).toBe(
      'template_parameter_count',
    )
    expect(
      (
        await wire(kit, 'POST', '/{phone}/messages', {
          ...send,
          type: 'text',
          template: undefined,
          text: { body: 'x' },
        })
      ).status,
    ).toBe(200)
    expect((await wire(kit, 'POST', '/{phone}/marketing_messages', send)).status).toBe(503)
    expect(
      (await wire(kit, 'POST', '/{phone}/messages', { ...send, template: JSON.stringify(send.template) })).status,
    ).toBe(503)
    expect((await wire(kit, 'GET', '/{template}')).status).toBe(503)
    expect((await wire(kit, 'GET', '/{template}')).status).toBe(200)
  })

  test('a template by its id is in its own language only', async () => {
    const kit = ready()
    await ask(kit, { page: 502, template: 'template' })
    const french = { ...send, template: { name: 'spring_sale', language: { code: 'fr' } } }
    expect((await wire(kit, 'POST', '/{phone}/messages', french)).headers['x-mmgraph-error']).toBe('template_not_found')
    expect((await wire(kit, 'POST', '/{phone}/messages', send)).status).toBe(502)
  })

  test('an operation, and all that is named at once', async () => {
    const kit = ready()
    await ask(kit, { drop: 'before', operation: 'sendMessage', phone: 'phone', template: 'template' })
    expect((await wire(kit, 'POST', '/{phone}/marketing_messages', send)).status).toBe(200)
    expect((await wire(kit, 'POST', '/{phone}/messages', send)).status).toBe(0)
  })

  test('a call meets one fault, the oldest that is about it', async () => {
    const kit = ready()
    await ask(kit, { page: 502 })
    await ask(kit, { error: 'service_unavailable' })
    await ask(kit, { page: 504, operation: 'sendMessage' })
    const statuses = []
    for (let n = 0; n < 3; n += 1) statuses.push((await wire(kit, 'GET', '/{phone}')).status)
    expect(statuses).toEqual([502, 503, 200])
    expect(await left(kit)).toEqual([{ page: 504, operation: 'sendMessage', times: 1 }])
  })

  test('no fault hides that a token is bad', async () => {
    const kit = ready()
    await ask(kit, { page: 502 })
    expect((await wire(kit, 'GET', '/{phone}', undefined, 'garbage')).status).toBe(401)
    expect((await wire(kit, 'POST', '/?batch=[]', undefined, 'garbage')).status).toBe(401)
    expect(await left(kit)).toHaveLength(1)
  })

  test('an answer that is refused is late, lost or cut like any other', async () => {
    const kit = ready()
    await ask(kit, { truncate: true })
    expect(await wire(kit, 'POST', '/{phone}/messages', {})).toMatchObject({ status: 400, broken: 'aborted' })
  })

  test('a batch is one call on the wire, and its parts meet errors alone', async () => {
    const kit = ready()
    const parts = [`${kit.names.phone}`, `${kit.names.waba}`].map((relative_url) => ({ method: 'GET', relative_url }))
    const batch = () => wire(kit, 'POST', '/', { batch: parts })
    await ask(kit, { page: 502, operation: 'getPhoneNumberById' })
    await ask(kit, { drop: 'before', phone: 'phone' })
    expect(JSON.parse((await batch()).body).map(({ code }: { code: number }) => code)).toEqual([200, 200])
    expect(await left(kit)).toHaveLength(2)
    await ask(kit, { page: 503 })
    expect((await batch()).status).toBe(503)
    await ask(kit, { error: 'service_unavailable' })
    expect(JSON.parse((await batch()).body).map(({ code }: { code: number }) => code)).toEqual([503, 200])
    await ask(kit, { truncate: true })
    expect((await batch()).broken).toBe('aborted')
    await ask(kit, { drop: 'after' })
    expect((await wire(kit, 'GET', `/?ids=${kit.names.phone},${kit.names.waba}`)).status).toBe(0)
  })

  test('an edge inside fields meets errors alone', async () => {
    const kit = ready()
    await ask(kit, { page: 502, operation: 'getWhatsAppBusinessAccountPhoneNumbers' })
    expect((await wire(kit, 'GET', '/{waba}?fields=phone_numbers{id}')).status).toBe(200)
    expect((await wire(kit, 'GET', '/{waba}/phone_numbers')).status).toBe(502)
  })
})

describe('asking', () => {
  test('every kind is shown as it was asked for, and its row can be asked for again', async () => {
    const kit = ready()
    const asked = [
      { error: 'feature_missing', params: { permission: 'ads_read', feature: 'x' }, times: 2 },
      { latency: '250ms', operation: 'sendMessage', times: 1 },
      { drop: 'after', phone: kit.names.phone, times: 1 },
      { truncate: true, template: kit.names.template, times: 1 },
      { page: 504, template: 'spring_sale', times: 1_000_000 },
      { webhooks: 'duplicated', times: 1 },
      { webhooks: 'disordered', field: 'messages', times: 1 },
      { webhooks: 'delayed', by: '10m', phone: kit.names.phone, times: 3 },
    ]
    for (const fault of asked) expect(await ask(kit, fault)).toEqual({ status: 201, body: fault })
    expect(await left(kit)).toEqual(asked)
    expect(kit.world().state()).toMatchObject({ faults: asked })
    await kit.control('delete', `worlds/${kit.id}/faults`)
    expect(await left(kit)).toEqual([])
  })

  test.each([
    [{ times: 2 }, /^The body: a fault needs one of error, latency, drop, truncate, page, webhooks\./],
    [{ page: 502, drop: 'before' }, /^page: a fault does one thing, and this one has drop already\./],
    [{ latency: 'soon' }, /^latency: must be a duration in quotes, 1ms to 60s of real time\./],
    [{ latency: 250 }, /^latency: must be a duration in quotes/],
    [{ page: 502, phone: 5 }, /^phone: must be a phone number, by its name in the world or its id/],
    [{ page: 502, times: 'often' }, /^times: must be a number of calls or webhooks/],
    [{ latency: '61s' }, /^latency: '61s' is not 1ms to 60s of real time, like 250ms\./],
    [{ latency: '0ms' }, /^latency: '0ms' is not 1ms to 60s/],
    [{ drop: 'never' }, /^drop: must be one of before, after\./],
    [{ truncate: false }, /^truncate: must be true\./],
    [{ page: 500 }, /^page: must be one of 502, 503, 504\./],
    [{ page: '502' }, /^page: must be one of 502, 503, 504\./],
    [{ webhooks: 'lost' }, /^webhooks: must be one of duplicated, disordered, delayed\./],
    [{ webhooks: 'delayed' }, /^by: webhooks that are delayed need it, like 10m\./],
    [{ webhooks: 'delayed', by: '31d' }, /^by: '31d' is not 1ms to 30d of the world's time, like 10m\./],
    [{ webhooks: 'duplicated', by: '1m' }, /^by: it goes with webhooks: delayed\./],
    [{ page: 502, by: '1m' }, /^by: it goes with webhooks, not with page\./],
    [{ drop: 'after', field: 'messages' }, /^field: it goes with webhooks, not with drop\./],
    [{ truncate: true, params: {} }, /^params: it goes with error, not with truncate\./],
    [
      { webhooks: 'duplicated', operation: 'sendMessage' },
      /^operation: it goes with error, latency, drop, truncate, page, not with webhooks\./,
    ],
    [{ webhooks: 'duplicated', template: 'template' }, /^template: it goes with error/],
    [
      { webhooks: 'duplicated', field: 'letters' },
      /^field: 'letters' is no field; allowed are account_update, account_review_update/,
    ],
    [{ page: 502, phone: 'nobody' }, /^phone: 'nobody' is no phone number of the world; there are phone\./],
    [{ page: 502, phone: 'template' }, /^phone: 'template' is no phone number/],
    [
      { page: 502, template: 'autumn' },
      /^template: 'autumn' is no template of the world; there are template, .*spring_sale/,
    ],
    [{ page: 502, times: 1_000_001 }, /^times: must be <= 1000000/],
    [{ pages: 502 }, /must not have 'pages'; it may have error, params, latency/],
  ])('bad input %j is told', async (fault, message) => {
    const kit = ready()
    const { status, body } = await ask(kit, fault)
    expect({ status, message: body.error.message }).toEqual({ status: 400, message: expect.stringMatching(message) })
    expect(await left(kit)).toEqual([])
  })
})
