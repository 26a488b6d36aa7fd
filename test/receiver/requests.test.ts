import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { HandshakeStep, WebhookStep } from '../../contracts/duty.ts'
import type { Answer, Bench, Wanted } from '../../contracts/receiver/bench.ts'
import type { Drive, Trial } from '../../contracts/receiver/drive.ts'
import { tryEffects } from '../../contracts/receiver/effects.ts'
import { driveLoad, type LoadResult, loadText, resultOf, tryLoad } from '../../contracts/receiver/load.ts'
import { makerOf } from '../../contracts/receiver/maker.ts'
import { tryHandshake, tryWebhook } from '../../contracts/receiver/send.ts'
import { type SignatureName, signed } from '../../contracts/receiver/sign.ts'
import { stillClock } from './clock.ts'
import { usual } from './drive.ts'

const taken: Answer = { status: 200, type: 'text/plain', body: '', took: 1 }
const hmac: Bench['hmac'] = (algorithm, secret, body) => createHmac(algorithm, secret).update(body).digest('hex')

/** A trial that keeps what is sent, and answers as it is told. */
function trialOf(
  reply: (wanted: Wanted) => Answer = () => taken,
  drive: Partial<Drive> = {},
  more: Partial<Bench> = {},
) {
  const sent: Wanted[] = []
  const carry: Bench['carry'] = (wanted) => {
    sent.push(wanted)
    return Promise.resolve(reply(wanted))
  }
  const bench: Bench = { carry, letGo: () => undefined, hmac, ...stillClock(), ...more }
  const whole: Drive = { ...usual, secret: 'planted-secret', verifyToken: 'planted-token', ...drive }
  const trial: Trial = { drive: whole, bench, maker: makerOf('test', usual.at), load: () => driveLoad(trial) }
  return { trial, sent }
}

const handshake = (more: Partial<HandshakeStep>): HandshakeStep => ({ send: 'handshake', owes: 'refused', ...more })
const mode = ['hub.mode', 'subscribe'] as const
const challenge = ['hub.challenge', '12'] as const
const token = ['hub.verify_token', 'planted-token'] as const

test.each([
  [{ challenge: '12' }, 'with hub.challenge=12', [mode, challenge, token]],
  [{ challenge: '12', times: 2 }, 'with each parameter twice', [mode, challenge, token, mode, challenge, token]],
  [{ times: 0 }, 'without parameters', []],
  [
    { challenge: '12', mode: 'unsubscribe' },
    'with hub.mode=unsubscribe',
    [['hub.mode', 'unsubscribe'], challenge, token],
  ],
  [{ challenge: 'absent' }, 'without hub.challenge', [mode, token]],
  [{ challenge: '12', token: 'absent' }, 'without a verify token', [mode, challenge]],
  [{ challenge: '12', token: 'empty' }, 'with an empty verify token', [mode, challenge, ['hub.verify_token', '']]],
  [
    { challenge: '12', token: 'wrong' },
    'with a wrong verify token',
    [mode, challenge, ['hub.verify_token', 'mmgraph-wrong-verify-token']],
  ],
] as const)('the handshake %o is sent and named so', async (step, named, query) => {
  const { trial, sent } = trialOf()
  const tried = await tryHandshake(handshake(step), trial)
  expect(tried).toEqual({ sent: 1, problems: [{ where: `GET ${named}`, problem: 'HTTP 200 where a 4xx is owed' }] })
  expect(sent).toEqual([{ method: 'GET', body: '', wire: 'whole', headers: {}, limit: 6000, query }])
})

test('a handshake as Meta makes it has a challenge of ten digits, which is owed back', async () => {
  const { trial, sent } = trialOf()
  const { problems } = await tryHandshake(handshake({ owes: 'challenge' }), trial)
  const asked = new Map(sent[0]?.query).get('hub.challenge') ?? ''
  expect(asked).toMatch(/^1\d{9}$/)
  expect(problems).toEqual([
    { where: 'GET as Meta makes it', problem: `the body is "" where "${asked}" is owed, and nothing else` },
  ])
})

