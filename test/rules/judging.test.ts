import { describe, expect, test } from 'vitest'
import { callsBetween, groupBy, keyOf, stretches } from '../../contracts/judging/keys.ts'
import { isTaken, newsOf, preferencesOf, statusesOf, writersOf } from '../../contracts/judging/news.ts'
import { hitsOf, hitsOfCalls, nodeOf, pathOf, versionOf, whereOf } from '../../contracts/judging/place.ts'
import { contentOf, isMarketing, sendsById, sendsOf } from '../../contracts/judging/sends.ts'
import { days, hours, listOf, looseFieldsOf, parsed, spell } from '../../contracts/judging/values.ts'
import { need } from '../kit.ts'
import { cloud, type Event, PHONE, preference, sent, status, story, text, times } from './story.ts'

const callOf = (call: string, more: object = {}) => need(story({ call, ...more }).calls[0])

describe('values', () => {
  test.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [1000, '1 s'],
    [4240, '4.2 s'],
    [119_000, '119 s'],
    [120_000, '2 min'],
    [7_199_000, '120 min'],
    [7_200_000, '2 h'],
    [90_000_000, '25 h'],
  ])('%d milliseconds are spelled %s', (milliseconds, spelled) => {
    expect(spell(milliseconds)).toBe(spelled)
  })

  test('times are in milliseconds', () => {
    expect([hours(2), days(2)]).toEqual([7_200_000, 172_800_000])
  })

  test('what is not of the wanted kind is read as nothing', () => {
    expect(listOf('a')).toEqual([])
    expect(parsed('{')).toBeUndefined()
    expect([{ a: 1 }, '{"a":1}', '{', '[1]', null, 7].map(looseFieldsOf)).toEqual([{ a: 1 }, { a: 1 }, {}, {}, {}, {}])
  })
})

describe('places', () => {
  test.each([
    ['POST /v25.0/1/messages', { operation: 'sendMessage' }, 'POST /{phone}/messages'],
    ['GET /v25.0/1', { operation: 'getPhoneNumber' }, 'GET /{id}'],
    ['GET /v25.0/act_1/insights', { operation: 'getAdAccountInsights' }, 'GET /{ad_account}/insights'],
    ['GET /v25.0/debug_token', { operation: 'debugToken' }, 'GET /debug_token'],
    ['GET /v25.0/act_12/1x/x1/12', {}, 'GET /{id}/1x/x1/{id}'],
    ['GET /me', {}, 'GET /me'],
    [`GET /${'a'.repeat(41)}/b`, {}, `GET /${'a'.repeat(40)}/b`],
  ])('%s is told as a place', (call, more, where) => {
    expect(whereOf(callOf(call, more))).toBe(where)
  })

  test('a path may have a version', () => {
    const read = (call: string) => [versionOf(callOf(call)), pathOf(callOf(call)), nodeOf(callOf(call))]
    expect(read('GET /v25.0/1/messages')).toEqual(['v25.0', ['1', 'messages'], '1'])
    expect(read('GET /1')).toEqual([undefined, ['1'], '1'])
    expect(read('GET /')).toEqual([undefined, [], ''])
  })

  test('offences of one place are one hit, with the calls in their order, twenty at most', () => {
    const { calls } = story(...times(25, { call: 'GET /v25.0/1', operation: 'debugToken' }), { call: 'GET /other' })
    const offences = calls.map((call) => ({ calls: [call], problem: `call ${call.n}` })).reverse()
    expect(hitsOf([{ calls: [], problem: 'of no call' }, ...offences])).toEqual([
      { where: 'GET /other', problem: 'call 26', contract: 'graph', exchanges: [26] },
      {
        where: 'GET /debug_token',
        problem: 'call 25 (25 times)',
        contract: 'debugToken',
        exchanges: Array.from({ length: 20 }, (_, at) => at + 1),
      },
    ])
    expect(hitsOfCalls(calls, ({ n }) => (n === 2 ? 'second' : undefined))).toMatchObject([
      { problem: 'second', exchanges: [2] },
    ])
  })
})

describe('keys', () => {
  test('are the same for the same question, whoever proves to ask', () => {
    const key = (params: object, more: object = {}) => keyOf(callOf('GET /1', { params, ...more }))
    expect(key({ fields: 'id', access_token: 'x', appsecret_proof: 'y' })).toBe(key({ fields: 'id' }))
    expect(key({ fields: 'id' })).toBe('GET /1 aaaa {"fields":"id"}')
    expect(key({}, { token: undefined })).toBe('GET /1  {}')
    expect(key({ input_token: '(secret)' })).toBeUndefined()
  })

  test('a stretch ends with a change that was made, and with a webhook', () => {
    const read: Event = { call: 'GET /1', operation: 'debugToken' }
    const change: Event = { call: 'POST /1', operation: 'sendMessage' }
    const history = story(
      read,
      { ...change, status: 400 },
      read,
      change,
      read,
      { hears: 'messages' },
      { hears: 'messages' },
      read,
      { ...change, operation: undefined } as unknown as Event,
      read,
    )
    const found = stretches({ ...history, deliveries: history.deliveries.toReversed() })
    expect([...found.values()]).toEqual([0, 0, 0, 0, 1, 2, 2, 2])
    expect([...stretches(story({ hears: 'messages' }, change, { hears: 'messages' }, read)).values()]).toEqual([1, 3])
  })

  test('things are grouped by a key, and left out without one', () => {
    expect([...groupBy([1, 2, 3, 4], (n) => (n === 4 ? undefined : String(n % 2)))]).toEqual([
      ['1', [1, 3]],
      ['0', [2]],
    ])
  })

  test('calls between two numbers', () => {
    const { calls } = story(...times(9, { call: 'GET /1' }))
    const between = (from: number, to: number) => callsBetween(calls, from, to).map(({ n }) => n)
    expect([between(0, 2), between(3, 6), between(8, 20), between(5, 5)]).toEqual([[1, 2], [4, 5, 6], [9], []])
  })
})

