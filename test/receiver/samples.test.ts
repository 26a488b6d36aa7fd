import { describe, expect, test } from 'vitest'
import { checkWebhook } from '../../contracts/check-webhook.ts'
import { duties } from '../../contracts/duties.ts'
import { bodiesOf } from '../../contracts/receiver/bodies.ts'
import { eventBodies, eventGroups } from '../../contracts/receiver/events.ts'
import { makerOf } from '../../contracts/receiver/maker.ts'
import { webhooks } from '../../contracts/webhooks.ts'
import { publishedEvents } from '../../emulator/receiver/published.ts'

const at = Date.parse('2026-03-02T09:00:00Z')
const changesOf = (text: string) =>
  JSON.parse(text).entry.flatMap(({ changes }: { changes: { field: string; value: object }[] }) => changes)

describe.each(eventGroups.map(({ name }) => name))('what is made of %s', (name) => {
  test.each(['whole', 'lean'] as const)('keeps its contract, %s', (extent) => {
    const bodies = eventBodies(name, makerOf('test', at), extent)
    expect(bodies.length).toBeGreaterThan(0)
    for (const { text, what } of bodies) {
      const [{ field, value }] = changesOf(text)
      expect({ what, ...checkWebhook(field, value) }).toMatchObject({ problems: [] })
    }
  })
})

test('every event of the contracts of webhooks is sent', () => {
  const sent = eventGroups.flatMap(({ name }) =>
    eventBodies(name, makerOf('test', at), 'whole').map(({ what }) => what),
  )
  const all = webhooks.flatMap(({ field, events }) => Object.keys(events).map((event) => `${field} ${event}`))
  expect([...new Set(sent)].sort()).toEqual(all.sort())
})

test('the published events keep their contracts when their times are those of today', () => {
  for (const { text, what } of bodiesOf('published', makerOf('test', at), publishedEvents())) {
    const [{ field, value }] = changesOf(text)
    expect({ what, ...checkWebhook(field, value) }).toMatchObject({ problems: [] })
    expect(text).not.toMatch(/"timestamp":"?(?!1772442000)\d/)
  }
})

test('bodies are ASCII, the largest is just under 3 MB, and numbers that are made are nobody’s', () => {
  const bodies = duties
    .flatMap(({ steps }) => steps.flatMap((step) => (step.send === 'webhook' ? [step.body] : [])))
    .filter((name) => name !== 'published')
    .flatMap((name) => bodiesOf(name, makerOf('test', at), []))
  for (const { text } of bodies) {
    expect(/^[\n -~]*$/.test(text)).toBe(true)
    const numbers = [...text.matchAll(/"(?:wa_id|from|recipient_id|display_phone_number)": ?"(\d+)"/g)]
    expect(numbers.every(([, number]) => /^1416555\d{4}$/.test(String(number)))).toBe(true)
  }
  const sizes = bodies.map(({ text }) => text.length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(3_000_000)
  expect(Math.max(...sizes)).toBeGreaterThan(2_990_000)
})

test('the largest batch has 1000 updates', () => {
  const [body] = bodiesOf('thousand', makerOf('test', at), [])
  expect(changesOf(body?.text ?? '')).toHaveLength(1000)
})