describe('a handshake that may be kept signed', () => {
  const step = handshake({ owes: 'plain-text', signed: 'either' })
  const isSigned = ({ headers }: Wanted): boolean => 'X-Hub-Signature-256' in headers
  const refused = { ...taken, status: 401 }

  test('is signed where it is refused bare, and then kept', async () => {
    const { trial, sent } = trialOf((wanted) => (isSigned(wanted) ? taken : refused))
    expect(await tryHandshake(step, trial)).toEqual({ sent: 2, problems: [] })
    expect(sent.map(({ headers }) => headers)).toEqual([{}, signed('right', '', 'planted-secret', hmac)])
  })

  test('is sent once where it is kept, and told once where it is not', async () => {
    expect(await tryHandshake(step, trialOf().trial)).toEqual({ sent: 1, problems: [] })
    const told = await tryHandshake(step, trialOf(() => refused).trial)
    expect(told).toEqual({
      sent: 2,
      problems: [{ where: 'GET as Meta makes it', problem: 'HTTP 401 where 200 is owed' }],
    })
  })
})

const webhook = (more: Partial<WebhookStep>): WebhookStep => ({
  send: 'webhook',
  body: 'plain',
  owes: 'taken',
  ...more,
})

test('a webhook goes as Meta posts it, but for what the step says', async () => {
  const { trial, sent } = trialOf()
  expect(await tryWebhook(webhook({}), trial)).toEqual({ sent: 1, problems: [] })
  const { body } = sent[0] ?? { body: '' }
  expect(sent[0]).toEqual({
    method: 'POST',
    query: [],
    body,
    wire: 'whole',
    limit: 10_000,
    headers: { 'Content-Type': 'application/json', ...signed('right', body, 'planted-secret', hmac) },
  })
  const other = trialOf()
  await tryWebhook(webhook({ method: 'PUT', wire: 'slow', type: 'text/plain', sign: 'none', times: 2 }), other.trial)
  expect(other.sent).toHaveLength(2)
  expect(other.sent[0]).toMatchObject({ method: 'PUT', wire: 'slow', headers: { 'Content-Type': 'text/plain' } })
})

test('a webhook is named with its method, and nothing to send is said', async () => {
  const { trial } = trialOf(() => ({ ...taken, status: 500 }), { published: [] })
  expect(await tryWebhook(webhook({ method: 'PUT' }), trial)).toEqual({
    sent: 1,
    problems: [{ where: 'PUT messages statuses', problem: 'HTTP 500 where 2xx is owed' }],
  })
  expect(await tryWebhook(webhook({ body: 'published' }), trial)).toEqual({
    sent: 0,
    problems: [],
    unchecked: 'there is nothing to send',
  })
})

test.each([
  ['whole', 'POST after that'],
  ['half-open', 'POST while those are open'],
] as const)('after what is survived the next webhook must be taken: %s', async (wire, where) => {
  const isNext = ({ body }: Wanted): boolean => body.startsWith('{"object":"whatsapp')
  const reply = (wanted: Wanted): Answer => (isNext(wanted) ? { ...taken, status: 503 } : { ...taken, status: 400 })
  const { trial, sent } = trialOf(reply)
  const tried = await tryWebhook(webhook({ body: 'odd-shapes', owes: 'survives', wire }), trial)
  expect(tried).toEqual({ sent: sent.length, problems: [{ where, problem: 'HTTP 503 where 2xx is owed' }] })
  expect(sent.at(-1)).toMatchObject({ method: 'POST', wire: 'whole', query: [] })
  expect(sent.at(-1)?.headers).toEqual({
    'Content-Type': 'application/json',
    ...signed('right', sent.at(-1)?.body ?? '', 'planted-secret', hmac),
  })
  expect((await tryWebhook(webhook({ body: 'odd-shapes', owes: 'survives', wire }), trialOf().trial)).problems).toEqual(
    [],
  )
})

describe('signatures', () => {
  const body = '{"a":10,"b":29}'
  const digest = (algorithm: 'sha256' | 'sha1', text = body): string => hmac(algorithm, 'planted', text)
  const in256 = (value: string) => ({ 'X-Hub-Signature-256': value })

  test.each([
    ['right', { ...in256(`sha256=${digest('sha256')}`), 'X-Hub-Signature': `sha1=${digest('sha1')}` }],
    ['upper-case', in256(`sha256=${digest('sha256').toUpperCase()}`)],
    ['sha1-only', { 'X-Hub-Signature': `sha1=${digest('sha1')}` }],
    ['none', {}],
    ['other-body', in256(`sha256=${digest('sha256', '{"a":10,"b":20}')}`)],
    ['without-digits', in256('sha256=')],
    ['too-short', in256('sha256=00')],
    ['no-hex', in256(`sha256=${'z'.repeat(64)}`)],
    ['empty', in256('')],
  ] as const)('%s', (name, headers) => {
    expect(signed(name, body, 'planted', hmac)).toEqual(headers)
  })

  test.each(['wrong', 'other-secret'] as const)(
    '%s has the right form, and is not the right one',
    (name: SignatureName) => {
      const { 'X-Hub-Signature-256': value } = signed(name, body, 'planted', hmac)
      expect(value).toMatch(/^sha256=[0-9a-f]{64}$/)
      expect(value).not.toBe(`sha256=${digest('sha256')}`)
      expect(value).not.toBe(`sha256=${hmac('sha256', '', body)}`)
    },
  )
})

