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
import { sent, story } from './story.ts'

const findings = async (
  kit: { id: string; control: (m: 'get', p: string) => Promise<{ status: number; body: unknown }> },
  query = '',
) => {
  const { status, body } = await kit.control('get', `worlds/${kit.id}/findings${query}`)
  return { status, body } as {
    status: number
    body: {
      data: { rule: string; exchanges: number[] }[]
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

test('docs/rules.md is made from the rules', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage())
})
