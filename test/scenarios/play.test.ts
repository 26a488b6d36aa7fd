import { describe, expect, test } from 'vitest'
import { type Played, verdictOf } from '../../scenarios/result.ts'
import { need } from '../kit.ts'
import { played, withSteps } from './scenario-text.ts'

const SEND = `call: POST /{phone}/marketing_messages
    as: client_business
    body: { messaging_product: whatsapp, to: "{recipient}", type: template, template: { name: spring_sale, language: { code: en_US } } }`
const HEARS = 'hears: { app: [messages] }\n'
const SUBSCRIBED = `  - { call: "POST /{waba}/subscribed_apps", as: client_business }\n`
/** A scenario whose app hears of the messages of its account. */
const hearing = (steps: string): string => withSteps(`${SUBSCRIBED}${steps}`, HEARS)

const last = ({ steps, broken }: Played) => {
  expect(broken).toBeUndefined()
  return need(steps.at(-1))
}

async function passes(text: string): Promise<Played> {
  const found = await played(text)
  expect({ broken: found.broken, failed: found.steps.filter(({ outcome }) => outcome.status !== 'ok') }).toEqual({
    broken: undefined,
    failed: [],
  })
  return found
}

async function fails(text: string): Promise<Played['steps'][number]> {
  const found = await played(text)
  expect(verdictOf(found)).toBe('FAIL')
  return need(found.steps.find(({ outcome }) => outcome.status === 'FAIL'))
}

describe('call', () => {
  test('remembers, recalls, and matches what is named alone', async () => {
    const found = await passes(
      withSteps(`  - say: It is sent
    ${SEND}
    expect: { status: 200, reply: { messages: [{ id: <message>, message_status: accepted }] }, headers: { x-mmgraph-world: a-try } }
  - { call: "GET /{phone}", as: client_business, query: { fields: id }, expect: { reply: { id: "{phone}" } } }
`),
    )
    expect(found.steps[0]).toMatchObject({
      say: 'It is sent',
      verbs: ['call'],
      at: '2026-03-02T09:00:00.000Z',
      until: '2026-03-02T09:00:00.000Z',
      outcome: { reply: { status: 200, body: { messaging_product: 'whatsapp' } } },
    })
  })

  test('is sent as a form, with headers and another version', async () => {
    const { outcome } = last(
      await passes(
        withSteps(
          `  - { call: "POST /{waba}/subscribed_apps", as: client_business, version: v23.0, headers: { x-mine: it's }, form: { a: 1, b: [x] } }`,
        ),
      ),
    )
    expect(outcome.curl).toMatch(
      /^curl -X POST "\$MMGRAPH_URL\/v23\.0\/\d+\/subscribed_apps" -H "Authorization: Bearer \$MMGRAPH_CLIENT_BUSINESS_TOKEN" -H 'content-type: application\/x-www-form-urlencoded' -H 'x-mine: it'\\''s' -d 'a=1&b=%5B%22x%22%5D'$/,
    )
  })

  test('an app calls by its name, and nobody by none', async () => {
    await passes(
      withSteps(`  - { call: "GET /{app}/subscriptions", as: app, expect: { reply: { data: [] } } }
  - { call: "GET /{phone}", as: nobody, expect: { error: token_missing } }
  - { call: "GET /{phone}", expect: { error: token_missing } }
  - { call: "GET /{phone}", as: EAANobodyHasThisToken, expect: { error: token_undecryptable } }
`),
    )
  })

  test('another answer fails with what was expected, what came, the call and the clock', async () => {
    const { outcome, until } = await fails(
      withSteps(`  - wait: 90s
  - ${SEND}
    expect: { reply: { messages: [{ message_status: held }], contacts: [{ input: "1" }] } }`),
    )
    expect(outcome).toMatchObject({
      status: 'FAIL',
      why: 'the call was answered otherwise',
      differences: [
        { where: 'reply.messages[0].message_status', expected: 'held', actual: 'accepted' },
        { where: 'reply.contacts[0].input', expected: '1', actual: '14165550100' },
      ],
      reply: { status: 200 },
    })
    expect(outcome.curl).toContain('/marketing_messages" -H "Authorization: Bearer $MMGRAPH_CLIENT_BUSINESS_TOKEN"')
    expect(until).toBe('2026-03-02T09:01:30.000Z')
  })

  test('a refusal that nobody expected is shown whole, with why', async () => {
    const { outcome } = await fails(withSteps('  - { call: "GET /{phone}" }'))
    expect(outcome.differences).toMatchObject([
      { where: 'status', expected: 200, actual: 400 },
      { where: 'error', expected: undefined, actual: { error: { type: 'OAuthException' } } },
    ])
    expect(outcome.why).toMatch(/token/)
  })

  test('another error than the one that is named', async () => {
    const { outcome } = await fails(withSteps('  - { call: "GET /{phone}", expect: { error: token_expired } }'))
    expect(outcome.differences).toEqual([{ where: 'error', expected: 'token_expired', actual: 'token_missing' }])
  })

  test('the parts of an error that are named count, too', async () => {
    const { outcome } = await fails(
      withSteps('  - { call: "GET /{phone}", expect: { error: token_missing, reply: { error: { type: Other } } } }'),
    )
    expect(outcome.differences).toEqual([{ where: 'reply.error.type', expected: 'Other', actual: 'OAuthException' }])
  })

  test('names of headers are the same in whatever letters', async () => {
    const { outcome } = await fails(
      withSteps('  - { call: "GET /{phone}", as: client_business, expect: { headers: { Content-Type: text/plain } } }'),
    )
    expect(outcome.differences).toMatchObject([
      { where: 'headers.content-type', expected: 'text/plain', actual: expect.stringContaining('json') },
    ])
  })

  test('an error may be named with its status, which must be that', async () => {
    const step = (status: number) =>
      `  - { call: "GET /{phone}", as: EAANobodyHasThisToken, expect: { error: token_undecryptable, status: ${status} } }`
    await passes(withSteps(step(400), 'rulings: { token-error-status: "400" }\n'))
    const { outcome } = await fails(withSteps(step(400), 'rulings: { token-error-status: "401" }\n'))
    expect(outcome.differences).toEqual([{ where: 'status', expected: 400, actual: 401 }])
  })

  test('a header that is otherwise', async () => {
    const { outcome } = await fails(
      withSteps('  - { call: "GET /{phone}", as: client_business, expect: { headers: { x-none: a } } }'),
    )
    expect(outcome.differences).toEqual([{ where: 'headers.x-none', expected: 'a', actual: undefined }])
  })

  test('a line for a shell runs nothing that stands in a path', async () => {
    const { outcome } = await fails(withSteps('  - call: GET /$(touch x)`y`"z'))
    expect(outcome.curl).toBe('curl -X GET "$MMGRAPH_URL/v24.0/\\$(touch x)\\`y\\`\\"z"')
  })
})

