import { createHmac } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator, namesOf, type TestEmulator } from '../../emulator/in-tests/create-emulator.ts'
import type { EmulatorInTest } from '../../emulator/in-tests/options.ts'
import { shipped } from '../../emulator/in-tests/shipped.ts'
import { readWorld, shippedWorlds } from '../../emulator/world/load.ts'
import { need, receive } from '../kit.ts'

async function made(options: Partial<EmulatorInTest> = {}): Promise<TestEmulator> {
  const emulator = await createEmulator({ world: 'ready-to-send', port: false, ...options })
  onTestFinished(() => emulator.close())
  return emulator
}

const message = (to: string) => ({
  messaging_product: 'whatsapp',
  to,
  type: 'template',
  template: { name: 'spring_sale', language: { code: 'en_US' } },
})

function send({ names, people, tokens, ...emulator }: TestEmulator, fetch = emulator.fetch): Promise<Response> {
  return fetch(`${emulator.url}/v24.0/${names.phone}/marketing_messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${tokens.client_business}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(message(`+${people.recipient}`)),
  })
}

const statusesIn = (bodies: readonly string[]) =>
  bodies.flatMap(
    (body) => JSON.parse(body).entry[0].changes[0].value.statuses?.map((told: { status: string }) => told.status) ?? [],
  )

describe('createEmulator', () => {
  test('a function hears signed webhooks as time goes on', async () => {
    const heard: { body: string; signature: string | null }[] = []
    const emulator = await made({
      callback: async (webhook: Request) => {
        heard.push({ body: await webhook.text(), signature: webhook.headers.get('x-hub-signature-256') })
      },
    })
    expect((await send(emulator)).status).toBe(200)
    await emulator.advance('1m')
    expect(statusesIn(heard.map(({ body }) => body))).toEqual(['sent', 'delivered', 'read'])
    for (const { body, signature } of heard) {
      const hmac = createHmac('sha256', need(emulator.secrets.app)).update(body).digest('hex')
      expect(signature).toBe(`sha256=${hmac}`)
    }
    expect(emulator.deliveries().map(({ body, status }) => ({ body, status }))).toEqual(
      heard.map(({ body }) => ({ body, status: 200 })),
    )
  })

  test('over HTTP it is the same as in this process', async () => {
    const run = async (isServed: boolean) => {
      const receiver = await receive()
      const emulator = await made({ callback: receiver.url, port: isServed ? 0 : false })
      const reply = await (await send(emulator, isServed ? globalThis.fetch : emulator.fetch)).json()
      await emulator.advance('1m')
      const posted = emulator.deliveries().map(({ at, body, status }) => ({ at, body, status }))
      expect(receiver.posts).toHaveLength(posted.length)
      return { reply, posted }
    }
    const [served, inProcess] = [await run(true), await run(false)]
    expect(inProcess.posted).toHaveLength(3)
    expect(inProcess).toEqual(served)
  })

  test('what a callback answers counts: a refusal is tried again', async () => {
    const answers = [() => new Response('no', { status: 503 }), () => Promise.reject(new Error('broken'))]
    const emulator = await made({ callback: () => answers.shift()?.() })
    await send(emulator)
    await emulator.advance('1h')
    const tries = emulator.deliveries().map(({ status }) => status)
    expect(tries.slice(0, 2)).toEqual([503, 500])
    expect(tries.filter((status) => status === 200)).toHaveLength(3)
  })

  test('people do things, and are refused what cannot happen', async () => {
    const emulator = await made({ callback: () => undefined })
    const text = { body: 'Rye?' }
    await emulator.happen('customer_sends_message', { phone: 'phone', from: 'recipient', text })
    expect(JSON.parse(need(emulator.deliveries()[0]).body).entry[0].changes[0].value.messages[0].text).toEqual(text)
    await expect(emulator.happen('customer_sends_mesage')).rejects.toThrow('customer_sends_message')
  })

  test('the seed decides the ids, a reset gives the same once more, with its callback', async () => {
    const heard: string[] = []
    const emulator = await made({ seed: 'one', callback: async (webhook: Request) => heard.push(await webhook.text()) })
    const again = await made({ seed: 'one' })
    const other = await made({ seed: 'two' })
    expect(again.names).toEqual(emulator.names)
    expect(other.names.phone).not.toBe(emulator.names.phone)
    await send(emulator)
    await emulator.advance('1m')
    const first = heard.splice(0)
    emulator.reset()
    expect(emulator.deliveries()).toEqual([])
    await send(emulator)
    await emulator.advance('1m')
    expect(heard).toEqual(first)
  })

  test('a client that does all right has no findings; one that puts its token in the address has', async () => {
    const emulator = await made({ callback: () => undefined })
    await send(emulator)
    await emulator.advance('1m')
    const { findings, checked } = await emulator.report()
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(checked).toContainEqual({ what: 'calls of Graph', count: 1 })
    await emulator.fetch(`/v24.0/${emulator.names.phone}?access_token=${emulator.tokens.client_business}`)
    const after = await emulator.report()
    expect(after.findings.length).toBeGreaterThan(findings.length)
    expect(JSON.stringify(after)).not.toContain(emulator.tokens.client_business)
  })

  test('fetch takes paths, addresses of Meta and Requests', async () => {
    const { fetch, names, tokens } = await made()
    const path = `/v24.0/${names.phone}`
    const headers = { Authorization: `Bearer ${tokens.client_business}` }
    for (const input of [path, `https://graph.facebook.com${path}`, new URL(path, 'http://x.test')]) {
      expect(await (await fetch(input, { headers })).json()).toMatchObject({ id: names.phone })
    }
    expect((await fetch(new Request(`http://x.test${path}`, { headers }))).status).toBe(200)
  })

  test('a change is laid over the world, a world may be a file', async () => {
    const { file } = readWorld('ready-to-send')
    const emulator = await made({ world: file, change: { recipients: { late: { number: '14165550123' } } } })
    expect(emulator.people.late).toBe('14165550123')
    await expect(made({ change: { recipients: { late: { nummer: '1' } } } })).rejects.toThrow('/recipients/late')
  })

  test('when it is closed it says so, and closing twice does no harm', async () => {
    const emulator = await made({ port: 0 })
    const { port } = new URL(emulator.url)
    await expect(made({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await emulator.close()
    await emulator.close()
    expect(() => emulator.deliveries()).toThrow('This emulator was closed.')
    await expect(fetch(emulator.url)).rejects.toThrow()
  })
})

test.each([
  [undefined, 'createEmulator needs options'],
  [{}, 'world is missing'],
  [{ world: 'redy-to-send' }, 'did you mean ready-to-send?'],
  [{ wrld: 'ready-to-send' }, "there is no option 'wrld'; did you mean world?"],
  [{ world: 'ready-to-send', seed: 'My Test' }, 'seed must be up to 100 small letters'],
  [{ world: 'ready-to-send', clock: 'stil' }, "clock must be still or running, not 'stil'"],
  [{ world: 'ready-to-send', port: 70_000 }, 'port must be 0 to 65535, or false for none'],
  [{ world: 'ready-to-send', graphDate: 'soon' }, 'graphDate must be a day like 2026-08-01'],
  [{ world: 'ready-to-send', callback: 'ftp://127.0.0.1/' }, "'ftp://127.0.0.1/' is no http or https URL"],
  [{ world: 'ready-to-send', callback: 'http://example.com/' }, 'loopback hosts only and example.com is none'],
  [{ world: { title: 'x' } }, 'custom: /'],
])('%j is refused: %s', async (options, says) => {
  await expect(createEmulator(options as never)).rejects.toThrow(says)
})

test('a wrong duration is refused', async () => {
  const emulator = await made()
  await expect(emulator.advance('7 days')).rejects.toThrow("'7 days' is no duration")
  await expect(emulator.advance(-1)).rejects.toThrow("'-1' is no duration")
})

test('the names that editors complete are those that ship', () => {
  expect(shipped).toEqual(shippedWorlds())
})

test('namesOf tells what an emulator gives', async () => {
  const { id, names, people, tokens, secrets } = await made({ world: 'tech-provider', seed: 'mine' })
  expect(namesOf('tech-provider', 'mine')).toMatchObject({ id, names, people, tokens, secrets })
})