describe('effects', () => {
  type Kind = 'statuses' | 'messages'

  function idsIn(body: string, kind: Kind): string[] {
    const values = JSON.parse(body).entry.flatMap(({ changes }: { changes: { value: object }[] }) =>
      changes.map(({ value }) => value),
    )
    return values.flatMap((value: { [kind in Kind]?: { id: string }[] }) => value[kind]?.map(({ id }) => id) ?? [])
  }

  /** Counts the statuses or messages of each body, as a receiver would: once each, or each time. */
  function counting(kind: Kind, { isOnce = true, each = 1 } = {}) {
    const seen: string[] = []
    const count = (): Promise<number> => Promise.resolve(40 + each * (isOnce ? new Set(seen).size : seen.length))
    const read = ({ body }: Wanted): Answer => {
      seen.push(...idsIn(body, kind))
      return taken
    }
    return trialOf(read, {}, { count })
  }

  const step = (body: 'repeated' | 'batched') => ({ send: 'effects', body, owes: 'counted' }) as const

  test.each(['statuses', 'messages'] as const)('of %s are counted in units of one of them', async (kind) => {
    for (const each of [1, 3]) {
      expect(await tryEffects(step('repeated'), counting(kind, { each }).trial)).toEqual({ sent: 3, problems: [] })
      expect(await tryEffects(step('batched'), counting(kind, { each }).trial)).toEqual({ sent: 2, problems: [] })
    }
  })

  test('that are doubled are told, with what is owed', async () => {
    const { trial } = counting('messages', { isOnce: false, each: 3 })
    expect((await tryEffects(step('repeated'), trial)).problems).toEqual([
      {
        where: 'POST the same messages twice',
        problem: 'the count grew by 6 where 3 is owed: one of the messages alone is 3',
      },
    ])
  })

  test('that are lost are told, after seconds of patience', async () => {
    const clock = stillClock()
    const seen: string[] = []
    const firstOnly = ({ body }: Wanted): Answer => {
      seen.push(JSON.parse(body).entry[0].changes[0].value.statuses?.[0].id)
      return taken
    }
    const { trial } = trialOf(firstOnly, {}, { ...clock, count: () => Promise.resolve(seen.length) })
    expect((await tryEffects(step('batched'), trial)).problems).toEqual([
      {
        where: 'POST 8 statuses in 2 entries of 2 changes',
        problem: 'the count grew by 1 where 8 is owed: one of the statuses alone is 1',
      },
    ])
    expect(clock.now()).toBe(300 + 5000 + 300)
  })

  test('that come a second later, one after the other, are waited for, and no longer', async () => {
    const clock = stillClock()
    const seen: number[] = []
    const dealtWith = (): number => seen.filter((at, nth) => at + 1000 + 150 * nth <= clock.now()).length
    const read = ({ body }: Wanted): Answer => {
      seen.push(...idsIn(body, 'statuses').map(() => clock.now()))
      return taken
    }
    const { trial } = trialOf(read, {}, { ...clock, count: () => Promise.resolve(40 + 3 * dealtWith()) })
    expect(await tryEffects(step('batched'), trial)).toEqual({ sent: 2, problems: [] })
    expect(clock.now()).toBe(1000 + 300 + 1000 + 8 * 150 + 300)
  })

  test('cannot be counted without a count', async () => {
    expect(await tryEffects(step('repeated'), trialOf().trial)).toEqual({
      sent: 0,
      problems: [],
      unchecked: 'it needs --count, a command that prints what was dealt with',
    })
  })
})

