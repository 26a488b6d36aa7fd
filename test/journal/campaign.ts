import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { multipart, PNG } from '../media.ts'
import { message } from '../sends.ts'
import '../seed.ts'

/** What somebody does to a world: the path, the token by its name, and the body. */
export interface Deed {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Under `/v24.0/` with names in braces; under `/_mmgraph/worlds/{id}/` where it begins with `!`. */
  readonly path: string
  readonly as?: string
  readonly body?: string | Buffer
  readonly type?: string
}

const JSON_TYPE = 'application/json'
const json = (path: string, as: string | undefined, body: object): Deed => {
  return { method: 'POST', path, ...(as && { as }), body: JSON.stringify(body), type: JSON_TYPE }
}
const read = (path: string, as = 'client_business'): Deed => ({ method: 'GET', path, as })
const happens = (name: string, params: object): Deed => json('!happenings', undefined, { name, with: params })

const to = fc.integer({ min: 0, max: 20 }).map((end) => `+1416555${String(100 + end).padStart(4, '0')}`)

/** The subscription asks the receiver first, and others come in between. */
export const subscription = (callback: string): Deed =>
  json('{app}/subscriptions', 'app', {
    object: 'whatsapp_business_account',
    callback_url: callback,
    verify_token: 'x',
    fields: 'messages,account_update,message_template_status_update,user_preferences',
  })

/** A batch in which a part waits for a callback, and a report so long that others come in between. */
const batchOf = (callback: string): Deed =>
  json('', 'app', {
    batch: [
      { method: 'GET', relative_url: '{app}?fields=id,name', name: 'first' },
      {
        method: 'POST',
        relative_url: '{app}/subscriptions',
        body: new URLSearchParams({
          object: 'whatsapp_business_account',
          callback_url: callback,
          verify_token: 'x',
          fields: 'messages',
        }).toString(),
      },
      { method: 'GET', relative_url: 'no-such-node' },
    ],
  })

const FILTERS = ['sent', 'delivered', 'read'].map((metric) => ({
  field: `marketing_messages_${metric}`,
  operator: 'GREATER_THAN',
  value: 0,
}))

const LONG_REPORT = `{ad_account}/insights?${new URLSearchParams({
  level: 'ad',
  time_increment: '1',
  date_preset: 'maximum',
  fields: 'marketing_messages_sent,spend',
  sort: 'marketing_messages_sent_descending',
  filtering: JSON.stringify(FILTERS),
})}`

/** With what each campaign begins: one of everything that can be an input. */
export const opening = (callback: string): readonly (readonly Deed[])[] => [
  [subscription(callback), read(LONG_REPORT), batchOf(callback)],
  [json('{waba}/subscribed_apps', 'partner_system_user', {})],
  ['+14165550100', '+14165550101', '+14165550102'].map((number) =>
    json('{phone}/marketing_messages', 'client_business', message({ to: number })),
  ),
  [happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } })],
  [json('!clock', undefined, { advance: '70s' })],
  [json('!deliveries/1/redeliver', undefined, {}), json('!faults', undefined, { error: 'service_unavailable' })],
  [{ method: 'DELETE', path: '!faults' }],
]

/** Any one deed of testers and their programs, wrong ones among them. */
export const deeds = (callback: string): fc.Arbitrary<Deed> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: to.map((number) => json('{phone}/marketing_messages', 'client_business', message({ to: number }))),
    },
    {
      weight: 2,
      arbitrary: to.map((number) =>
        json('{phone}/messages', 'partner_system_user', {
          ...message({ to: number }),
          type: 'text',
          text: { body: 'Grüße 🥖' },
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        happens('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } }),
        happens('customer_blocks_business', { phone: 'phone', from: 'recipient' }),
        happens('customer_clicks_link', { message: 'wamid.none' }),
        happens('no_such_happening', {}),
      ),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Deed>(
        json('!faults', undefined, { error: 'service_unavailable', times: 2 }),
        json('!faults', undefined, { page: 503 }),
        json('!faults', undefined, { truncate: true }),
        json('!faults', undefined, { webhooks: 'duplicated', times: 2 }),
        json('!faults', undefined, { webhooks: 'disordered' }),
        json('!faults', undefined, { webhooks: 'delayed', by: '1m' }),
        { method: 'DELETE', path: '!faults' },
        json('!deliveries/1/redeliver', undefined, {}),
        json('!clock', undefined, { advance: '70s' }),
        json('!clock', undefined, { advance: '1h' }),
        { method: 'GET', path: '!messages' },
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Deed>(
        read('{waba}/message_templates'),
        read('{waba}?fields=name,phone_numbers{display_phone_number}'),
        read('{phone}', 'app'),
        read('?ids={waba},{client}&fields=name', 'partner_system_user'),
        read(LONG_REPORT),
        { method: 'GET', path: '{waba}?access_token=EAAnobody' },
        {
          method: 'POST',
          path: '{phone}/media',
          as: 'partner_system_user',
          body: multipart({ messaging_product: 'whatsapp' }, PNG, 'a.png', 'image/png'),
          type: 'multipart/form-data; boundary=b',
        },
        json('{waba}/message_templates', 'client_business', {
          name: 'winter_sale',
          language: 'en_US',
          category: 'MARKETING',
          components: [{ type: 'BODY', text: 'Bread.' }],
        }),
        json('{waba}/subscribed_apps', 'partner_system_user', {}),
        { method: 'DELETE', path: '{waba}/subscribed_apps', as: 'partner_system_user' },
        subscription(callback),
        subscription('http://127.0.0.1:1/nobody'),
        batchOf(callback),
      ),
    },
  )

/** A receiver on loopback that answers with these statuses in turn; 0: it breaks off. */
export async function receiver(
  answers: readonly number[],
): Promise<{ url: string; posts: () => number; close: () => void }> {
  let posts = 0
  const server = createServer((incoming, outgoing) => {
    const challenge = new URL(incoming.url ?? '/', 'http://receiver').searchParams.get('hub.challenge')
    incoming.resume()
    incoming.on('end', () => {
      if (challenge !== null) return void outgoing.end(challenge)
      const status = answers[posts % answers.length] ?? 200
      posts += 1
      if (status === 0) outgoing.destroy()
      else outgoing.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}/`, posts: () => posts, close }
}
