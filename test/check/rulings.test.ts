import { describe, expect, test } from 'vitest'
import { inPool } from '../../emulator/check/pool.ts'
import { findingsOfRulings, touchedBy, tryRulings } from '../../emulator/check/ruling-runs.ts'
import { runOnce } from '../../emulator/check/run.ts'
import { planOf } from './place.ts'

const JOBS = { jobs: 2, told: () => undefined }

describe('a client under each side of a ruling', () => {
  test('that reads one document only fails under the other, and the finding says what it says', async () => {
    const plan = planOf('strict-reading.mjs')
    const first = await runOnce(plan)
    expect(touchedBy(first)).toContain('message-status-presence')
    const results = await tryRulings(['message-status-presence', 'order-of-send-checks'], plan, first, JOBS)
    expect(results.map(({ ruling, side, verdict }) => [ruling, side, verdict])).toEqual([
      ['message-status-presence', 'always', 'ok'],
      ['message-status-presence', 'when-paced', 'failed'],
      ['order-of-send-checks', 'template-first', 'ok'],
      ['order-of-send-checks', 'recipient-first', 'ok'],
    ])
    expect(results[1]).toMatchObject({ ended: 'exit code 1', tail: 'no message_status' })
    const says =
      'When does the reply to a template send have message_status? Where it is so that Only while the template is paced'
    expect(findingsOfRulings(results)).toMatchObject([
      {
        rule: 'survives-one-reading',
        severity: 'warning',
        where: 'message-status-presence: when-paced',
        problem: expect.stringContaining(says),
        source: 'send-marketing-messages: response',
      },
    ])
  })

  test('is not run under the side that its world takes already', async () => {
    const plan = planOf('strict-reading.mjs', { rulings: { 'message-status-presence': 'when-paced' } })
    const first = await runOnce(plan)
    const results = await tryRulings(['message-status-presence'], plan, first, JOBS)
    expect(results.map(({ side, verdict }) => [side, verdict])).toEqual([
      ['when-paced', 'ok'],
      ['always', 'ok'],
    ])
  })
})

test('a pool keeps the order of its list, has so many at work, and says how far it is', async () => {
  let working = 0
  let most = 0
  const told: string[] = []
  const slow = async (item: number): Promise<number> => {
    working += 1
    most = Math.max(most, working)
    for (let turn = 0; turn < 6 - item; turn += 1) await Promise.resolve()
    working -= 1
    return item * 10
  }
  const results = await inPool([1, 2, 3, 4, 5], 2, slow, (done, of) => told.push(`${done}/${of}`))
  expect(results).toEqual([10, 20, 30, 40, 50])
  expect({ most, last: told.at(-1) }).toEqual({ most: 2, last: '5/5' })
  expect(await inPool([], 2, slow, () => undefined)).toEqual([])
})
