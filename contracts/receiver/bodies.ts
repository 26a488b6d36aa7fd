import { subscribable, webhooks } from '../webhooks.ts'
import { wireText } from '../wire-text.ts'
import { batchOf, largeBody } from './batches.ts'
import type { Body, PublishedEvent } from './body.ts'
import { eventBodies, eventGroups } from './events.ts'
import { type Maker, secondsText } from './maker.ts'
import { about, bodyOf, statusOf, statusValue, textValue } from './values.ts'

type MakeBodies = (maker: Maker, published: readonly PublishedEvent[]) => readonly Body[]

const HOUR = 3_600_000
/** Bytes of the largest body: Meta says 3 MB, and some count 1,000,000 bytes to one. */
const LARGEST = 3_000_000
/** Updates in the largest batch. @see sources webhooks-endpoint: Batching */
const MOST_UPDATES = 1000

const BODIES = {
  plain: (maker) => [{ text: bodyOf(maker, 'messages', statusValue(maker, 'delivered')), what: 'messages statuses' }],
  five: (maker) =>
    ['first', 'second', 'third', 'fourth', 'fifth'].map((what) => ({
      text: bodyOf(maker, 'messages', statusValue(maker, 'delivered')),
      what: `the ${what} on one connection`,
    })),
  escaped: (maker) => {
    const text = bodyOf(
      maker,
      'messages',
      textValue(maker, 'Grüße aus Zürich 🥐 https://example.com/rye <b>50%</b> @ada'),
    )
    const more = text.replaceAll('<', '\\u003C').replaceAll('%', '\\u0025').replaceAll('@', '\\u0040')
    return [
      { text, what: 'umlauts, an emoji and slashes' },
      { text: more, what: 'escaped <, % and @' },
    ]
  },
  respaced: (maker) => {
    const cost = { amount: 0.035, currency: 'USD' }
    const status = { ...statusOf(maker, 'read'), pricing: { cost, category: 'marketing_lite', billable: true } }
    const value = { statuses: [status], ...about(maker) }
    const body = { entry: [{ changes: [{ field: 'messages', value }], id: maker.id() }], object: OBJECT }
    return [{ text: wireText(body, 2).replace('0.035', '0.0350'), what: 'spaces, and keys in another order' }]
  },
  published: (maker, published) =>
    published.map(({ source, field, value }) => ({ text: today(bodyOf(maker, field, value), maker), what: source })),
  lean: (maker) =>
    eventGroups.flatMap(({ name, contract }) =>
      contract.field === 'messages' ? eventBodies(name, maker, 'lean') : [],
    ),
  'unknown-field': (maker) =>
    [...subscribable.filter((field) => !webhooks.some((known) => known.field === field)), 'loyalty_update'].map(
      (field) => ({ text: bodyOf(maker, field, { event: 'CHANGED', id: maker.id() }), what: field }),
    ),
  'unknown-event': (maker) => [
    { text: bodyOf(maker, 'account_update', { event: 'ACCOUNT_MOVED' }), what: 'account_update ACCOUNT_MOVED' },
    { text: bodyOf(maker, 'messages', statusValue(maker, 'postponed')), what: 'messages statuses: postponed' },
    {
      text: bodyOf(maker, 'messages', textValue(maker, 'Rye?')).replace('"type":"text","text"', '"type":"ring","ring"'),
      what: 'messages of the type ring',
    },
    { text: bodyOf(maker, 'messages', { ...about(maker), gestures: [] }), what: 'messages with a part gestures' },
  ],
  'unknown-keys': (maker) =>
    [statusValue(maker, 'delivered'), textValue(maker, 'Rye?')].map((value) => ({
      text: wireText(withMore(JSON.parse(bodyOf(maker, 'messages', value)))),
      what: `messages ${Object.keys(value).at(-1)}`,
    })),
  batch: (maker) =>
    (['statuses', 'messages'] as const).map((kind) => ({
      text: batchOf(maker, kind, { entries: 3, changes: 3, items: 3 }),
      what: `3 entries of 3 changes of 3 ${kind}`,
    })),
  thousand: (maker) => [
    {
      text: batchOf(maker, 'statuses', { entries: 1, changes: MOST_UPDATES, items: 1 }),
      what: `${MOST_UPDATES} updates`,
    },
  ],
  disordered: (maker) => {
    const message = maker.message()
    return ['read', 'delivered', 'sent'].map((status) => ({
      text: bodyOf(maker, 'messages', statusValue(maker, status, message)),
      what: `messages statuses: ${status}`,
    }))
  },
  old: (maker) => [
    {
      text: bodyOf(maker, 'messages', statusValue(maker, 'delivered', maker.message(), maker.at - (7 * 24 - 1) * HOUR)),
      what: 'a status of almost 7 days ago',
    },
  ],
  retried: (maker) => {
    const bodies = ['first', 'second', 'third'].map((what) => ({
      text: bodyOf(maker, 'messages', statusValue(maker, 'delivered')),
      what: `the ${what} status`,
    }))
    return [...bodies, ...bodies.slice(0, 1).map(({ text }) => ({ text, what: 'the first status again' }))]
  },
  large: (maker) => [{ text: largeBody(maker, LARGEST), what: '3 MB of messages' }],
  'not-json': (maker) => [
    { text: bodyOf(maker, 'messages', statusValue(maker, 'read')).slice(0, -20), what: 'JSON that is cut off' },
    { text: 'hello', what: 'text' },
    { text: '', what: 'nothing' },
  ],
  'odd-shapes': () =>
    ['null', '[]', '{}', '"text"', '{"object":"page","entry":[]}', ...ODD_ENTRIES.map(entryBody)].map((text) => ({
      text,
      what: text,
    })),
} as const satisfies Readonly<Record<string, MakeBodies>>

const OBJECT = 'whatsapp_business_account'
const ODD_ENTRIES = [
  'null',
  '{}',
  '[null]',
  '[{"id":"1"}]',
  '[{"id":"1","changes":[{"field":"messages","value":null}]}]',
]

function entryBody(entry: string): string {
  return `{"object":"${OBJECT}","entry":${entry}}`
}

/** Samples are some years old, and what is older than 7 days need not be taken. */
function today(body: string, { at }: Maker): string {
  return body.replaceAll(/("timestamp":"?)\d{10}/g, `$1${secondsText(at)}`)
}

/** The same with a key more in every object. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore)
  if (typeof value !== 'object' || value === null) return value
  const more = Object.entries(value).map(([key, inner]) => [key, withMore(inner)])
  return { ...Object.fromEntries(more), new_in_this_version: { list: [1, null], flag: true } }
}

/** A named list of bodies, or each event of a group: `event: account_update`. */
export type BodyName = keyof typeof BODIES | `event: ${string}`

export function bodiesOf(name: BodyName, maker: Maker, published: readonly PublishedEvent[]): readonly Body[] {
  const known: MakeBodies | undefined = BODIES[name as keyof typeof BODIES]
  return known ? known(maker, published) : eventBodies(name.slice('event: '.length), maker, 'whole')
}
