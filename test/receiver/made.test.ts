import { expect, test } from 'vitest'
import { batchOf, largeBody } from '../../contracts/receiver/batches.ts'
import { bodiesOf } from '../../contracts/receiver/bodies.ts'
import { eventBodies } from '../../contracts/receiver/events.ts'
import { makerOf } from '../../contracts/receiver/maker.ts'
import { sampleOf, turnsOf } from '../../contracts/receiver/sample.ts'
import { statusValue, textValue } from '../../contracts/receiver/values.ts'
import type { JsonSchema } from '../../contracts/schema.ts'

const at = Date.parse('2026-03-02T09:00:00Z')
const maker = () => makerOf('test', at)
const about = {
  messaging_product: 'whatsapp',
  metadata: {
    display_phone_number: expect.stringMatching(/^1416555\d{4}$/),
    phone_number_id: expect.stringMatching(/^\d{15}$/),
  },
}
const status = {
  id: expect.stringMatching(/^wamid\./),
  status: 'delivered',
  timestamp: '1772442000',
  recipient_id: expect.stringMatching(/^1416555\d{4}$/),
  pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing_lite' },
}
const message = {
  from: expect.stringMatching(/^1416555\d{4}$/),
  id: expect.stringMatching(/^wamid\./),
  timestamp: '1772442000',
  type: 'text',
  text: { body: 'Rye?' },
}

test('a status and a message are what Meta posts', () => {
  expect(statusValue(maker(), 'delivered')).toEqual({ ...about, statuses: [status] })
  const value = textValue(maker(), 'Rye?') as { contacts: { wa_id: string }[]; messages: { from: string }[] }
  expect(value).toEqual({
    ...about,
    contacts: [
      {
        profile: { name: expect.any(String) },
        wa_id: value.messages[0]?.from,
        user_id: expect.stringMatching(/^US\.\d{15}$/),
      },
    ],
    messages: [message],
  })
})

test.each([
  ['statuses', status],
  ['messages', message],
] as const)('a batch of %s has so many entries, changes and items', (kind, item) => {
  const change = { field: 'messages', value: { ...about, [kind]: [item, item] } }
  const entry = { id: expect.stringMatching(/^\d{15}$/), changes: [change, change, change] }
  expect(JSON.parse(batchOf(maker(), kind, { entries: 2, changes: 3, items: 2 }))).toEqual({
    object: 'whatsapp_business_account',
    entry: [entry, entry],
  })
})

test('a large body is JSON that holds as many messages as there is room for', () => {
  const body = largeBody(maker(), 20_000)
  const { messages } = JSON.parse(body).entry[0].changes[0].value
  expect(messages).toHaveLength(4)
  expect(messages[0].text.body).toMatch(/^(a loaf of rye ){290}$/)
  expect(body.length).toBeLessThanOrEqual(20_000)
  expect(body.length + JSON.stringify(messages[0]).length).toBeGreaterThan(20_000)
  expect(largeBody(maker(), body.length + 1)).toBe(body)
  expect(JSON.parse(largeBody(maker(), body.length)).entry[0].changes[0].value.messages).toHaveLength(3)
})

test('unknown keys stand in every object of a body, and nowhere else', () => {
  const more = { list: [1, null], flag: true }
  const [body] = bodiesOf('unknown-keys', maker(), [])
  const { entry, ...whole } = JSON.parse(body?.text ?? '')
  expect(whole).toEqual({ object: 'whatsapp_business_account', new_in_this_version: more })
  const [{ field, value, new_in_this_version }] = entry[0].changes
  expect([field, new_in_this_version]).toEqual(['messages', more])
  expect(value.statuses).toEqual([
    { ...status, pricing: { ...status.pricing, new_in_this_version: more }, new_in_this_version: more },
  ])
})

test('odd shapes are bodies of Meta’s form with something amiss in them', () => {
  const texts = bodiesOf('odd-shapes', maker(), []).map(({ text }) => JSON.parse(text))
  expect(texts).toContainEqual({ object: 'whatsapp_business_account', entry: [null] })
  expect(texts).toContainEqual({ object: 'whatsapp_business_account', entry: null })
})

const object = (properties: Readonly<Record<string, JsonSchema>>, required: string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
})

test.each<[string, JsonSchema, number, unknown]>([
  ['a constant', { const: 7 }, 0, 7],
  ['the first choice of an enum', { enum: ['a', 'b'] }, 0, 'a'],
  ['the next choice of an enum', { enum: ['a', 'b'] }, 3, 'b'],
  ['a branch', { anyOf: [{ const: 1 }, { const: 2 }] }, 1, 2],
  ['a list', { type: 'array', items: { const: 1 } }, 0, [1]],
  ['an even turn', { type: 'boolean' }, 2, true],
  ['an odd turn', { type: 'boolean' }, 3, false],
  ['a number', { type: 'number' }, 0, 12.5],
  ['null', { type: 'null' }, 0, null],
  ['the first of some types', { type: ['integer', 'null'] }, 0, 7],
  ['no type', {}, 0, 'a text'],
  [
    'times',
    object({ start_time: { type: 'integer' }, expiration: { type: 'integer' }, n: { type: 'integer' } }),
    0,
    {
      start_time: 1772442000,
      expiration: 1772442000,
      n: 7,
    },
  ],
  [
    'words by their keys',
    object({ currency: {}, some_words: {}, mime_type: {} }),
    0,
    {
      currency: 'USD',
      some_words: 'a some words',
      mime_type: 'image-png',
    },
  ],
])('a sample of %s', (_, schema, turn, sample) => {
  expect(sampleOf(schema, maker(), turn, 'whole')).toEqual(sample)
})

test('a lean sample has what is required alone, and an unknown pattern is an error', () => {
  const schema = object({ a: { const: 1 }, b: { const: 2 } }, ['b'])
  expect(sampleOf(schema, maker(), 0, 'lean')).toEqual({ b: 2 })
  expect(sampleOf(schema, maker(), 0, 'whole')).toEqual({ a: 1, b: 2 })
  expect(() => sampleOf({ type: 'string', pattern: '^zz' }, maker(), 0, 'whole')).toThrow(
    'no text is known for the pattern ^zz',
  )
})

test('bodies of an event are whole, and of what is no event there is none', () => {
  const texts = (list: readonly { text: string }[]): string[] => list.map(({ text }) => text)
  const whole = texts(bodiesOf('event: messages: statuses', maker(), []))
  expect(whole).toEqual(texts(eventBodies('messages: statuses', maker(), 'whole')))
  expect(whole).not.toEqual(texts(eventBodies('messages: statuses', maker(), 'lean')))
  expect(bodiesOf('event: nothing', maker(), [])).toEqual([])
})

test('ids have 15 digits and messages no slash, whatever the seed', () => {
  const makers = Array.from({ length: 300 }, (_, seed) => makerOf(`seed ${seed}`, at))
  expect(makers.filter(({ id }) => !/^1\d{14}$/.test(id()))).toEqual([])
  expect(makers.filter(({ message }) => !/^wamid\.[\w+]+=*$/.test(message()))).toEqual([])
})

test('turns meet each choice of the widest place', () => {
  const wide = { anyOf: [{ const: 1 }, { const: 2 }, { const: 3 }] }
  expect(turnsOf({ const: 1 })).toBe(1)
  expect(turnsOf(object({ a: { const: 1 }, list: { type: 'array', items: wide } }))).toBe(3)
})
