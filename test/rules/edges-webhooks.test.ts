import { describe, expect, test } from 'vitest'
import { hitsIn, hold, refused } from './edges.ts'
import { type Event, times } from './story.ts'

describe('webhooks', () => {
  const took = (...list: readonly (number | undefined)[]): Event[] =>
    list.map((ms) => ({ hears: 'messages', ...(ms !== undefined && { took: ms }) }))
  const problem = (events: readonly Event[]): string | undefined => hitsIn('webhook-slow', events)[0]?.problem

  test.each([
    ['five of 250 ms', took(250, 250, 250, 250, 250), undefined],
    [
      'five, the middle one over 250 ms',
      took(1, 251, 400, 1, 300),
      'half of 5 webhooks took 251 ms and more to answer: the median must not exceed 250 ms',
    ],
    ['four slow ones', took(400, 400, 400, 400), undefined],
    ['one of 1 s', took(1000, 1, 1, 1, 1), undefined],
    ['one of more', took(1001, 1), '1 of 2 webhooks took more than 1 s to answer, the longest 1 s: less than 1 % may'],
    [
      'the longest of two',
      took(5000, 2000, 1),
      '2 of 3 webhooks took more than 1 s to answer, the longest 5 s: less than 1 % may',
    ],
    [
      'those that are not measured do not count',
      took(300, 300, 300, 300, 300, undefined, undefined, undefined, undefined, undefined, undefined),
      'half of 5 webhooks took 300 ms and more to answer: the median must not exceed 250 ms',
    ],
    ['not measured', took(undefined, undefined, undefined, undefined, undefined), undefined],
    ['nobody answered', took(9000).map((one) => ({ ...one, status: 0 })), undefined],
    ['one in 101', [...took(1001), ...times(100, { hears: 'messages', took: 1 })], undefined],
  ] as const)('are slow: %s', (_, events, said) => {
    expect(problem(events)).toBe(said)
  })

  const tries = (...list: readonly number[]): Event[] =>
    list.map((code, at) => ({ hears: 'messages', event: 7, attempt: at + 1, status: code }))
  const found = (id: string, events: readonly Event[]): readonly string[] =>
    hitsIn(id, events).map((hit) => `${hit.where}: ${hit.problem}`)

  test.each([
    ['webhook-not-taken', tries(500, 503), ['webhook messages: 1 were not taken; the first got HTTP 500: answer 200']],
    ['webhook-not-taken', tries(0), ['webhook messages: 1 were not taken; the first got no answer: answer 200']],
    ['webhook-not-taken', tries(500, 200), []],
    ['webhook-taken-late', tries(500, 200), ['webhook messages: 1 had to be posted again; the first got HTTP 500']],
    ['webhook-taken-late', tries(200, 500), []],
    ['webhook-taken-late', tries(500, 500), []],
    ['webhook-answered-otherwise', tries(204), ['webhook messages: 1 were answered with HTTP 204']],
    ['webhook-answered-otherwise', tries(300), []],
  ] as const)('%s: %o', (id, events, said) => {
    expect(found(id, events)).toEqual(said)
  })

  const heard: Event = { hears: 'account_update', body: 'the same' }
  const act = (rest: object = {}): Event => ({ call: 'POST /v25.0/1/onboard', params: { a: 1 }, ...rest })
  const read: Event = { call: 'GET /v25.0/1' }
  const subscribed = (params: object, rest: object = {}): Event => ({
    call: 'POST /v25.0/1/subscribed_apps',
    operation: 'subscribeToWabaWebhooks',
    params,
    ...rest,
  })
  const own = { override_callback_uri: 'http://127.0.0.1/' }

  hold([
    ['the same after each', 'webhook-acted-on-twice', [heard, act(), heard, act()], [1, 2]],
    ['both before it did anything', 'webhook-acted-on-twice', [heard, heard, act(), act()], [1, 2]],
    ['once', 'webhook-acted-on-twice', [heard, heard, act(), act({ params: { a: 2 } })], []],
    ['a read', 'webhook-acted-on-twice', [heard, read, heard, read], []],
    ['refused', 'webhook-acted-on-twice', [heard, act(refused), heard, act(refused)], []],
    [
      'a secret hides whether it is the same',
      'webhook-acted-on-twice',
      [heard, act({ params: { a: '(secret)' } }), heard, act({ params: { a: '(secret)' } })],
      [],
    ],
    [
      'the first was not taken',
      'webhook-acted-on-twice',
      [{ ...heard, status: 500 } as Event, act(), heard, act()],
      [],
    ],
    ['of two apps', 'webhook-acted-on-twice', [heard, act(), { ...heard, app: '8' } as Event, act()], []],
    ['much later', 'webhook-acted-on-twice', [heard, act(), heard, ...times(5, read), act()], []],
    ['its own callback is gone', 'override-cleared', [subscribed(own), subscribed({})], [1, 2]],
    [
      'in another version',
      'override-cleared',
      [subscribed(own), subscribed({}, { call: 'POST /v23.0/1/subscribed_apps' })],
      [1, 2],
    ],
    [
      'without a version',
      'override-cleared',
      [subscribed(own), subscribed({}, { call: 'POST /1/subscribed_apps' })],
      [1, 2],
    ],
    ['it had none', 'override-cleared', [subscribed({}), subscribed({})], []],
    ['it gets one', 'override-cleared', [subscribed({}), subscribed(own)], []],
    [
      'of two accounts',
      'override-cleared',
      [subscribed(own), subscribed({}, { call: 'POST /v25.0/2/subscribed_apps' })],
      [],
    ],
    ['refused', 'override-cleared', [subscribed(own), subscribed({}, refused)], []],
  ])
})
