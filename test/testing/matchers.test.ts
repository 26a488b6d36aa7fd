import { expect as jestExpect } from 'expect'
import { describe, expect, test } from 'vitest'
import {
  assertCalls,
  assertGraphError,
  assertKeepsContract,
  assertWebhook,
  ContractBroken,
} from '../../contracts/testing/assert.ts'
import { calls } from '../../contracts/testing/calls.ts'
import { matchers } from '../../contracts/testing/matchers.ts'
import type { RecordedExchange } from '../../contracts/testing/record.ts'
import '../../contracts/testing/vitest.ts'
import { need } from '../kit.ts'
import { send, session } from './sessions.ts'

const client = session()
await send(client)
await send(client, { template: { name: 'no_such', language: { code: 'en_US' } } })
const { exchanges, phone } = client
const good = need(exchanges[0])
const refused = need(exchanges[1])
const bad: RecordedExchange = { ...good, reply: { messaging_product: 'whatsapp', contacts: [], note: '+14165550100' } }

const terms = { event: 'MM_LITE_TERMS_SIGNED', waba_info: { owner_business_id: '1', waba_id: '2' } }
const posted = {
  object: 'whatsapp_business_account',
  entry: [{ id: '1', time: 1, changes: [{ field: 'account_update', value: terms }] }],
}

