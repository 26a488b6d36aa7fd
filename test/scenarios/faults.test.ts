import { readdirSync, readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import type { Later } from '../../emulator/faulty-answer.ts'
import { listen } from '../../emulator/server.ts'
import { httpTransport, type Transport } from '../../emulator/webhooks/transport.ts'
import { play, type Target } from '../../scenarios/play.ts'
import { type Files, readScenario } from '../../scenarios/read.ts'
import { verdictOf } from '../../scenarios/result.ts'
import { receive } from '../kit.ts'

const folder = new URL('../../scenarios/faults/', import.meta.url)
const files: Files = { read: (path) => readFileSync(new URL(path, folder), 'utf8'), resolve: (_, path) => path }
const names = readdirSync(folder)

const atOnce: Later = (then) => {
  setImmediate(then)
  return () => undefined
}

const nobody: Transport = ({ url, method }) => {
  const challenge = method === 'GET' ? (new URL(url).searchParams.get('hub.challenge') ?? '') : ''
  return Promise.resolve({ status: 200, statusText: 'OK', body: challenge })
}

function inProcess(): Target {
  const emulator = createEmulator({ transport: nobody, later: atOnce })
  onTestFinished(() => emulator.close())
  const url = 'http://127.0.0.1'
  return {
    url,
    fetch: async (address, init) => emulator.fetch(new Request(address, init)),
    callback: `${url}/webhooks`,
  }
}

async function served(): Promise<Target> {
  const { url, close } = await listen(createEmulator({ transport: httpTransport, later: atOnce }), 0, '127.0.0.1')
  onTestFinished(close)
  return { url, fetch, callback: (await receive('scenario')).url }
}

test('there is one of each kind', () => {
  const kinds = ['drop-after', 'drop-before', 'error', 'latency', 'page', 'truncate']
  const ofWebhooks = ['webhooks-delayed', 'webhooks-disordered', 'webhooks-duplicated']
  expect(names.sort()).toEqual([...kinds, ...ofWebhooks].map((name) => `${name}.yaml`))
})

test.each(names)('%s passes in this process', async (name) => {
  const played = await play(readScenario(name, files), 'one', inProcess())
  expect({ verdict: verdictOf(played), steps: played.steps }).toEqual({ verdict: 'ok', steps: expect.any(Array) })
})

test.each(names)('%s passes over a socket', async (name) => {
  const played = await play(readScenario(name, files), 'one', await served())
  expect({ verdict: verdictOf(played), steps: played.steps }).toEqual({ verdict: 'ok', steps: expect.any(Array) })
})

/** A scenario of one step, in YAML. */
const withStep = (step: string) => `title: x\nworld: ready-to-send\nsteps:\n  - ${step}\n`
const read = (step: string) => readScenario('a.yaml', { ...files, read: () => withStep(step) })
const get = 'call: "GET /{phone}", as: partner_system_user'

test.each([
  ['fault: { }', /^a\.yaml:4:12: a fault needs one of error, latency, drop, truncate, page, webhooks$/],
  ['fault: { page: 502, drop: after }', /^a\.yaml:4:20: page: a fault does one thing, and this one has drop already$/],
  ['fault: { latncy: 5s }', /^a\.yaml:4:14: 'latncy' is no key here; did you mean latency\?$/],
  [
    'fault: { error: service_unavailble }',
    /'service_unavailble' is no error of the catalogue; did you mean service_unavailable\?$/,
  ],
  [
    'fault: { page: 502, operation: sendMesage }',
    /^a\.yaml:4:36: 'sendMesage' is no operation; did you mean sendMessage\?$/,
  ],
  [
    'fault: { webhooks: delayed, by: 1m, field: mesages }',
    /'mesages' is no field of a webhook; did you mean messages\?$/,
  ],
  ['fault: { latency: 2m }', /^a\.yaml:4:23: latency: '2m' is not 1ms to 60s of real time, like 250ms$/],
  ['fault: { latency: 5 }', /^a\.yaml:4:23: latency must be a duration in quotes, 1ms to 60s of real time; found 5$/],
  ['fault: { drop: sometimes }', /^a\.yaml:4:20: drop must be one of before, after; found "sometimes"$/],
  ['fault: { page: 500 }', /^a\.yaml:4:20: page must be one of 502, 503, 504; found 500$/],
  ['fault: { truncate: true, times: 0 }', /times must be >= 1; found 0$/],
  ['fault: { webhooks: delayed }', /^a\.yaml:4:12: by: webhooks that are delayed need it, like 10m$/],
  ['fault: { error: feature_missing }', /params\.permission: the message of feature_missing needs it$/],
  [`{ ${get}, expect: { answer: lost } }`, /answer must be one of none, cut; found "lost"$/],
  [`{ ${get}, expect: { answer: none, status: 200 } }`, /: status cannot be known where the answer is none$/],
  [`{ ${get}, expect: { answer: cut, reply: {} } }`, /: reply cannot be known where the answer is cut$/],
  ['{ happens: x, expect: { answer: none } }', /: answer is not for a happening$/],
])('a step that says %s is refused', (step, message) => {
  expect(() => read(step)).toThrow(message)
})

test('what is recalled is looked at when it is played', async () => {
  expect(() => read('fault: { latency: "{long}", operation: "{which}" }')).not.toThrow()
  const played = await play(read(`{ fault: { page: 502, phone: "{template}" }, ${get} }`), 'one', inProcess())
  expect(played.steps[0]?.outcome).toMatchObject({ status: 'FAIL', why: /^phone: '\d+' is no phone number/ })
})

test.each([
  ['fault: { drop: after }', {}, 'fetch failed: other side closed', 'whole', 'none'],
  ['fault: { truncate: true }', {}, 'terminated: other side closed', 'whole', 'cut'],
  ['fault: { truncate: true }', { answer: 'none' }, 'terminated: other side closed', 'none', 'cut'],
  ['fault: { latency: 1s }', { answer: 'cut' }, 'the call was answered whole', 'cut', 'whole'],
])('a call that meets %s and expects %j fails', async (fault, expected, why, wanted, actual) => {
  const step = `{ ${fault}, ${get}, expect: ${JSON.stringify(expected)} }`
  const played = await play(read(step), 'one', inProcess())
  expect(played.steps[0]?.outcome).toMatchObject({
    status: 'FAIL',
    why,
    differences: [{ where: 'answer', expected: wanted, actual }],
    curl: expect.stringContaining('curl -X GET'),
  })
})

test('a step without a sentence is told by what goes wrong', async () => {
  const steps = ['fault: { webhooks: delayed, by: 1m }', 'fault: { truncate: true }', 'fault: { page: 504 }']
  const told = await Promise.all(steps.map(async (step) => (await play(read(step), 'one', inProcess())).steps[0]?.say))
  expect(told).toEqual(['the fault webhooks delayed', 'the fault truncate', 'the fault page 504'])
})
