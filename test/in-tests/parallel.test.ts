import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { namesOf } from '../../emulator/in-tests/create-emulator.ts'
import { listen } from '../../emulator/server.ts'
import { need } from '../kit.ts'

const WORKERS = 100

// biome-ignore lint/suspicious/noExplicitAny: replies, looked at by tests
type Reply = any

interface Heard {
  readonly body: string
  readonly signature: string
}

/** One receiver for all: what is posted to `/{worker}` is that worker's. */
async function receiver() {
  const heard = new Map<string, Heard[]>()
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '', 'http://receiver')
    if (incoming.method === 'GET') return void outgoing.end(url.searchParams.get('hub.challenge'))
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const signature = String(incoming.headers['x-hub-signature-256'])
    const worker = url.pathname.slice(1)
    heard.set(worker, [...(heard.get(worker) ?? []), { body: Buffer.concat(parts).toString(), signature }])
    outgoing.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
}

async function graph(url: string, token: string, body?: object): Promise<Reply> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const response = await fetch(url, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
  const reply: Reply = await response.json()
  if (response.status !== 200) throw new Error(`${url}: ${JSON.stringify(reply)}`)
  return reply
}

/** Subscribes, sends as many messages as its number says, lets time pass, reads. Nobody made its world. */
async function flow(emulator: string, callbacks: string, n: number) {
  const id = `worker-${n}`
  const { names, secrets } = namesOf('ready-to-send', id)
  const as = (name: string) => `EAAMMGRAPH.ready-to-send.${id}.${name}`
  const at = (path: string) => `${emulator}/v24.0/${path}`
  await graph(at(`${names.app}/subscriptions`), as('app'), {
    object: 'whatsapp_business_account',
    fields: ['messages'],
    callback_url: `${callbacks}/${id}`,
    verify_token: 'x',
  })
  await graph(at(`${names.waba}/subscribed_apps`), as('client_business'), {})
  const sent: string[] = []
  for (let count = 0; count <= n % 3; count += 1) {
    const reply = await graph(at(`${names.phone}/marketing_messages`), as('client_business'), {
      messaging_product: 'whatsapp',
      to: `+1416555${String(1000 + n).padStart(4, '0')}`,
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
    })
    sent.push(need((reply.messages as { id: string }[])[0]).id)
  }
  const control = { method: 'POST', body: JSON.stringify({ advance: '1h' }) }
  await fetch(`${emulator}/_mmgraph/worlds/${id}/clock`, control)
  const number = await graph(at(`${names.phone}`), as('client_business'))
  const calls: Reply = await (await fetch(`${emulator}/_mmgraph/worlds/${id}/exchanges`)).json()
  return { id, names, secrets, sent, number, calls: calls.data.length as number }
}

test(`${WORKERS} workers share one emulator, and none sees another`, async () => {
  const { url: callbacks, heard } = await receiver()
  const { url, close } = await listen(createEmulator({ worlds: ['ready-to-send'] }), 0, '127.0.0.1')
  onTestFinished(close)
  const flows = await Promise.all(Array.from({ length: WORKERS }, (_, n) => flow(url, callbacks, n)))

  expect(new Set(flows.map(({ names }) => names.phone)).size).toBe(WORKERS)
  expect(new Set(flows.flatMap(({ sent }) => sent)).size).toBe(flows.flatMap(({ sent }) => sent).length)
  expect(heard.size).toBe(WORKERS)
  for (const [n, { id, names, secrets, sent, number, calls }] of flows.entries()) {
    expect(number.id).toBe(names.phone)
    expect(calls).toBe(sent.length + 3)
    const own = need(heard.get(id))
    const told = own.flatMap(({ body }) => JSON.parse(body).entry)
    expect(new Set(told.map((entry: { id: string }) => entry.id))).toEqual(new Set([names.waba]))
    const statuses = told.flatMap(({ changes }) => changes[0].value.statuses)
    expect(statuses.map((status: { id: string }) => status.id).filter((one: string) => !sent.includes(one))).toEqual([])
    expect(new Set(statuses.map((status: { recipient_id: string }) => status.recipient_id))).toEqual(
      new Set([`1416555${1000 + n}`]),
    )
    expect(new Set(statuses.map((status: { id: string }) => status.id))).toEqual(new Set(sent))
    for (const { body, signature } of own) {
      expect(signature).toBe(`sha256=${createHmac('sha256', need(secrets.app)).update(body).digest('hex')}`)
    }
  }
  const first: Reply = await (await fetch(`${url}/_mmgraph/worlds/ready-to-send/exchanges`)).json()
  expect(first.data).toEqual([])
})
