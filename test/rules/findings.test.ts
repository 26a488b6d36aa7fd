import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { errors } from '../../contracts/errors.ts'
import { judge } from '../../contracts/judge.ts'
import { isFinal } from '../../contracts/judging/error-kinds.ts'
import { masked } from '../../contracts/judging/masked.ts'
import { rules } from '../../contracts/rules.ts'
import { rulesPage } from '../../contracts/rules-page.ts'
import { historyOf } from '../../emulator/history.ts'
import { emulate, need, receive, subscribe } from '../kit.ts'
import { market, message, readyToSend } from '../sends.ts'
import { type Event, sent, story } from './story.ts'

const findings = async (
  kit: { id: string; control: (m: 'get', p: string) => Promise<{ status: number; body: unknown }> },
  query = '',
) => {
  const { status, body } = await kit.control('get', `worlds/${kit.id}/findings${query}`)
  return { status, body } as {
    status: number
    body: {
      data: { rule: string; exchanges: number[]; problem: string }[]
      checked: unknown
      unchecked: { what: string }[]
      error?: { message: string }
    }
  }
}

describe('GET findings', () => {
  test('tells what is wrong, what was looked at, and what was not', async () => {
    const kit = readyToSend()
    await market(kit, message({ to: undefined, product_polic: 'STRICT' }))
    const { body } = await findings(kit)
    expect(body.data.map(({ rule, exchanges }) => [rule, exchanges])).toEqual([
      ['parameter-refused', [1]],
      ['parameter-unknown', [1]],
    ])
    expect(body.checked).toEqual([
      { what: 'calls of Graph', count: 1 },
      { what: 'webhooks that were posted', count: 0 },
    ])
    expect(body.unchecked.map(({ what }) => what)).toEqual(rules.filter(({ timed }) => timed).map(({ id }) => id))
  })

  test('takes a rule, a severity and a side, and says what there is', async () => {
    const kit = readyToSend()
    await market(kit, message({ to: undefined, product_polic: 'STRICT' }))
    const rulesOf = async (query: string) => (await findings(kit, query)).body.data.map(({ rule }) => rule)
    expect(await rulesOf('?severity=warning')).toEqual(['parameter-unknown'])
    expect(await rulesOf('?rule=parameter-refused&side=caller')).toEqual(['parameter-refused'])
    expect(await rulesOf('?side=receiver')).toEqual([])
    const wrong = async (query: string) => (await findings(kit, query)).body.error?.message
    expect(await wrong('?rule=token-in-ur')).toBe("rule: there is no 'token-in-ur'; did you mean token-in-url?")
    expect(await wrong('?severity=bad')).toBe("severity: there is no 'bad'; allowed are error, warning, note")
    expect(await wrong('?limit=1')).toBe('limit: no such filter; there are rule, severity, side.')
  })

  test('says what the log has no room for', async () => {
    const kit = emulate('ready-to-send', (file) => {
      file.retention = { exchanges: 2 }
    })
    for (let at = 0; at < 5; at += 1) await market(kit)
    const { unchecked } = (await findings(kit)).body
    expect(unchecked[0]).toMatchObject({ what: '3 older calls' })
  })
})