/** What an expectation says that is not met. */
function saysOf(expectation: () => void): string {
  try {
    expectation()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('It was met.')
}

describe('vitest and jest', () => {
  jestExpect.extend(matchers)

  test('what is right passes, in both', () => {
    expect(good).toKeepTheContract()
    expect(exchanges).toKeepTheContract()
    expect(exchanges).toCall('sendMarketingMessage', { type: 'template', template: { name: 'spring_sale' } })
    expect(exchanges).not.toCall('sendMessage')
    expect(posted).toBeWebhook('account_update', 'MM_LITE_TERMS_SIGNED')
    expect(JSON.stringify(posted)).toBeWebhook('account_update')
    expect(posted).not.toBeWebhook('messages')
    expect(refused).toBeGraphError('template_not_found')
    expect(refused.reply).toBeGraphError('template_not_found')
    expect(good).not.toBeGraphError('template_not_found')
    const jest = jestExpect as unknown as typeof expect
    jest(good).toKeepTheContract()
    jest(exchanges).toCall('sendMarketingMessage')
    jest(posted).toBeWebhook('account_update', 'MM_LITE_TERMS_SIGNED')
    jest(refused).not.toBeGraphError('token_expired')
  })

  test('what is wrong fails, in both, with what and where', () => {
    const says = saysOf(() => expect(bad).toKeepTheContract())
    expect(says).toBe(saysOf(() => (jestExpect as unknown as typeof expect)(bad).toKeepTheContract()))
    expect(says).toMatch(
      new RegExp(
        `^a contract is broken:\\n {2}POST /${phone}/marketing_messages: /reply must have required property 'messages' \\(sendMarketingMessage; .+ \\(\\d{4}.*\\)`,
      ),
    )
    expect(says).toContain("must not have 'note'")
    expect(saysOf(() => expect(good).not.toKeepTheContract())).toBe(
      `the contract is kept by POST /${phone}/marketing_messages`,
    )
  })

  test('an answer that was none, or that of no contract, keeps none', () => {
    expect(saysOf(() => expect({ ...good, status: 0 }).toKeepTheContract())).toContain('there was no answer')
    expect(saysOf(() => expect({ ...good, status: 501 }).toKeepTheContract())).toContain('does not answer it')
    const strange = { at: 0, method: 'GET', path: '/1/nothing', params: {}, status: 200, reply: {} }
    expect(saysOf(() => expect(strange).toKeepTheContract())).toContain('GET /1/nothing: no contract is like it')
    expect(saysOf(() => expect([]).toKeepTheContract())).toContain('there is no exchange')
  })

  test('an operation is guessed from the call where nobody tells it', () => {
    const { operation: _, ...bare } = good
    expect(bare).toKeepTheContract()
    expect([bare]).toCall('sendMarketingMessage')
    const wrong = { ...bare, reply: {} }
    expect(wrong).not.toKeepTheContract()
  })

  test('of those that it may be, the one counts that fits best', () => {
    const call = { at: 0, method: 'POST', path: '/1', status: 200 }
    const answered = { ...call, params: { request_status: 'APPROVE' }, reply: { success: true } }
    expect(answered).toKeepTheContract()
    expect({ ...call, params: { is_enabled_for_insights: true }, reply: { id: '1' } }).toKeepTheContract()
    expect({ ...call, params: { pin: '123456' }, reply: { success: true } }).toKeepTheContract()
    expect({ ...answered, operation: 'answerBusinessAgreement' }).toKeepTheContract()
    expect({ ...answered, operation: 'editTemplate' }).not.toKeepTheContract()
  })
})

describe('what a call asks', () => {
  const asked = (more: object): RecordedExchange => ({ ...good, params: { ...(good.params as object), ...more } })

  test.each([
    [
      'no template name',
      { template: { language: { code: 'en_US' } } },
      "/params/template must have required property 'name'",
    ],
    ['a misspelt parameter', { product_polic: 'STRICT' }, 'did you mean product_policy?'],
    [
      'a misspelt key deep within',
      { bid_spec: { per_message_bid_multiplie: 2 } },
      'did you mean per_message_bid_multiplier?',
    ],
    ['a value that is none', { recipient_type: 'everybody' }, '/params/recipient_type must be one of individual'],
  ])('%s breaks the contract, whatever the answer', (_, more, says) => {
    expect(saysOf(() => expect(asked(more)).toKeepTheContract())).toContain(says)
    expect(asked(more)).not.toKeepTheContract({ side: 'caller' })
    expect(asked(more)).toKeepTheContract({ side: 'server' })
    expect(() => assertKeepsContract(asked(more))).toThrow(ContractBroken)
    assertKeepsContract(asked(more), { side: 'server' })
  })

  test('one side alone is looked at where that is asked for', () => {
    expect(bad).toKeepTheContract({ side: 'caller' })
    expect(bad).not.toKeepTheContract({ side: 'server' })
  })

  test('what came in a form is read by its schema, and a secret that was taken out counts as given', () => {
    const template = JSON.stringify({ name: 'spring_sale', language: { code: 'en_US' } })
    expect(asked({ template, message_activity_sharing: 'true' })).toKeepTheContract({ side: 'caller' })
    expect(asked({ access_token: '(secret)', recipient_type: '(secret)' })).toKeepTheContract({ side: 'caller' })
  })

  test('free-form messages keep it, too', async () => {
    const other = session()
    const { fetch, graph, token, phone: from } = other
    await fetch(`${graph}/${from}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '+14165550100', type: 'text', text: { body: 'Rye?' } }),
    })
    expect(other.exchanges).toKeepTheContract({ side: 'caller' })
  })
})

describe('toCall', () => {
  test('tells what was called instead', () => {
    expect(saysOf(() => expect(exchanges).toCall('debugToken'))).toBe(
      [
        'debugToken was not called:',
        `  called was sendMarketingMessage: POST /${phone}/marketing_messages, answered with HTTP 200`,
        `  called was sendMarketingMessage: POST /${phone}/marketing_messages, answered with HTTP ${refused.status}`,
      ].join('\n'),
    )
    expect(saysOf(() => expect([]).toCall('debugToken'))).toContain('nothing was called')
  })

  test('tells the parameters that it had, without the whole number', () => {
    const says = saysOf(() => expect([good]).toCall('sendMarketingMessage', { type: 'text' }))
    expect(says).toMatch(/^sendMarketingMessage was not called with {"type":"text"}:\n/)
    expect(says).toContain('"to":"…0100"')
    expect(says).not.toContain('14165550100')
  })

  test.each([
    [{ list: [1, { a: 2 }] }, true],
    [{ list: [1] }, false],
    [{ list: [1, { a: 3 }] }, false],
    [{ list: 1 }, false],
    [{ inner: { nothing: null } }, true],
    [{ inner: { nothing: undefined } }, false],
    [{ inner: {} }, true],
    [{ list: { 0: 1 } }, true],
    [{ text: { length: 1 } }, false],
    [{ inner: { nothing: { a: 1 } } }, false],
    [{ inner: null }, false],
    [{ text: [] }, false],
  ])('the parameters %j are part of what was sent: %s', (params, isPart) => {
    const sent = { ...good, params: { list: [1, { a: 2 }], inner: { nothing: null, more: 1 }, text: 'x' } }
    expect(calls([sent], 'sendMarketingMessage', params).pass).toBe(isPart)
  })

  test('a call of which no operation is known is told without one', () => {
    const strange = { at: 0, method: 'GET', path: '/1/nothing', params: {}, status: 404, reply: {} }
    const says = saysOf(() => expect([strange]).toCall('debugToken'))
    expect(says).toContain('called was GET /1/nothing, answered with HTTP 404')
  })

  test('says so where the opposite was wanted', () => {
    expect(saysOf(() => expect(exchanges).not.toCall('sendMarketingMessage'))).toBe('sendMarketingMessage was called')
  })

  test('offers the nearest name', () => {
    expect(saysOf(() => expect(exchanges).toCall('sendMarketingMesage'))).toBe(
      'there is no operation sendMarketingMesage\n  did you mean sendMarketingMessage?',
    )
  })
})

describe('toBeWebhook', () => {
  const change = (field: string, value: unknown): object => ({ entry: [{ changes: [{ field, value }] }] })

  test.each([
    [posted, ['account_update', 'PARTNER_REMOVED'], '/entry/0/changes/0: it is MM_LITE_TERMS_SIGNED'],
    [posted, ['messages', undefined], 'its fields are account_update'],
    [posted, ['acount_update', undefined], 'did you mean account_update?'],
    [posted, ['account_update', 'MM_LITE_TERMS_SIGND'], 'did you mean MM_LITE_TERMS_SIGNED?'],
    [posted, ['account_update', 'PARTNER_REMOVED'], 'it is no webhook account_update PARTNER_REMOVED:'],
    [posted, ['messages', undefined], 'it is no webhook messages:'],
    [{}, ['account_update', undefined], 'it has no entry with changes'],
    [{ entry: [null, { changes: [null] }] }, ['messages', undefined], 'its fields are '],
    ['{', ['account_update', undefined], 'it has no entry with changes'],
    [null, ['account_update', undefined], 'it has no entry with changes'],
    [
      change('account_update', { ...terms, note: 1 }),
      ['account_update', 'MM_LITE_TERMS_SIGNED'],
      "/entry/0/changes/0/value must not have 'note'",
    ],
  ] as const)('%#: says %s', (body, [field, event], says) => {
    expect(saysOf(() => expect(body).toBeWebhook(field, event))).toContain(says)
  })
})

test('of several changes of a field the one that fits best counts', () => {
  const bad = { field: 'account_update', value: { event: 'NOTHING', note: 1 } }
  const good = need(need(posted.entry[0]).changes[0])
  const near = { field: 'account_update', value: { ...terms, note: 1 } }
  expect({ entry: [{ changes: [bad, good] }] }).toBeWebhook('account_update')
  const says = saysOf(() => expect({ entry: [{ changes: [bad, near] }] }).toBeWebhook('account_update'))
  expect(says).toContain('/entry/0/changes/1/value')
  expect(saysOf(() => expect(posted).not.toBeWebhook('account_update', 'MM_LITE_TERMS_SIGNED'))).toBe(
    'it is a webhook account_update MM_LITE_TERMS_SIGNED',
  )
})

describe('toBeGraphError', () => {
  test('tells which it is', () => {
    expect(saysOf(() => expect(refused).toBeGraphError('token_expired'))).toBe(
      [
        'it is not the error token_expired:',
        `  HTTP ${refused.status}, code 132001: (#132001) Template name does not exist in the translation`,
        '  which is template_not_found',
      ].join('\n'),
    )
    const other = { error: { code: 7, message: 'x', type: 'y', fbtrace_id: 'z' } }
    expect(saysOf(() => expect(other).toBeGraphError('token_expired'))).toContain('which the catalogue does not have')
    expect(saysOf(() => expect(good).toBeGraphError('token_expired'))).toContain('it has no error')
    expect(saysOf(() => expect(good).toBeGraphError('token_expird' as 'token_expired'))).toContain(
      'did you mean token_expired?',
    )
  })

  test('a body with a status of its own is a body, and what is no object has no error', () => {
    const { error } = refused.reply as { error: object }
    expect({ status: 'x', error }).toBeGraphError('template_not_found')
    expect({ status: 7, error }).toBeGraphError('template_not_found')
    expect({ reply: 'x', error }).toBeGraphError('template_not_found')
    const nothing = [null, 'x', { error: null }, { error: 'x' }, { debug_info: null }, { status: 0, reply: undefined }]
    for (const subject of nothing)
      expect(saysOf(() => expect(subject).toBeGraphError('token_expired'))).toContain('it has no error')
  })

  test('tells the subcode, and each error that it may be', () => {
    const subcode = { error: { code: 7, error_subcode: 8, message: 'x' } }
    const says = saysOf(() => expect(subcode).toBeGraphError('token_expired'))
    expect(says).toContain('  code 7, subcode 8: x')
    expect(saysOf(() => expect(refused).not.toBeGraphError('template_not_found'))).toBe(
      'it is the error template_not_found',
    )
  })

  test('the status counts where it is known', () => {
    expect({ ...refused, status: 500 }).not.toBeGraphError('template_not_found')
  })

  test('errors of one code and message are told apart by their subcode', () => {
    const body = (subcode: number, title: string, text: string): object => ({
      error: {
        message: 'Invalid parameter',
        code: 100,
        error_subcode: subcode,
        error_user_title: title,
        error_user_msg: text,
      },
    })
    const reply = body(2388019, 'Message Template Limit Exceeded', 'x')
    expect(reply).toBeGraphError('template_limit_exceeded')
    expect(reply).not.toBeGraphError('template_name_invalid')
    expect(body(2388046, 'Message Template Limit Exceeded', 'x')).not.toBeGraphError('template_limit_exceeded')
  })
})

test('for node:test there are functions that throw', () => {
  assertKeepsContract(exchanges)
  assertCalls(exchanges, 'sendMarketingMessage')
  assertWebhook(posted, 'account_update', 'MM_LITE_TERMS_SIGNED')
  assertGraphError(refused, 'template_not_found')
  for (const wrong of [
    () => assertKeepsContract(bad),
    () => assertCalls(exchanges, 'sendMessage'),
    () => assertWebhook(posted, 'messages'),
    () => assertGraphError(good, 'template_not_found'),
  ]) {
    expect(wrong).toThrow(ContractBroken)
    expect(wrong).toThrow(expect.objectContaining({ name: 'ContractBroken' }))
  }
})
