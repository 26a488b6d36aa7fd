import { expect, test } from 'vitest'
import { happeningErrors } from '../../contracts/errors.ts'
import { type AskedFault, faultInWords, faultKinds, problemOfKeys, problemOfValues } from '../../contracts/faults.ts'

const NEEDED = `a fault needs one of ${faultKinds.join(', ')}`

test.each<[AskedFault, string | undefined, string | undefined]>([
  [{ error: 'service_unavailable' }, undefined, undefined],
  [{}, undefined, NEEDED],
  [{ operation: 'sendMessage' }, undefined, NEEDED],
  [{ latency: '1s', drop: 'after' }, 'drop', 'a fault does one thing, and this one has latency already'],
  [{ latency: '1s', params: {} }, 'params', 'it goes with error, not with latency'],
  [{ page: 502, by: '1s' }, 'by', 'it goes with webhooks, not with page'],
  [{ page: 502, field: 'messages' }, 'field', 'it goes with webhooks, not with page'],
  [
    { webhooks: 'duplicated', template: 'sale' },
    'template',
    'it goes with error, latency, drop, truncate, page, not with webhooks',
  ],
  [{ truncate: true, operation: 'sendMessage', phone: 'phone', times: 3 }, undefined, undefined],
  [{ webhooks: 'delayed' }, 'by', 'webhooks that are delayed need it, like 10m'],
  [{ webhooks: 'delayed', by: '10m', field: 'messages' }, undefined, undefined],
  [{ webhooks: 'duplicated', by: '10m' }, 'by', 'it goes with webhooks: delayed'],
  [{ webhooks: 'duplicated' }, undefined, undefined],
])('the keys of %o go together, or it is said what does not', (fault, at, says) => {
  expect(problemOfKeys(fault)).toEqual(says === undefined ? undefined : { at, says })
})

const LATENCY = 'is not 1ms to 60s of real time, like 250ms'
const DELAY = "is not 1ms to 30d of the world's time, like 10m"

test.each<[AskedFault, string | undefined, string]>([
  [{}, undefined, ''],
  [{ error: 'service_unavailable' }, undefined, ''],
  [{ error: 'service_unavailible' }, 'error', "'service_unavailible' is no error; did you mean service_unavailable?"],
  [{ error: 'token_malformed' }, 'params.token', 'the message of token_malformed needs it'],
  [{ error: 'token_malformed', params: { token: 'x' } }, undefined, ''],
  [{ operation: 'sendMesage' }, 'operation', "'sendMesage' is no operation; did you mean sendMessage?"],
  [{ operation: 'sendMessage' }, undefined, ''],
  [{ field: 'mesages' }, 'field', "'mesages' is no field; did you mean messages?"],
  [{ field: 'messages' }, undefined, ''],
  [{ latency: '1ms' }, undefined, ''],
  [{ latency: '60s' }, undefined, ''],
  [{ latency: '60.001s' }, 'latency', `'60.001s' ${LATENCY}`],
  [{ latency: '0ms' }, 'latency', `'0ms' ${LATENCY}`],
  [{ latency: 'soon' }, 'latency', `'soon' ${LATENCY}`],
  [{ by: '30d' }, undefined, ''],
  [{ by: '31d' }, 'by', `'31d' ${DELAY}`],
])('the values of %o are known, or it is said which is not', (fault, at, says) => {
  const problem = problemOfValues(fault)
  expect(problem?.at).toBe(at)
  expect(problem?.says ?? '').toBe(says)
})

test('an error that only a customer’s message brings about is no fault of a call, and names are told with a wrong one', () => {
  for (const error of happeningErrors) {
    expect(problemOfValues({ error })).toMatchObject({
      at: 'error',
      says: expect.stringContaining('meta_reports_error'),
    })
  }
  expect(problemOfValues({ field: 'zzzzzz' })?.known).toContain('account_update')
  expect(problemOfValues({ operation: 'zzzzzz' })?.known).toContain('sendMessage')
})

test.each<[AskedFault, string]>([
  [{ latency: '250ms', operation: 'sendMessage' }, 'latency 250ms'],
  [{ drop: 'after' }, 'drop after'],
  [{ page: 502 }, 'page 502'],
  [{ truncate: true }, 'truncate'],
  [{ error: 'service_unavailable', times: 2 }, 'error service_unavailable'],
  [{ webhooks: 'delayed', by: '10m' }, 'webhooks delayed'],
])('%o in words', (fault, words) => {
  expect(faultInWords(fault)).toBe(words)
})
