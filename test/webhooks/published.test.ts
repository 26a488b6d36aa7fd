import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkWebhook } from '../../contracts/check-webhook.ts'
import { type SourceName, sources } from '../../contracts/sources.ts'

interface Sample {
  readonly source: string
  readonly field: string
  readonly event: string
  readonly value: object
}

const file = new URL('../../fixtures/published/webhooks.json', import.meta.url)
const samples: readonly Sample[] = JSON.parse(readFileSync(file, 'utf8'))

describe('a documented webhook keeps its contract', () => {
  test.each(samples)('$source', ({ source, field, event, value }) => {
    expect(checkWebhook(field, value)).toEqual({ event, problems: [] })
    expect(sources[source.split(': ')[0] as SourceName]).toBeDefined()
  })
})

test('what is no such webhook breaks the contract of the event that comes closest', () => {
  const { value } = samples.find(({ event }) => event === 'statuses: read') as Sample
  const finding = checkWebhook('messages', { ...value, note: 'x' })
  expect(finding?.event).toMatch(/^statuses/)
  expect(finding?.problems[0]?.says).toMatch(/must not have 'note'/)
})

test('of a field without a contract nothing is said', () => {
  expect(checkWebhook('flows', {})).toBeUndefined()
})
