import { expect, test } from 'vitest'
import { type Archive, type Recording, withRecordings } from '../../emulator/verify/recordings.ts'
import { verify } from '../../emulator/verify/verify.ts'
import { need } from '../kit.ts'
import { type Deviation, fakeGraph, options } from './fake-graph.ts'

const DAY = '2026-03-02'

/** An archive in memory, by way of JSON as files are. */
function archive(): Archive & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    read: (name) => (kept.has(name) ? (JSON.parse(need(kept.get(name))) as Recording) : undefined),
    write: (name, recording) => void kept.set(name, JSON.stringify(recording)),
  }
}

const run = (into: Archive, deviates?: Deviation, renew = false, day = DAY) =>
  verify(fakeGraph(deviates), { ...options, compare: [withRecordings(into, day, 'v24.0', renew)] })

const more: Deviation = ({ path, reply, status }) =>
  path.endsWith('/settings') && status === 200 ? { reply: { ...reply, novel: true } } : undefined

test('answers are kept once, and a later run tells what differs from them', { timeout: 30_000 }, async () => {
  const into = archive()
  await run(into)
  expect(into.kept.size).toBeGreaterThan(60)
  const first = [...into.kept]
  expect((await run(into, undefined, false, '2026-04-01')).findings).toEqual([])
  const { findings } = await run(into, more, false, '2026-04-01')
  const told = findings.filter(({ rule }) => rule === 'recording-is-alike')
  expect(told).toMatchObject([
    {
      contract: 'getPhoneNumberSettings',
      side: 'server',
      problem: "'novel' came, which the recording of 2026-03-02 does not have",
    },
  ])
  expect([...into.kept]).toEqual(first)
  expect((await run(into, more, true)).findings.some(({ rule }) => rule === 'recording-is-alike')).toBe(false)
  expect(need(into.kept.get('getPhoneNumberSettings'))).toContain('novel')
})

test('what is kept has no token, id, number or text of anybody', async () => {
  const into = archive()
  await run(into)
  const graph = fakeGraph()
  const all = [...into.kept.values()].join('\n')
  const own = ['Juniper', 'Harbour', '416-555', 'spring', 'bread', ...graph.secrets_, ...Object.values(graph.names)]
  expect(own.filter((text) => all.includes(text))).toEqual([])
  expect(all).not.toMatch(/\d{4}-\d{2}-\d{2}T/)
  expect(JSON.parse(need(into.kept.get('getWhatsAppBusinessAccountPhoneNumbers')))).toMatchObject({
    day: DAY,
    call: 'GET /{waba}/phone_numbers',
    status: 200,
    reply: { data: [{ id: '{phone}', quality_rating: 'GREEN', verified_name: '(text)' }] },
  })
})

test('a status and an error that are others than those of the recording are found', async () => {
  const into = archive()
  await run(into)
  const { findings } = await run(into, ({ reply }) =>
    reply.error?.code === 190 ? { reply: { error: { ...reply.error, code: 102 } } } : undefined,
  )
  expect(findings.map(({ problem }) => problem)).toContain(
    'token that is none: code 102 came; it is 190 with the recording of 2026-03-02',
  )
})