describe('happens', () => {
  const WRITES =
    'happens: customer_sends_message\n    with: { phone: phone, from: "{recipient}", text: { body: "Rye?" } }'

  test('answers what a step may remember', async () => {
    await passes(
      hearing(`  - ${WRITES}
    expect: { result: { message: <message> } }
    webhook: { field: messages, value: { messages: [{ id: "{message}", text: { body: "Rye?" } }] } }`),
    )
  })

  test('another result', async () => {
    const { outcome } = await fails(withSteps(`  - ${WRITES}\n    expect: { result: { message: none } }`))
    expect(outcome).toMatchObject({
      why: 'the happening answered otherwise',
      differences: [{ where: 'message', expected: 'none', actual: expect.stringMatching(/^wamid\./) }],
    })
  })

  test('one that is refused fails with the reason, unless it was to be', async () => {
    const accepts = '  - { happens: client_accepts_mm_terms, with: { business: client } }'
    const { outcome } = await fails(withSteps(accepts))
    expect(outcome.why).toMatch(/has accepted the terms/)
    await passes(
      withSteps(
        '  - { happens: client_accepts_mm_terms, with: { business: client }, expect: { refused: accepted the terms } }',
      ),
    )
    const wrong = await fails(
      withSteps('  - { happens: client_accepts_mm_terms, with: { business: client }, expect: { refused: too late } }'),
    )
    expect(wrong.outcome).toMatchObject({
      why: 'the happening was to be refused',
      differences: [{ where: 'refused', expected: 'too late', actual: outcome.why }],
    })
  })

  test('one that was to be refused and is not', async () => {
    const { outcome } = await fails(withSteps(`  - ${WRITES}\n    expect: { refused: never }`))
    expect(outcome.differences).toEqual([{ where: 'refused', expected: 'never', actual: undefined }])
  })
})

