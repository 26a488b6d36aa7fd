import { expect, test } from 'vitest'
import type { Answer } from '../../contracts/receiver/bench.ts'
import { failureText, isTaken, judgeHandshake, judgeWebhook } from '../../contracts/receiver/judge.ts'
import { quoteOf } from '../../contracts/receiver/quote.ts'

const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
  status,
  type: '',
  body: '',
  took: 1,
  ...more,
})
const dropped = answer(0, { failure: 'dropped' })
const late = answer(0, { failure: 'late' })
const BROKEN_OFF = 'the connection was broken off without an answer'
const byAccident = (status: number) => ({
  problem: `HTTP ${status} where a 4xx is owed: it refuses, but as if by accident`,
  severity: 'warning',
})

test.each([
  ['taken', answer(200), undefined],
  ['taken', answer(299), undefined],
  ['taken', answer(300), { problem: 'HTTP 300 where 2xx is owed' }],
  ['taken', answer(199), { problem: 'HTTP 199 where 2xx is owed' }],
  ['taken', dropped, { problem: BROKEN_OFF }],
  ['taken', late, { problem: 'no answer within 10 s' }],
  ['taken', answer(0, { failure: 'left' }), undefined],
  ['200', answer(200), undefined],
  ['200', answer(204), { problem: 'HTTP 204 where 200 is owed' }],
  ['in-time', answer(500), undefined],
  ['in-time', late, { problem: 'no answer within 10 s' }],
  ['survives', answer(500), undefined],
  ['survives', dropped, undefined],
  ['survives', late, { problem: 'no answer within 10 s' }],
  ['in-time', dropped, { problem: BROKEN_OFF }],
  ['refused', answer(400), undefined],
  ['refused', answer(499), undefined],
  ['refused', answer(200), { problem: 'HTTP 200 where a 4xx is owed' }],
  ['refused', answer(302), byAccident(302)],
  ['refused', answer(500), byAccident(500)],
  ['refused', dropped, { problem: BROKEN_OFF }],
] as const)('a webhook that owes %s: %o', (owes, given, verdict) => {
  expect(judgeWebhook(owes, given, 10_000)).toEqual(verdict)
})

const HTML = 'the Content-Type is "text/html" where text/plain is owed'

test.each([
  ['challenge', answer(200, { body: '1234' }), undefined],
  ['challenge', answer(200, { body: '1234\n' }), 'the body is "1234\\n" where "1234" is owed, and nothing else'],
  ['challenge', answer(201, { body: '1234' }), 'HTTP 201 where 200 is owed'],
  ['challenge', late, 'no answer within 6 s'],
  ['plain-text', answer(200, { body: '1234', type: 'text/html' }), HTML],
  ['plain-text', answer(200, { body: 'no', type: 'text/plain' }), undefined],
  ['challenge', answer(200, { body: '1234', type: 'text/html' }), undefined],
  ['plain-text', answer(403), 'HTTP 403 where 200 is owed'],
  ['answered', answer(499), undefined],
  ['answered', answer(500), 'HTTP 500 where no server error is owed'],
  ['answered', dropped, BROKEN_OFF],
  ['refused', answer(403), undefined],
  ['refused', answer(200, { body: '1234' }), 'HTTP 200 where a 4xx is owed'],
] as const)('a handshake that owes %s: %o', (owes, given, problem) => {
  expect(judgeHandshake(owes, '1234', given, 6000, quoteOf({}))?.problem).toBe(problem)
})

test.each([
  [
    answer(0, { failure: 'unreachable', reason: 'ECONNREFUSED' }),
    'nobody answers at this address any more (ECONNREFUSED)',
  ],
  [answer(0, { failure: 'unreachable' }), 'nobody answers at this address any more'],
  [answer(0, { failure: 'late', reason: 'ETIMEDOUT' }), 'no answer within 2.5 s'],
  [answer(0), BROKEN_OFF],
])('what came instead of an answer is said: %o', (given, text) => {
  expect(failureText(given, 2500)).toBe(text)
})

test('2xx is taken, and nothing else', () => {
  expect([0, 199, 200, 204, 299, 300, 404, 500].filter(isTaken)).toEqual([200, 204, 299])
})

test.each([
  [{}, 'short', '"short"'],
  [{}, 'undefined', '"undefined"'],
  [{}, 'a'.repeat(60), `"${'a'.repeat(60)}"`],
  [{}, 'a'.repeat(61), `"${'a'.repeat(60)}…"`],
  [{}, 'call 14165550123 now', '"call 1416… now"'],
  [{}, 'status 1234567890', '"status 1234567890"'],
  [{ secret: 'planted', verifyToken: 'seed' }, 'planted seed planted', '"(secret) (secret) (secret)"'],
  [{ secret: '', verifyToken: '' }, 'nothing', '"nothing"'],
])('what a receiver says is quoted without secrets and numbers: %o %s', (drive, text, quoted) => {
  expect(quoteOf(drive)(text)).toBe(quoted)
})
