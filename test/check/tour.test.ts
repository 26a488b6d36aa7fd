import { describe, expect, test } from 'vitest'
import { type ErrorName, errors } from '../../contracts/errors.ts'
import { operations } from '../../contracts/operations.ts'
import type { Ended } from '../../emulator/check/child.ts'
import { isCrash } from '../../emulator/check/crash.ts'
import { runOnce } from '../../emulator/check/run.ts'
import { findingsOfTour, type StopResult, tour } from '../../emulator/check/tour.ts'
import { callsIn, faultAt, stopsOf } from '../../emulator/check/tour-stops.ts'
import { need } from '../kit.ts'
import { planOf } from './place.ts'

const JOBS = { jobs: 2, told: () => undefined }

async function toured(
  client: string,
  args: readonly string[],
  only: readonly ErrorName[],
  limit = 30_000,
): Promise<StopResult[]> {
  const plan = { ...planOf(client, {}, ...args), limit }
  const first = await runOnce({ ...plan, limit: 30_000 })
  return tour(stopsOf(callsIn(first).keys(), only), plan, first, JOBS)
}

const verdicts = (results: readonly StopResult[]): string[][] => results.map(({ error, verdict }) => [error, verdict])

describe('a tour', () => {
  test('finds a message that is lost, and takes giving up for right where the error stays', async () => {
    const results = await toured('retries.mjs', ['careless'], ['service_unavailable', 'template_paused'])
    expect(verdicts(results)).toEqual([
      ['service_unavailable', 'lost'],
      ['template_paused', 'handled'],
    ])
    expect(findingsOfTour(results)).toMatchObject([
      {
        rule: 'error-loses-message',
        severity: 'error',
        where: 'sendMessage',
        problem: expect.stringContaining('when it answers service_unavailable: it passes by itself'),
        source: errors.service_unavailable.sources[0],
      },
    ])
  })

  test('takes a second try that arrives for right, also when it gives up after a third', async () => {
    expect(verdicts(await toured('retries.mjs', ['again'], ['service_unavailable']))).toEqual([
      ['service_unavailable', 'handled'],
    ])
  })

  test('finds a client that hangs', async () => {
    const [result] = await toured('retries.mjs', ['hangs'], ['service_unavailable'], 1200)
    expect(result).toMatchObject({ verdict: 'hung', says: 'no end within 1.2 s' })
  })

  test('finds a client that calls again for ever, as long as the error stays', async () => {
    const results = await toured('retries.mjs', ['for-ever'], ['service_unavailable'], 1200)
    expect(results).toMatchObject([
      { verdict: 'retried for ever', says: expect.stringMatching(/^\d+ calls within 1\.2 s$/) },
    ])
    expect(findingsOfTour(results)).toMatchObject([{ rule: 'error-is-retried-for-ever' }])
  })

  test('finds a client that falls over, once for all errors that it does so with, and no secret in what it says', async () => {
    const results = await toured('send.mjs', [], ['service_unavailable', 'token_expired'])
    expect(verdicts(results)).toEqual([
      ['service_unavailable', 'crashed'],
      ['token_expired', 'crashed'],
    ])
    expect(need(results[0]).tail).toContain('Node.js v')
    expect(findingsOfTour(results)).toMatchObject([
      {
        rule: 'error-crashes',
        problem: expect.stringContaining('when it answers service_unavailable, token_expired: '),
      },
    ])
  })

  test('says what a call never met: a webhook tells an error only of a message that is sent', async () => {
    const plan = planOf('send.mjs')
    const first = await runOnce(plan)
    const elsewhere = await tour([{ operation: 'sendMessage', error: 'service_unavailable' }], plan, first, JOBS)
    expect(elsewhere).toMatchObject([{ verdict: 'not met' }])
    const webhook = await tour(
      [{ operation: 'sendMarketingMessage', error: 'unknown_delivery_error' }],
      plan,
      first,
      JOBS,
    )
    expect(webhook).toMatchObject([{ verdict: 'handled' }])
  })
})

describe('the stops of a tour', () => {
  test('are the errors of each contract and those of any day, of all operations in turn', () => {
    const stops = stopsOf(['sendMessage', 'debugToken'], undefined)
    const contract = need(operations.find(({ name }) => name === 'sendMessage'))
    const ofSends = stops.filter(({ operation }) => operation === 'sendMessage').map(({ error }) => error)
    expect(ofSends).toEqual(expect.arrayContaining([...contract.errors, 'service_unavailable', 'token_expired']))
    expect(stops.slice(0, 2).map(({ operation }) => operation)).toEqual(['sendMessage', 'debugToken'])
    expect(new Set(stops.map((stop) => JSON.stringify(stop))).size).toBe(stops.length)
  })

  test('can be asked for as faults, with something in each placeholder', () => {
    const { params } = faultAt({ operation: 'sendMessage', error: 'token_expired' }, 1)
    expect(Object.keys(params).length).toBeGreaterThan(0)
    expect(Object.values(params).every(Boolean)).toBe(true)
  })
})

test.each([
  ['a signal', { kind: 'signal', signal: 'SIGSEGV' }, '', true],
  ['an error that nobody caught in Node', { kind: 'exit', code: 1 }, 'Error: x\n    at f\n\nNode.js v22.1.0\n', true],
  [
    'an error that nobody caught in Python',
    { kind: 'exit', code: 1 },
    'Traceback (most recent call last):\n  File "a", line 1\nKeyError: 1\n',
    true,
  ],
  [
    'a traceback that a runner shows',
    { kind: 'exit', code: 1 },
    'Traceback (most recent call last):\n  File "a"\nKeyError: 1\n\nFAILED (errors=1)\n',
    false,
  ],
  ['a panic in Go', { kind: 'exit', code: 2 }, 'panic: oh\n', true],
  ['a test that failed', { kind: 'exit', code: 1 }, '1 failed, 3 passed\n', false],
  ['a good end, whatever is said', { kind: 'exit', code: 0 }, 'Node.js v22.1.0\n', false],
  ['a time limit', { kind: 'late', limit: 1 }, '', false],
] as const)('%s: a crash or not', (_, ending, stderr, crash) => {
  expect(isCrash({ ending, stdout: '', stderr } as Ended)).toBe(crash)
})
