import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { duties } from '../../contracts/duties.ts'
import type { Answer, Bench, Wanted } from '../../contracts/receiver/bench.ts'
import { driveReceiver } from '../../contracts/receiver.ts'
import { addressOf } from '../../contracts/sources.ts'
import { benchFor } from '../../emulator/receiver/bench.ts'
import { stillClock } from './clock.ts'
import { type Carry, driveParts, driveServer, rulesOf, usual } from './drive.ts'
import { healthy, SECRET, TOKEN } from './sample.ts'

const ids = duties.map(({ id }) => id)

test('of a healthy receiver every duty is checked, and nothing is found', async () => {
  const { report, load } = await driveServer()
  expect(report).toMatchObject({ title: usual.title, findings: [], suppressed: [], unchecked: [] })
  expect(report.checked.map(({ what }) => what)).toEqual(ids)
  expect(report.checked.every(({ count }) => count > 0)).toBe(true)
  expect(load).toMatchObject({ sent: 2, behind: 0, refused: new Map() })
})

test('duties have ids of their own, need what comes before them, and cite what there is', () => {
  expect(new Set(ids).size).toBe(ids.length)
  const late = duties.flatMap(({ id, needs }, at) =>
    needs.filter((need) => !ids.slice(0, at).includes(need)).map((need) => `${id}: ${need}`),
  )
  expect(late).toEqual([])
  expect(duties.map(({ sources }) => addressOf(sources[0])).every((address) => address.length > 10)).toBe(true)
  expect(JSON.parse(JSON.stringify(duties))).toEqual(duties)
})

test('two drives with one seed send the same bytes, with another seed others; whatever else is tried', async () => {
  const sentWith = async (seed: string, some = duties): Promise<string[]> => {
    const sent: string[] = []
    const note =
      (carry: Carry): Carry =>
      (wanted: Wanted): Promise<Answer> => {
        sent.push(JSON.stringify(wanted))
        return carry(wanted)
      }
    await driveParts({}, { seed, duties: some }, note)
    return sent
  }
  const all = await sentWith('one')
  expect(await sentWith('one')).toEqual(all)
  expect(await sentWith('two')).not.toEqual(all)
  const alone = await sentWith(
    'one',
    duties.filter(({ id }) => id === 'batch-taken'),
  )
  expect(alone.every((wanted) => all.includes(wanted))).toBe(true)
})

test('what needs a broken duty is not tried, and says so', async () => {
  const { report } = await driveParts({ isSigned: () => false })
  expect(report.findings).toMatchObject([
    {
      rule: 'signature-good',
      severity: 'error',
      side: 'receiver',
      where: 'POST messages statuses',
      problem: 'HTTP 401 where 2xx is owed',
    },
  ])
  expect(report.unchecked).toContainEqual({ what: 'signature-wrong', why: 'it needs signature-good, which is broken' })
  expect(report.unchecked).toContainEqual({
    what: 'signature-missing',
    why: 'it needs signature-wrong, which is not tried',
  })
  expect(report.checked.length + report.unchecked.length).toBe(duties.length)
})

test('a duty that is skipped is told with its reason, and what needs it is tried', async () => {
  const skipped = new Map([['signature-wrong', 'a gateway checks it']])
  const { report } = await driveParts({}, { skipped })
  expect(report.unchecked).toEqual([{ what: 'signature-wrong', why: 'a gateway checks it' }])
  expect(report.checked.map(({ what }) => what)).toContain('signature-missing')
})

test('a receiver that is gone for good is told once, and the rest is not checked', async () => {
  const { report } = await driveParts({ read: (_, { crash }) => void crash() })
  expect(rulesOf({ report })).toEqual(['answers-in-time'])
  expect(report.unchecked.at(-1)).toEqual({
    what: 'load-tail',
    why: 'nobody answered any more after answers-in-time',
  })
})

