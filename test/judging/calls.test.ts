import { expect, test } from 'vitest'
import { callsOf, refusedWith } from '../../contracts/judging/groups.ts'
import { askedOf, callsBetween, groupBy, keyOf, stretches } from '../../contracts/judging/keys.ts'
import { isLost } from '../../contracts/judging/lost.ts'
import { whereOf } from '../../contracts/judging/place.ts'
import { sendsByPair } from '../../contracts/judging/sends.ts'
import { unknownKeysIn, unknownParameter } from '../../contracts/judging/unknown-keys.ts'
import { need } from '../kit.ts'
import { sent, story } from '../rules/story.ts'

const numbers = (calls: readonly { readonly n: number }[]): number[] => calls.map(({ n }) => n)
const refused = (error: string) => ({ call: 'GET /v25.0/1', operation: 'me', error })

test('refused calls come in the order of the calls, whatever they were refused with', () => {
  const history = story(refused('a'), refused('b'), sent('x'), refused('a'))
  expect(numbers(refusedWith(history, () => true))).toEqual([1, 2, 4])
  expect(numbers(refusedWith(history, (error) => error === 'a'))).toEqual([1, 4])
  expect(numbers(callsOf(history, 'me'))).toEqual([1, 2, 4])
  expect(callsOf(history, 'debugToken')).toEqual([])
})

test('a call is known again by what it asks and by its token, and not where a secret is hidden', () => {
  const keys = (params: object, more: object = {}) => keyOf(need(story({ call: 'GET /1', params, ...more }).calls[0]))
  expect(keys({ a: 1, access_token: 'x', appsecret_proof: 'y', appsecret_time: 'z' })).toBe('GET /1 aaaa {"a":1}')
  expect(keys({ a: 1 }, { token: undefined })).toBe('GET /1  {"a":1}')
  expect(keys({ a: '(secret)' })).toBeUndefined()
})

test('what is asked is named without what proves who calls', () => {
  const params = { access_token: 'x', fields: 'id', appsecret_proof: 'y', appsecret_time: 'z' }
  expect(askedOf(need(story({ call: 'GET /1', params }).calls[0]))).toEqual(['fields'])
})

test('a new stretch begins after a change, and where a webhook came, in whatever order they stand', () => {
  const read = { call: 'GET /1', operation: 'me' }
  const { deliveries, ...rest } = story(
    read,
    { hears: 'a' },
    read,
    { hears: 'b' },
    { hears: 'c' },
    read,
    sent('x'),
    read,
  )
  const told = { ...rest, deliveries: deliveries.toReversed() }
  expect([...stretches(told)]).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
  ])
})

test.each([
  ['POST /v25.0/1', 'answerBusinessAgreement', 'POST /{business_agreement}'],
  ['POST /v25.0/1/messages', 'sendMessage', 'POST /{phone}/messages'],
  ['GET /v25.0/debug_token', 'debugToken', 'GET /debug_token'],
  ['GET /v25.0/act_1/pages/2', undefined, 'GET /{id}/pages/{id}'],
])('%s by %s is told as %s', (call, operation, where) => {
  expect(whereOf(need(story({ call, ...(operation && { operation }) }).calls[0]))).toBe(where)
})

test('sends are told apart by the number that they come from and by whom they go to', () => {
  const history = story(
    sent('a'),
    sent('a', { to: '14165550101' }),
    sent('b'),
    sent('a', {}, { call: 'POST /v25.0/2/messages' }),
  )
  expect([...sendsByPair(history).values()].map((sends) => sends.length)).toEqual([2, 1, 1])
})

test('calls are grouped by a key and taken from a stretch of numbers', () => {
  const { calls } = story(sent('a'), sent('b'), sent('c'), sent('d'))
  const groups = groupBy(calls, ({ n }) => (n === 2 ? undefined : n % 2 ? 'odd' : 'even'))
  expect([...groups].map(([key, group]) => [key, numbers(group)])).toEqual([
    ['odd', [1, 3]],
    ['even', [4]],
  ])
  expect(numbers(callsBetween(calls, 1, 3))).toEqual([2, 3])
  expect(numbers(callsBetween(calls, 0, 9))).toEqual([1, 2, 3, 4])
})

test.each([
  [{ status: 0 }, true],
  [{ fault: 'truncate 10' }, true],
  [{ fault: 'page 502' }, false],
  [{ fault: 'will truncate' }, false],
  [{}, false],
])('of %j the caller knows no answer: %s', (more, lost) => {
  expect(isLost(need(story(sent('a', {}, more)).calls[0]))).toBe(lost)
})

test('a key that a closed object does not have is told with its path, and others are not', () => {
  const closed = { properties: { name: {}, inner: { properties: { code: {} } } }, additionalProperties: false }
  const list = { items: closed }
  expect(unknownKeysIn([{ nme: 1 }, { name: 2, inner: { other: 3 } }], list, 'list')).toEqual([
    { path: 'list[0].nme', key: 'nme', like: 'name' },
  ])
  expect(unknownKeysIn('[{"nme":1}]', list)).toEqual([{ path: '[0].nme', key: 'nme', like: 'name' }])
  expect(unknownKeysIn('no list', list)).toEqual([])
  expect(unknownKeysIn({ nme: 1 }, {})).toEqual([])
  expect(unknownKeysIn({ nme: 1 }, { additionalProperties: false })).toMatchObject([{ path: 'nme' }])
})

test('the first parameter that an operation does not have is told, shortened, with its like', () => {
  expect(unknownParameter({ fields: 1, access_token: 1, name: 1 }, { name: {} })).toBeUndefined()
  expect(unknownParameter({ nmae: 1 }, { name: {} })).toBe(
    "it sends 'nmae', which the operation does not have: did you mean name?",
  )
  expect(unknownParameter({ ['x'.repeat(70)]: 1 }, { name: {} })).toBe(
    `it sends '${'x'.repeat(60)}', which the operation does not have`,
  )
})