describe('news', () => {
  test('are what a receiver took', () => {
    const took = [199, 200, 299, 300].map((status) => isTaken(need(story({ hears: 'messages', status }).deliveries[0])))
    expect(took).toEqual([false, true, true, false])
    const history = story(
      { call: 'GET /1' },
      { hears: 'messages', value: { a: 1 } },
      { hears: 'messages', status: 500 },
    )
    expect(newsOf(history)).toEqual([{ calls: 1, at: expect.any(Number), field: 'messages', value: { a: 1 } }])
  })

  test('tell statuses, choices and who wrote; what is missing is empty', () => {
    const heard = (value: object) => story({ hears: 'messages', value })
    const { errors } = { errors: [{ code: 131049 }] }
    const known = status('1', 'failed', { errors, pricing: { category: 'marketing_lite' } })
    expect(statusesOf(story(known))).toMatchObject([
      { calls: 0, id: 'wamid.1', status: 'failed', code: 131049, category: 'marketing_lite' },
    ])
    expect(statusesOf(heard({ statuses: [{ errors: [{ code: '1' }] }] }))).toMatchObject([
      { id: '', status: '', code: undefined, category: undefined },
    ])
    expect(preferencesOf(story(preference('stop')))).toEqual([
      { calls: 0, phone: PHONE, recipient: '14165550100', value: 'stop' },
    ])
    const bare = heard({ user_preferences: [{ user_id: 'CA.1' }, {}] })
    expect(preferencesOf(bare)).toEqual(
      ['CA.1', ''].map((recipient) => ({ calls: 0, phone: '', recipient, value: '' })),
    )
    expect(writersOf(heard({ messages: [{ from: '14165550100' }, {}] }))).toEqual([
      { calls: 0, who: '14165550100' },
      { calls: 0, who: '' },
    ])
    expect(newsOf(story({ hears: 'messages', body: '{"entry":[{"changes":[{}]}]}' }))).toMatchObject([{ field: '' }])
  })
})

describe('sends', () => {
  const sendOf = (event: Event) => sendsOf(story(event))[0]

  test('tell what goes to whom, and by which way', () => {
    expect(sendOf(sent('1'))).toMatchObject({
      way: 'mm',
      phone: PHONE,
      to: '+14165550100',
      recipient: '14165550100',
      template: 'spring_sale',
      id: 'wamid.1',
    })
    expect(sendOf(cloud('1', { template: '{"name":"spring_sale"}' }))).toMatchObject({
      way: 'cloud',
      template: 'spring_sale',
    })
    expect(sendOf({ call: 'GET /1', operation: 'debugToken' })).toBeUndefined()
    expect(sendOf({ call: 'GET /1' })).toBeUndefined()
    expect(sendOf(cloud('1', { status: 'read' }))).toBeUndefined()
  })

  test.each([
    [{ contacts: [{ wa_id: '1', user_id: 'CA.1' }] }, {}, '1'],
    [{ contacts: [{ user_id: 'CA.1' }] }, {}, 'CA.1'],
    [{}, { to: '+1 (416) 555-0100' }, '14165550100'],
    [{}, { to: undefined, recipient: 'CA.1' }, 'CA.1'],
    [{}, { to: undefined }, ''],
  ])('the recipient of %j is known', (reply, params, recipient) => {
    expect(sendOf(sent('1', params, { reply }))?.recipient).toBe(recipient)
  })

  test('the content is the same whoever is told of it afterwards', () => {
    const content = (more: object) => contentOf(need(sendOf(sent('1', more))))
    expect(content({ biz_opaque_callback_data: 'a', access_token: 'b' })).toBe(content({}))
    expect(content({ type: 'text' })).not.toBe(content({}))
  })

  test('marketing is a template of its API, and a message is found by its id', () => {
    expect([sent('1'), cloud('1'), sent('1', text)].map((event) => isMarketing(need(sendOf(event))))).toEqual([
      true,
      false,
      false,
    ])
    const known = sendsById(story(sent('1'), sent('2', {}, { reply: {} })))
    expect([...known.keys()]).toEqual(['wamid.1'])
  })
})