test('a receiver that is started again is driven on', async () => {
  let lost = 0
  const restarted =
    (carry: Carry): Carry =>
    (wanted) => {
      if (wanted.body === 'hello') lost = 3
      lost -= 1
      return lost >= 0 && wanted.body !== 'hello' ? Promise.resolve(UNREACHABLE) : carry(wanted)
    }
  const driven = await driveParts({}, {}, restarted)
  expect(rulesOf(driven)).toEqual(['not-json-survived'])
  expect(driven.report.checked.map(({ what }) => what)).toContain('odd-shape-survived')
})

const UNREACHABLE: Answer = { status: 0, body: '', type: '', took: 0, failure: 'unreachable', reason: 'ECONNREFUSED' }

test('an address where nobody listens is told', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const bench = benchFor(new URL(`http://127.0.0.1:${port}/`), stillClock())
  onTestFinished(bench.close)
  await expect(driveReceiver({ ...usual, title: 'http://here/' }, bench)).rejects.toThrow(
    'nobody answers at http://here/ (ECONNREFUSED)',
  )
})

test('effects that cannot be counted are not checked', async () => {
  const bench: Bench = {
    carry: () => Promise.resolve({ status: 200, body: '', type: '', took: 0 }),
    letGo: () => undefined,
    hmac: (algorithm, secret, body) => createHmac(algorithm, secret).update(body).digest('hex'),
    ...stillClock(),
  }
  const some = duties.filter(({ id }) => id.endsWith('-counted'))
  const bare = await driveReceiver({ ...usual, duties: some }, bench)
  expect(bare.report.unchecked.map(({ what }) => what)).toEqual(['repeat-counted', 'batch-counted'])
  const stuck = await driveReceiver({ ...usual, duties: some }, { ...bench, count: () => Promise.resolve(7) })
  expect(stuck.report.findings).toEqual([])
  expect(stuck.report.unchecked[0]?.why).toContain('another --seed')
})

test('a load that this machine cannot send is not judged, but what was refused is', async () => {
  const clock = stillClock()
  const slowly = (status: number) => (): Promise<Answer> => {
    clock.advance(10)
    return Promise.resolve({ status, body: '', type: '', took: 900 })
  }
  const bench = (status: number): Bench => ({ ...clock, carry: slowly(status), letGo: () => undefined, hmac: () => '' })
  const some = duties.filter(({ id }) => id.startsWith('load-'))
  const taken = await driveReceiver({ ...usual, duties: some }, bench(200))
  expect(taken.report.findings).toEqual([])
  expect(taken.report.unchecked.map(({ why }) => why)).toEqual([
    'this machine sent only 100 of 1000 a second: drive it from another, or try a lower --rate',
    ...Array(2).fill('this machine fell 1791 ms behind while it sent: drive it from another, or try a lower --rate'),
  ])
  const refused = await driveReceiver({ ...usual, duties: some }, bench(503))
  expect(refused.report.findings.map(({ problem }) => problem)).toEqual(['200 of 200 were not taken: 200 HTTP 503'])
})

test('no report has a secret, a token or the whole number of a person, whatever a receiver echoes', async () => {
  const person = '14165550123'
  const { report } = await driveParts({
    handshake: () => ({ status: 200, body: `${SECRET} ${TOKEN} ${person}` }),
  })
  const text = JSON.stringify(report)
  for (const hidden of [SECRET, TOKEN, person]) expect(text).not.toContain(hidden)
  expect(text).toContain('(secret) (secret) 1416')
})

test('the query of the callback stays, and handshakes have what Meta sends', async () => {
  const queries: string[] = []
  await driveServer(
    {
      handshake: (asked) => {
        queries.push(String(asked.query))
        return healthy.handshake(asked)
      },
    },
    undefined,
    { duties: duties.filter(({ id }) => id === 'handshake-echoes') },
  )
  expect(queries[1]).toMatch(
    new RegExp(`^kept=1&hub\\.mode=subscribe&hub\\.challenge=1\\d{9}&hub\\.verify_token=${TOKEN}$`),
  )
})