describe('what a finding tells', () => {
  test('no token, no secret and no whole number, wherever a client puts them', async () => {
    const kit = readyToSend()
    const token = need(kit.tokens.client_business)
    const appToken = `${need(kit.names.app)}|${need(kit.secrets.app)}`
    const number = '+14165550111'
    for (const planted of [token, appToken, number]) {
      await market(
        kit,
        message({ [planted]: 1, to: planted, type: planted, template: { name: planted, language: { code: planted } } }),
      )
      await kit.graph('GET', `/${encodeURIComponent(planted)}`, { as: planted, query: { fields: planted } })
      await kit.graph('POST', `/{waba}/${encodeURIComponent(planted)}`, {
        as: 'client_business',
        body: { access_token: planted },
      })
    }
    const told = JSON.stringify((await findings(kit)).body)
    expect(told).toContain('parameter-unknown')
    for (const planted of [token, need(kit.secrets.app), '14165550111', token.slice(0, 30)])
      expect(told).not.toContain(planted)
  })

  test.each([
    ['to +1 (416) 555-0111 now', 'to …0111 now'],
    ['after 131049, 4.2 s, v25.0', 'after 131049, 4.2 s, v25.0'],
    ['Object with ID 999999999999999', 'Object with ID …9999'],
    ['123456789012345|0123abcdef0123', '(secret)'],
    ['marketing_messages_onboarding_status', 'marketing_messages_onboarding_status'],
  ])('%s is told as %s', (text, said) => {
    expect(masked(text)).toBe(said)
  })

  test.each([
    [{ template: { name: 'spring_sale', langage: {}, language: { code: 'en_US' } } }, 'template.langage', 'language'],
    [
      { bid_spec: { per_message_bid_multiplie: 2 } },
      'bid_spec.per_message_bid_multiplie',
      'per_message_bid_multiplier',
    ],
    [
      {
        template: {
          name: 'a',
          language: { code: 'b' },
          components: [{ type: 'body', parameters: [{ type: 'text', txt: 'c' }] }],
        },
      },
      'template.components[0].parameters[0].txt',
      'text',
    ],
  ])('the spelling that was meant, of a key deep within: %j', async (more, path, meant) => {
    const kit = readyToSend()
    await market(kit, message(more))
    const { body } = await findings(kit, '?rule=parameter-refused')
    expect(body.data[0]?.problem).toMatch(/Unexpected key .* \[parameter_unexpected_key\]: /)
    expect(body.data[0]?.problem.endsWith(`: ${path}: did you mean ${meant}?`)).toBe(true)
  })

  test.each([
    [1, 0],
    [24, 0],
    [25, 1],
    ['100', 1],
  ])('a page of limit %s that is not followed', (limit, count) => {
    const list = { operation: 'getMessageTemplates', call: 'GET /v25.0/1/message_templates', params: { limit } }
    const next = { paging: { next: 'http://127.0.0.1/next', cursors: { after: 'MjQZD' } } }
    const found = judge(story({ ...list, reply: next }, sent('a')))
    expect(found.filter(({ rule }) => rule === 'page-not-followed')).toHaveLength(count)
  })

  test('a single marketing template by the Cloud API, where the world knows that the number is onboarded', async () => {
    const kit = readyToSend()
    const told = async () => (await findings(kit, '?rule=marketing-by-cloud-api')).body.data
    const by = (edge: string, more: object) =>
      kit.graph('POST', `/{phone}/${edge}`, { as: 'client_business', version: 'v25.0', body: message(more) })
    await by('marketing_messages', {})
    await by('messages', { type: 'text', template: undefined, text: { body: 'Rye?' } })
    await by('messages', { template: { name: 'nope', language: { code: 'en_US' } } })
    expect(await told()).toEqual([])
    await by('messages', {})
    expect(await told()).toMatchObject([{ severity: 'note', exchanges: [4] }])
  })

  test('numbers without a plus once, by how many there are', () => {
    const bare = (id: string, rest: object = {}) => sent(id, { to: '14165550100' }, rest)
    const path = { call: 'POST /v25.0/2/messages', operation: 'sendMessage' }
    const told = judge(story(bare('a'), bare('b', path), sent('c'), bare('d'))).filter(
      ({ rule }) => rule === 'number-without-plus',
    )
    expect(told).toMatchObject([
      { problem: '3 numbers came without a plus, and were read as meant', exchanges: [1, 2, 4] },
    ])
  })

  test('at most twenty calls, and how often', () => {
    const [finding] = judge(
      story(...Array.from({ length: 50 }, (_, at) => sent(`${at}`, { typo: 1, to: `+1416${at}` }, { after: 10_000 }))),
    ).filter(({ rule }) => rule === 'parameter-unknown')
    expect(finding?.exchanges).toHaveLength(20)
    expect(finding?.problem).toMatch(/\(50 times\)$/)
  })
})

describe('what a history tells of receivers', () => {
  test('how long they took, where time runs', async () => {
    const kit = emulate(undefined, undefined, { clock: 'running' })
    await subscribe(kit, await receive())
    await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const { deliveries } = historyOf(kit.world())
    expect(deliveries.length).toBeGreaterThan(0)
    for (const { took } of deliveries) expect(took).toBeGreaterThanOrEqual(0)
  })

  test('and not where it stands still, so that two runs give the same', async () => {
    const kit = emulate()
    await subscribe(kit, await receive())
    await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const { deliveries, calls } = historyOf(kit.world(), 'still')
    expect(deliveries.map(({ took, calls: known }) => [took, known])).toEqual(
      deliveries.map(() => [undefined, calls.length]),
    )
    expect(deliveries).toHaveLength(2)
  })
})

