import { describe, expect, test } from 'vitest'
import { hitsIn, hold } from './edges.ts'
import { type Event, PHONE, sent } from './story.ts'

describe('parameters', () => {
  const post = (params: object, rest: object = {}): Event => sent('a', params, rest)
  const deep = (depth: number): object =>
    Array.from({ length: depth }).reduce<object>((inner) => ({ a: inner }), { n: 2 ** 60 })

  hold([
    ['a flag as a text in JSON', 'number-as-text', [post({ message_activity_sharing: 'true' })], [1]],
    ['a flag', 'number-as-text', [post({ message_activity_sharing: true })], []],
    ['in a form', 'number-as-text', [sent('a', { template: '{"name":"a"}', message_activity_sharing: 'true' })], []],
    [
      'in a form with a file',
      'number-as-text',
      [sent('a', { template: '{}', message_activity_sharing: 'true', file: { sha256: 'x' } })],
      [],
    ],
    ['in a part of a batch', 'number-as-text', [post({ message_activity_sharing: 'true' }, { part: true })], []],
    [
      'in a read',
      'number-as-text',
      [post({ message_activity_sharing: 'true' }, { call: `GET /v25.0/${PHONE}/messages` })],
      [],
    ],
    ['a number as a text is', 'text-as-number', [post({ to: 14165550100 })], [1]],
    ['in a read', 'text-as-number', [post({ to: 14165550100 }, { call: `GET /v25.0/${PHONE}/messages` })], []],
    ['of no contract', 'text-as-number', [{ call: 'POST /v25.0/1', params: { to: 1 } }], []],
    ['a number of a number', 'text-as-number', [post({ ttl: 5 })], []],
    ['above 2^53', 'number-unsafe', [post({ to: 2 ** 53 })], [1]],
    ['below 2^53', 'number-unsafe', [post({ to: 2 ** 53 - 1 })], []],
    ['a fraction', 'number-unsafe', [post({ to: 0.1, ttl: 1e-300 })], []],
    ['null, and a text of digits', 'number-unsafe', [post({ to: '99999999999999999999', a: null })], []],
    ['deep', 'number-unsafe', [{ call: 'POST /v25.0/1', params: deep(20) }], [1]],
    ['deeper than anybody looks', 'number-unsafe', [{ call: 'POST /v25.0/1', params: deep(21) }], []],
    [
      'of an operation without any',
      'parameter-unknown',
      [{ call: 'GET /v25.0/1/subscribed_apps', operation: 'getAllSubscriptionsForAWaba', params: { x: 1 } }],
      [],
    ],
    ['a misspelt one', 'parameter-unknown', [post({ product_polic: 'STRICT' })], [1]],
    ['in a part of a batch', 'parameter-unknown', [post({ product_polic: 'STRICT' }, { part: true })], []],
  ])

  test('a number that is unsafe is named with its path, which is cut', () => {
    const said = (params: unknown) => hitsIn('number-unsafe', [{ call: 'POST /v25.0/1', params }])[0]?.problem
    expect(said({ a: [1, { b: 2 ** 53 }] })).toBe('a.1.b is a number above 2^53: send a text')
    expect(said(2 ** 53)).toBe('the body is a number above 2^53: send a text')
    expect(said({ ['k'.repeat(70)]: 2 ** 53 })).toBe(`${'k'.repeat(60)} is a number above 2^53: send a text`)
  })
})
