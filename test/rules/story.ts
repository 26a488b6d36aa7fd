import type { History, HistoryCall, HistoryDelivery } from '../../contracts/history.ts'

/** One thing that happens in a history; the next comes a second later unless `after` says otherwise (milliseconds). */
export type Event =
  | ({ readonly call: string; readonly after?: number } & Partial<HistoryCall>)
  | ({ readonly hears: string; readonly value?: object; readonly after?: number } & Partial<HistoryDelivery>)

const BEGIN = Date.UTC(2026, 2, 2, 9)

/** A history of events in their order: calls are told as `POST /v25.0/1/messages`, webhooks as their field. */
export function story(...events: readonly Event[]): History {
  const calls: HistoryCall[] = []
  const deliveries: HistoryDelivery[] = []
  let at = BEGIN
  for (const { after = 1000, ...event } of events) {
    at += after
    if ('call' in event) calls.push(callOf(event, at, calls.length + 1))
    else deliveries.push(deliveryOf(event, at, calls.length, deliveries.length + 1))
  }
  return { world: 'story', clock: 'running', calls, deliveries, forgotten: { calls: 0, deliveries: 0 } }
}

function callOf({ call, ...more }: Extract<Event, { call: string }>, at: number, n: number): HistoryCall {
  const [method = '', path = ''] = call.split(' ')
  const refused = more.error === undefined ? {} : { status: 400, reply: { error: { message: 'no', code: 100 } } }
  return {
    n,
    at,
    method,
    path,
    params: {},
    status: 200,
    reply: {},
    token: 'aaaa',
    tokenIn: 'header',
    ...refused,
    ...more,
  }
}

function deliveryOf(
  { hears, value = {}, ...more }: Extract<Event, { hears: string }>,
  at: number,
  calls: number,
  n: number,
): HistoryDelivery {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: hears, value }] }],
  })
  return { n, at, calls, event: n, field: hears, app: '9', attempt: 1, status: 200, body, ...more }
}

/** The same event so many times. */
export const times = (count: number, event: Event): Event[] => Array.from({ length: count }, () => event)

export const PHONE = '100000000000001'
const RECIPIENT = '14165550100'

/** A template that was taken. `more` are parameters, `rest` what else differs in the call. */
export function sent(id: string, more: object = {}, rest: object = {}): Event {
  return {
    call: `POST /v25.0/${PHONE}/marketing_messages`,
    operation: 'sendMarketingMessage',
    params: {
      messaging_product: 'whatsapp',
      to: `+${RECIPIENT}`,
      type: 'template',
      template: { name: 'spring_sale', language: { code: 'en_US' } },
      ...more,
    },
    reply: { contacts: [{ input: `+${RECIPIENT}`, wa_id: RECIPIENT }], messages: [{ id: `wamid.${id}` }] },
    ...rest,
  }
}

/** The same through the Cloud API. */
export const cloud = (id: string, more: object = {}, rest: object = {}): Event =>
  sent(id, more, { call: `POST /v25.0/${PHONE}/messages`, operation: 'sendMessage', ...rest })

export const text = { type: 'text', template: undefined, text: { body: 'Rye?' } }

/** What became of a message. */
export function status(id: string, name: string, more: object = {}): Event {
  return { hears: 'messages', value: { statuses: [{ id: `wamid.${id}`, status: name, ...more }] } }
}

export const failed = (id: string, code: number): Event => status(id, 'failed', { errors: [{ code }] })

export function preference(value: 'stop' | 'resume'): Event {
  return {
    hears: 'user_preferences',
    value: { metadata: { phone_number_id: PHONE }, user_preferences: [{ wa_id: RECIPIENT, value }] },
  }
}