test.each([
  [1, 101, []],
  [1, 100, ['webhook-slow']],
  [1, 1, ['webhook-slow']],
])('%i webhook over a second of %i', (long, all, expected) => {
  const tries = Array.from({ length: all }, (_, at) => ({ hears: 'messages', took: at < long ? 1001 : 20 }))
  expect(judge(story(...tries)).map(({ rule }) => rule)).toEqual(expected)
})

test('what Graph calls transient, and what its pages say to wait for, is never final', () => {
  const waits = [1, 2, 4, 17, 32, 613, 80000, 80004, 80008, 80012, 130429, 131056, 131016, 131057, 133004, 134101]
  const catalogue = Object.entries(errors) as [string, ErrorDefinition][]
  // Some of code 1 and 2 say what is wrong with the call.
  const ofTheCall = [
    'client_secret_invalid',
    'too_much_data',
    'insights_without_data',
    'template_insights_not_enabled',
    'insights_breakdowns_invalid',
    'insights_custom_metrics_invalid',
  ]
  const passes = catalogue.filter(
    ([name, { code = 0, transient }]) => (transient || waits.includes(code)) && !ofTheCall.includes(name),
  )
  expect(passes.map(([name]) => name).filter(isFinal)).toEqual([])
  expect(isFinal('template_not_found')).toBe(true)
})

test('an error that a test asked for breaks no rule of refusals, and the log says which that was', async () => {
  const kit = readyToSend()
  await kit.control('post', `worlds/${kit.id}/faults`, { error: 'template_paused' })
  await market(kit)
  await market(kit, message({ to: '+14165550101', template: { name: 'summer_sale', language: { code: 'en_US' } } }))
  const { calls } = historyOf(kit.world())
  expect(calls.map(({ error, injected }) => [error, injected])).toEqual([
    ['template_paused', true],
    ['template_not_found', undefined],
  ])
  expect((await findings(kit)).body.data.map(({ rule, exchanges }) => [rule, exchanges])).toEqual([
    ['template-not-sendable', [2]],
  ])
})

test('a proof in a body that cannot be read is not said to be missing', () => {
  const proven = {
    call: 'GET /v25.0/1',
    operation: 'getWhatsAppBusinessAccountDetails',
    params: { appsecret_proof: 'x' },
  }
  const missing = (error: string) => judge(story(proven, sent('a', {}, { error }))).map(({ rule }) => rule)
  expect(missing('body_malformed')).toEqual(['body-unreadable'])
  expect(missing('path_unknown')).toContain('proof-missing')
})

test('of code 1 a second try is what Meta says, a third is not', () => {
  const reply = { error: { code: 1 } }
  const refused = { call: 'GET /v25.0/1/template_analytics', error: 'template_insights_not_enabled', reply }
  const rulesOf = (...events: Event[]) => judge(story(...events)).map(({ rule }) => rule)
  expect(rulesOf(refused, refused)).not.toContain('retried-final-error')
  expect(rulesOf(refused, refused, refused)).toContain('retried-final-error')
})

test('the day on which a version ends is told whole, however often it was called', () => {
  const call = { call: 'GET /v19.0/1', operation: 'getWhatsAppBusinessAccountDetails' }
  const [finding] = judge(story(...Array.from({ length: 20 }, () => ({ ...call, after: 60_000 }))))
  expect(finding).toMatchObject({
    rule: 'version-ends-soon',
    problem: 'from 2026-05-21 on there is no v19.0 (20 times)',
  })
})

const signed = { hears: 'account_update', event: 1, value: { event: 'MM_LITE_TERMS_SIGNED' } }
const subscribed = { call: 'POST /v25.0/1/subscribed_apps', operation: 'subscribeToWabaWebhooks' }

test.each([
  ['both webhooks came first', story(signed, signed, subscribed, subscribed), 1],
  ['it was done once', story(signed, signed, subscribed), 0],
  ['the second was followed by two', story(signed, sent('a'), signed, subscribed, subscribed), 0],
])('a webhook that came twice was acted on twice: %s', (_, history, count) => {
  expect(judge(history).filter(({ rule }) => rule === 'webhook-acted-on-twice')).toHaveLength(count)
})

test('docs/rules.md is made from the rules', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage())
})
