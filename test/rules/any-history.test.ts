import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errors } from '../../contracts/errors.ts'
import type { History } from '../../contracts/history.ts'
import { judge, notJudged } from '../../contracts/judge.ts'
import { operations } from '../../contracts/operations.ts'

const anything = fc.oneof(fc.anything(), fc.constantFrom('+14165550100', 'fields', '(secret)', 0, null, undefined))
const operationNames = operations.map(({ name }) => name)
const call = fc.record(
  {
    n: fc.nat(100_000),
    at: fc.integer(),
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    path: fc.oneof(fc.string(), fc.constantFrom('/v25.0/1/messages', '/', '/v18.0/act_1/insights', '/1')),
    params: fc.oneof(
      anything,
      fc.dictionary(fc.constantFrom('fields', 'to', 'template', 'limit', 'after', 'file', 'x'), anything),
    ),
    status: fc.constantFrom(0, 200, 400, 500),
    reply: fc.oneof(
      anything,
      fc.record({ messages: fc.array(anything), contacts: fc.array(anything), paging: anything, error: anything }),
    ),
    operation: fc.constantFrom(...operationNames, 'unknown'),
    error: fc.constantFrom(undefined, ...Object.keys(errors), 'unknown'),
    token: fc.constantFrom('a', 'b'),
    tokenIn: fc.constantFrom('query', 'header', 'body'),
    regain: fc.nat(60),
    part: fc.boolean(),
    fault: fc.constantFrom('drop after', 'page 502', 'truncate'),
  },
  { requiredKeys: ['n', 'at', 'method', 'path', 'params', 'status', 'reply'] },
)
const delivery = fc.record(
  {
    n: fc.nat(),
    at: fc.integer(),
    calls: fc.nat(20),
    event: fc.nat(5),
    field: fc.constantFrom('messages', 'account_update', 'user_preferences'),
    app: fc.constantFrom('1', '2'),
    attempt: fc.nat(3),
    status: fc.constantFrom(0, 200, 202, 500),
    took: fc.nat(5000),
    body: fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(anything).map(
        (statuses) =>
          JSON.stringify({
            entry: [
              {
                changes: [{ field: 'messages', value: { statuses, messages: statuses, user_preferences: statuses } }],
              },
            ],
          }) ?? '',
      ),
    ),
  },
  { requiredKeys: ['n', 'at', 'calls', 'event', 'field', 'app', 'attempt', 'status', 'body'] },
)

test('the judge never throws, and is of the same mind twice', () => {
  const histories = fc.record({ calls: fc.array(call), deliveries: fc.array(delivery) })
  fc.assert(
    fc.property(histories, ({ calls, deliveries }) => {
      const history = {
        world: 'w',
        clock: 'running',
        calls: calls.sort((a, b) => a.n - b.n),
        deliveries,
        forgotten: { calls: 0, deliveries: 0 },
      } as unknown as History
      const found = judge(history)
      expect(judge({ ...history })).toEqual(found)
      for (const finding of found)
        expect(finding).toMatchObject({
          rule: expect.any(String),
          where: expect.any(String),
          problem: expect.any(String),
        })
      expect(notJudged(history)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