describe('a load', () => {
  const one = (took: number, status = 200, failure?: Answer['failure']): Answer => ({
    ...taken,
    status,
    took,
    ...(failure && { failure }),
  })

  test('is steady: each status on a kept connection, as far apart as the rate says', async () => {
    const clock = stillClock()
    const times: number[] = []
    const note = (): Answer => {
      times.push(clock.now())
      return taken
    }
    const { trial, sent } = trialOf(note, { rate: 100, seconds: 0.05 }, clock)
    expect(await driveLoad(trial)).toMatchObject({ sent: 5, reached: 100, behind: 0, median: 1 })
    expect(times).toEqual([0, 10, 20, 30, 40])
    expect(sent.every(({ wire }) => wire === 'reused')).toBe(true)
    const [{ field, value }] = JSON.parse(sent[0]?.body ?? '').entry[0].changes
    expect([field, value.statuses[0].status]).toEqual(['messages', 'delivered'])
  })

  test.each([
    [1, 0],
    [10, 351],
  ])('that is never early lets others work at each sixteenth: a send takes %s ms', async (took, behind) => {
    const clock = stillClock()
    const pauses: number[] = []
    const pause = (wait: number): Promise<void> => {
      pauses.push(wait)
      return clock.pause(wait)
    }
    const slowly = (): Answer => {
      clock.advance(took)
      return taken
    }
    const { trial } = trialOf(slowly, { rate: 1000, seconds: 0.04 }, { ...clock, pause })
    expect(await driveLoad(trial)).toMatchObject({ sent: 40, behind })
    expect(pauses).toEqual([0, 0, 0])
  })

  test('has its median, its tail and its refusals told from the answers, in whatever order they came', () => {
    const answers = [one(9), one(1001), one(1), one(0, 0, 'late'), one(3, 503), one(5, 503), one(7, 0)]
    expect(resultOf(answers, { lasted: 700, behind: 4 }, usual.limits)).toEqual({
      sent: 7,
      reached: 10,
      behind: 4,
      refused: new Map([
        ['late', 1],
        ['HTTP 503', 2],
        ['dropped', 1],
      ]),
      median: 5,
      p99: 1001,
      most: 1001,
      slow: 1 / 7,
    })
    expect(resultOf([one(1000)], { lasted: 1, behind: 0 }, usual.limits).slow).toBe(0)
  })

  const result: LoadResult = {
    sent: 4,
    reached: 900,
    behind: 0,
    refused: new Map(),
    median: 250,
    p99: 9.94,
    most: 12,
    slow: 0,
  }
  const judged = async (owes: 'taken' | 'median' | 'tail', more: Partial<LoadResult>) => {
    const { trial } = trialOf(undefined, { rate: 1000, seconds: 3 })
    const { problems, unchecked } = await tryLoad(
      { send: 'load', owes },
      { ...trial, load: () => Promise.resolve({ ...result, ...more }) },
    )
    if (problems[0]) expect(problems[0].where).toBe('POST 1000 a second for 3 s')
    return problems[0]?.problem ?? unchecked
  }
  const refused = new Map([
    ['late', 2],
    ['HTTP 503', 1],
  ])
  const LOWER = 'drive it from another, or try a lower --rate'

  test.each([
    ['taken', {}, undefined],
    ['taken', { reached: 899 }, `this machine sent only 899 of 1000 a second: ${LOWER}`],
    ['taken', { refused, reached: 1 }, '3 of 4 were not taken: 2 over 10 s, 1 HTTP 503'],
    ['median', {}, undefined],
    ['median', { median: 250.6 }, 'the median is 251 ms where at most 250 ms are owed'],
    ['median', { median: 251, behind: 250 }, 'the median is 251 ms where at most 250 ms are owed'],
    ['median', { median: 251, behind: 251 }, `this machine fell 251 ms behind while it sent: ${LOWER}`],
    ['tail', { slow: 0.009 }, undefined],
    ['tail', { slow: 0.01, most: 1200.4 }, '1.0 % took longer than 1000 ms, the slowest 1200 ms; less than 1 % may'],
  ] as const)('owes %s: %o', async (owes, more, said) => {
    expect(await judged(owes, more)).toBe(said)
  })

  test('is said in one line', () => {
    expect(loadText({ ...result, median: 10, reached: 99.6 })).toBe(
      '4 at 100 a second: median 10 ms, 99 of 100 within 9.9 ms, the slowest 12 ms',
    )
  })
})
