import { describe, expect, test } from 'vitest'
import { check, type Exchange } from '../../contracts/check.ts'
import { checkCall } from '../../contracts/check-call.ts'
import { placeholdersOf } from '../../contracts/errors.ts'
import { isExactlyError, isGraphError } from '../../contracts/is-graph-error.ts'
import { operations } from '../../contracts/operations.ts'
import type { JsonSchema } from '../../contracts/schema.ts'

const operation = (wanted: string) => {
  const found = operations.find(({ name }) => name === wanted)
  if (!found) throw new Error(`no operation ${wanted}`)
  return found
}
const send = operation('sendMarketingMessage')
const exchange = (more: Partial<Exchange>): Exchange => ({
  at: 0,
  method: 'POST',
  path: '/1/marketing_messages',
  params: {},
  status: 200,
  reply: {},
  ...more,
})
const missing = {
  message: 'An access token is required to request this resource.',
  type: 'OAuthException',
  code: 104,
  fbtrace_id: 'A',
}

describe('an answer', () => {
  test('that breaks the contract is told with the place in the reply', () => {
    const findings = check(exchange({ reply: { messaging_product: 'whatsapp', contacts: [], messages: 'x' } }), send)
    expect(findings[0]).toMatchObject({
      rule: 'reply-keeps-contract',
      severity: 'error',
      side: 'server',
      contract: 'sendMarketingMessage',
      source: send.sources[0],
    })
    expect(findings.map(({ where }) => where)).toContain('/reply/messages')
  })

  const says = (status: number, reply: unknown) => check(exchange({ status, reply }), send)
  const problems = (status: number, reply: unknown) => says(status, reply).map(({ problem }) => problem)

  test('with a documented error is good, and one with no envelope or another error is told', () => {
    expect(says(400, { error: missing })).toEqual([])
    expect(problems(500, undefined)).toEqual(['HTTP 500 without an error envelope'])
    expect(problems(500, { error: null })).toEqual(['HTTP 500 without an error envelope'])
    expect(problems(500, { oops: {} })).toEqual(['HTTP 500 without an error envelope'])
    expect(problems(400, { error: { ...missing, code: 7 } })).toEqual([
      `HTTP 400, code 7 '${missing.message}' is none of the errors of the contract`,
    ])
    const { fbtrace_id: _, ...without } = missing
    expect(says(400, { error: without })).toMatchObject([
      { rule: 'error-is-documented', where: '/reply/error', problem: 'the error has no fbtrace_id', side: 'server' },
    ])
  })
})

describe('a call', () => {
  const asked = (name: string, params: unknown) =>
    checkCall(exchange({ params }), operation(name)).map(({ rule, where, problem }) => [rule, where, problem])

  test('that breaks the contract is told with the place in the parameters', () => {
    const [finding] = checkCall(exchange({ params: { messaging_product: 'sms' } }), send)
    expect(finding).toMatchObject({
      rule: 'call-keeps-contract',
      severity: 'error',
      side: 'caller',
      contract: 'sendMarketingMessage',
      source: send.sources[0],
    })
    expect(asked('sendMarketingMessage', { messaging_product: 'sms' }).map(([, where]) => where)).toContain(
      '/params/messaging_product',
    )
  })

  test('with a parameter that is none is told with what it may mean', () => {
    const rows = asked('sendMarketingMessage', { messaging_produkt: 'whatsapp' })
    const row = rows.find(([rule]) => rule === 'parameter-unknown')
    expect(row?.[1]).toBe('/params')
    expect(row?.[2]).toContain('messaging_product')
  })

  test('whose secret was taken out is not held to what the secret was', () => {
    const pin: JsonSchema = { type: 'object', properties: { pin: { type: 'string', pattern: '^[0-9]{6}$' } } }
    const contract = { ...send, params: pin }
    const places = (given: string) =>
      checkCall(exchange({ params: { pin: given } }), contract).map(({ where }) => where)
    expect(places('123456')).toEqual([])
    expect(places('(secret)')).toEqual([])
    expect(places('12')).toEqual(['/params/pin'])
  })
})

describe('an error is the named one', () => {
  test('by status, code and message, whatever fills its placeholders', () => {
    expect(isGraphError('token_missing', 400, missing)).toBe(true)
    expect(isGraphError('token_missing', 401, missing)).toBe(false)
    expect(isGraphError('token_missing', 400, { ...missing, code: 190 })).toBe(false)
    expect(isGraphError('token_missing', 400, { ...missing, message: 'An access token' })).toBe(false)
    expect(isGraphError('token_malformed', 401, { code: 190, message: 'Malformed access token a\nb' })).toBe(true)
    expect(isGraphError('token_malformed', 401, { code: 190, message: 'A Malformed access token a' })).toBe(false)
  })

  test('under either side of a ruling', () => {
    const error = { code: 190, message: 'The access token could not be decrypted' }
    expect([401, 400, 403].map((status) => isGraphError('token_undecryptable', status, error))).toEqual([
      true,
      true,
      false,
    ])
    expect([401, 400, 403, undefined].map((status) => isExactlyError('token_undecryptable', status, error))).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  test('exactly, with no more texts and no other subcode than it has', () => {
    expect(isExactlyError('token_missing', 400, missing)).toBe(true)
    for (const more of [
      { code: 7 },
      { error_subcode: 33 },
      { error_user_title: 'A title' },
      { error_data: { details: 'More.' } },
      { message: 'No.' },
    ]) {
      expect(isExactlyError('token_missing', 400, { ...missing, ...more })).toBe(false)
    }
  })

  test('and its placeholders are those of all its texts, once each', () => {
    expect(placeholdersOf('token_missing')).toEqual([])
    expect(placeholdersOf('token_malformed')).toEqual(['token'])
  })
})