describe('wait', () => {
  test('is of the time of the world', async () => {
    const { steps } = await passes(withSteps('  - wait: 1.5h\n  - { say: A month, wait: 30d }'))
    expect(steps.map(({ at, until, wait }) => [at, until, wait])).toEqual([
      ['2026-03-02T09:00:00.000Z', '2026-03-02T10:30:00.000Z', '1.5h'],
      ['2026-03-02T10:30:00.000Z', '2026-04-01T10:30:00.000Z', '30d'],
    ])
  })

  test('beyond the year 9999 fails', async () => {
    const { outcome } = await fails(withSteps('  - wait: 3650d', 'change: { clock: "9990-06-01T09:00:00Z" }\n'))
    expect(outcome.why).toBe('advance: the clock would be beyond the year 9999.')
  })
})

describe('webhook', () => {
  const SENT = `  - ${SEND}\n    expect: { reply: { messages: [{ id: <message> }] } }\n`
  const status = (is: string, more = ''): string =>
    `{ field: messages${more}, value: { statuses: [{ id: "{message}", status: ${is} }] } }`

  test('one after another, each named once, and remembers', async () => {
    const found = await passes(
      hearing(`${SENT}  - wait: 5s
    webhook: [${status('sent', ', app: app, entry: "{waba}"')}, ${status('delivered')}]
  - webhook: { field: messages, value: { statuses: [{ status: read, timestamp: <when> }] } }
  - webhook: { field: messages, times: 0 }
  - { call: "GET /{when}", as: client_business, expect: { error: object_missing_on_get } }
`),
    )
    const webhooks = found.steps.map((step) => step.webhooks.map(({ app, field, at }) => [app, field, at]))
    expect(webhooks.filter((came) => came.length > 0)).toEqual([
      [
        ['app', 'messages', Date.parse('2026-03-02T09:00:00.200Z')],
        ['app', 'messages', Date.parse('2026-03-02T09:00:00.500Z')],
        ['app', 'messages', Date.parse('2026-03-02T09:00:01.000Z')],
      ],
    ])
  })

  test('as often as it is to come', async () => {
    await passes(hearing(`${SENT}  - { wait: 5s, webhook: { field: messages, times: 3 } }`))
    const { outcome } = await fails(hearing(`${SENT}  - { wait: 5s, webhook: { field: messages, times: 4 } }`))
    expect(outcome.why).toBe('webhook 1 of 1: no messages came that was not named before (3 of 4 came)')
  })

  test('one that did not come is compared with the one most like it', async () => {
    const { outcome, until, webhooks } = await fails(hearing(`${SENT}  - { wait: 5s, webhook: ${status('played')} }`))
    expect(outcome).toEqual({
      status: 'FAIL',
      why: expect.stringMatching(
        /^webhook 1 of 1: no messages like {"value":{"statuses":\[{"id":"wamid.*","status":"played"}\]}} came that was not named before$/,
      ),
      differences: [{ where: 'value.statuses[0].status', expected: 'played', actual: 'sent' }],
      notes: ['came in this step:', ...['sent', 'delivered', 'read'].map((one) => leftOver(one))],
    })
    expect(until).toBe('2026-03-02T09:00:05.000Z')
    expect(webhooks).toHaveLength(3)
  })

  const leftOver = (gist: string) =>
    expect.stringMatching(new RegExp(`^  left over: messages ${gist} to app: {"statuses":`))

  test('the one of several that did not come is told, with what was named and what was there before', async () => {
    const { outcome } = await fails(
      hearing(`${SENT}  - wait: 5s\n  - happens: customer_sends_message
    with: { phone: phone, from: "{recipient}", text: { body: "Rye?" } }
    webhook: [{ field: messages, value: { messages: [{ type: text }] } }, ${status('sent')}, ${status('sent')}]\n`),
    )
    expect(outcome).toMatchObject({
      why: expect.stringMatching(/^webhook 3 of 3: no messages like /),
      differences: [{ where: 'value.statuses[0].status', expected: 'sent', actual: 'delivered' }],
      notes: [
        'came in this step:',
        expect.stringMatching(/^ {2}named by 1: messages text to app: {"messages":/),
        'came before, and no step had named it:',
        expect.stringMatching(/^ {2}named by 2: messages sent /),
        leftOver('delivered'),
        leftOver('read'),
      ],
    })
  })

  test('what the emulator remarked on calls is told, and that the account must tell the app', async () => {
    const { outcome } = await fails(withSteps(`${SENT}  - { wait: 5s, webhook: ${status('sent')} }`, HEARS))
    expect(outcome.notes).toEqual([
      'nothing came in this step',
      'nothing came in the whole scenario: beside hears, the account must tell the app: POST /{waba}/subscribed_apps',
      expect.stringMatching(/^mmgraph remarked: nobody hears what becomes of this message: POST .*subscribed_apps$/),
    ])
  })

  test('one that was not to come', async () => {
    const { outcome } = await fails(hearing(`${SENT}  - { wait: 5s, webhook: { field: messages, times: 0 } }`))
    expect(outcome).toMatchObject({
      why: 'webhook 1 of 1: a webhook of messages came that was not to come',
      differences: [{ where: 'messages', expected: undefined, actual: { statuses: [{ status: 'sent' }] } }],
    })
  })
})

describe('fault', () => {
  test('meets the calls that it is for', async () => {
    await passes(
      withSteps(`  - fault: { error: service_unavailable, operation: sendMarketingMessage, times: 2 }
  - { call: "GET /{phone}", as: client_business }
  - ${SEND}
    expect: { error: service_unavailable }
  - ${SEND}
    expect: { error: service_unavailable }
  - ${SEND}
`),
    )
  })

  test('one that is none is no scenario', async () => {
    await expect(played(withSteps('  - fault: {}'))).rejects.toThrow(
      'it.yaml:4:12: a fault needs one of error, latency, drop, truncate, page, webhooks',
    )
  })
})

describe('the world', () => {
  test('is changed, has its rulings, and is one of its own', async () => {
    const text = withSteps(
      '  - { call: "GET /{waba}", as: client_business, expect: { reply: { name: Rye } } }',
      'change: { accounts: { waba: { name: Rye } } }\n',
    )
    await passes(text)
    await passes(text)
  })

  test('may be a file beside the scenario, and be changed', async () => {
    const { readWorld } = await import('../../emulator/world/load.ts')
    const others = {
      'w/mine.json': JSON.stringify({ ...readWorld('ready-to-send').file, clock: '2026-04-01T00:00:00Z' }),
    }
    const text = 'title: A try\nworld: w/mine.json\nchange: { clock: "2026-05-01T00:00:00Z" }\nsteps: [{ wait: 1s }]'
    expect((await played(text, others)).steps[0]?.at).toBe('2026-05-01T00:00:00.000Z')
  })

  test.each([
    [
      'that does not ship',
      'title: A try\nworld: ready-to-sent\nsteps: [{ wait: 1s }]',
      /^it\.yaml:2:8: 'ready-to-sent' is no world that ships; did you mean ready-to-send\?$/,
    ],
    [
      'that the change breaks',
      withSteps('  - wait: 1s', 'change: { clock: 5 }\n'),
      /^it\.yaml:3:18: \/clock: must be /,
    ],
    [
      'that has no such part',
      withSteps('  - wait: 1s', 'change:\n  phoneNumbers: { phone: { verifiedNam: Rye } }\n'),
      /^it\.yaml:4:28: 'verifiedNam' is no key here; did you mean verified_name\?$/,
    ],
    [
      'without the app that hears',
      withSteps('  - wait: 1s', 'hears: { ap: [messages] }\n'),
      /^it\.yaml:3:10: 'ap' is no app of the world; did you mean app\?$/,
    ],
  ])('%s', async (_, text, message) => {
    const found = await played(text)
    expect(found).toMatchObject({ steps: [], broken: expect.stringMatching(message) })
    expect(verdictOf(found)).toBe('broken')
  })
})

describe('a name that nothing has is refused before the first step', () => {
  const FIRST = '  - { call: "GET /{phone}", as: client_business, expect: { reply: { id: <number> } } }\n'
  test.each([
    [
      'a word in a path',
      '  - { call: "GET /{phoen}" }',
      'it.yaml:5:13: {phoen} stands for nothing here; did you mean phone?',
    ],
    [
      'a word deep in a body',
      '  - { call: POST /1, body: { a: [{ b: "{recipent}" }] } }',
      'it.yaml:5:39: {recipent} stands for nothing here; did you mean recipient?',
    ],
    [
      'a word in a key',
      '  - { call: POST /1, body: { "{phoen}": 1 } }',
      'it.yaml:5:30: {phoen} stands for nothing here; did you mean phone?',
    ],
    [
      'a word in what is expected',
      '  - { call: GET /1, expect: { reply: { id: "{phoen}" } } }',
      'it.yaml:5:44: {phoen} stands for nothing here; did you mean phone?',
    ],
    [
      'a word of a webhook',
      '  - webhook: [{ field: messages, value: "{numbr}", times: 0 }]',
      'it.yaml:5:41: {numbr} stands for nothing here; did you mean number?',
    ],
    [
      'a word that a later step remembers',
      '  - { call: "GET /{later}" }\n  - { call: GET /1, expect: { reply: <later> } }',
      'it.yaml:5:13: {later} stands for nothing yet; step 3 (it.yaml:6) remembers it',
    ],
    [
      'a word that the same step remembers',
      '  - { call: "GET /{own}", expect: { reply: <own> } }',
      'it.yaml:5:13: {own} stands for nothing yet; step 2 (it.yaml:5) remembers it',
    ],
    [
      'a token',
      '  - { call: GET /1, as: client_busines }',
      "it.yaml:5:25: 'client_busines' is no token of the world; did you mean client_business?",
    ],
    [
      'a happening',
      '  - happens: customer_send_message',
      "it.yaml:5:14: 'customer_send_message' is no happening; did you mean customer_sends_message?",
    ],
    [
      'what a happening needs',
      '  - { happens: customer_sends_message, with: { phon: 1 } }',
      "it.yaml:5:48: 'phon' is nothing that customer_sends_message needs; did you mean phone?",
    ],
    [
      'a node that a happening needs',
      '  - { happens: customer_sends_message, with: { phone: fone, from: recipient } }',
      "it.yaml:5:55: 'fone' is nothing of the world; did you mean phone?",
    ],
    [
      'several in several steps',
      '  - { call: "GET /{fone}" }\n  - { happens: customer_sends_mesage }',
      "it.yaml:5:13: {fone} stands for nothing here; did you mean phone?\nit.yaml:6:16: 'customer_sends_mesage' is no happening; did you mean customer_sends_message?",
    ],
    [
      'the app of a webhook',
      '  - webhook: { field: messages, app: ap, times: 0 }',
      "it.yaml:5:38: 'ap' is no app of the world; did you mean app?",
    ],
  ])('%s', async (_, step, message) => {
    const found = await played(withSteps(`${FIRST}${step}`))
    expect(found).toMatchObject({
      steps: [],
      broken: typeof message === 'string' ? message : expect.stringMatching(message),
    })
  })

  test('what is remembered may be recalled from then on', async () => {
    await passes(withSteps(`${FIRST}  - { call: "GET /{number}", as: client_business }\n`))
  })
})

test('the first failure ends a scenario: what is behind it is skipped', async () => {
  const { steps } = await played(withSteps('  - call: GET /me\n  - wait: 1d\n  - happens: customer_sends_message'))
  expect(steps.map(({ outcome: { status, why } }) => [status, status === 'skip' ? why : ''])).toEqual([
    ['FAIL', ''],
    ['skip', 'a step before it failed'],
    ['skip', 'a step before it failed'],
  ])
})

test('a step says what it does where it does not say', async () => {
  const { steps } = await played(
    withSteps(
      '  - { wait: 5s, webhook: { field: messages, times: 0 } }\n  - fault: { error: service_unavailable }\n  - call: GET /me',
    ),
  )
  expect(steps.map(({ say }) => say)).toEqual([
    '5s pass; a webhook of messages',
    'the fault error service_unavailable',
    'GET /me',
  ])
})

test('playing twice comes to the same', async () => {
  const text = hearing(`  - ${SEND}\n  - { wait: 30d, webhook: { field: messages, times: 3 } }`)
  expect(JSON.stringify((await played(text)).steps)).toBe(JSON.stringify((await played(text)).steps))
})
