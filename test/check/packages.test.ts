import { expect, test } from 'vitest'
import { exchangesOf, findingsOf } from '../../emulator/check/judged.ts'
import { placedHere } from '../../emulator/check/places.ts'
import { GOOD, run, runCode } from './place.ts'

/** How many ways packages.mjs has. */
const WAYS = 19

test('clients from npm come to the emulator whichever way they call, in a process and a thread of their own', async () => {
  const { ending, stdout, stderr, worlds, told } = await run('packages.mjs')
  expect(stdout.split('\n').filter((line) => !line.startsWith('ok '))).toEqual([''])
  expect({ ending, stderr }).toEqual({ ending: GOOD, stderr: '' })
  expect(stdout.match(/^ok /gm)).toHaveLength(2 * WAYS)
  expect(worlds.flatMap(exchangesOf)).toHaveLength(2 * WAYS)
  expect(told.filter(({ kind }) => kind === 'escaped')).toEqual([])
  const places = told.flatMap((row) => (row.kind === 'called' ? [placedHere(row.place).file] : []))
  expect(new Set(places)).toEqual(new Set(['test/check/clients/packages.mjs']))
  expect(places.length).toBeGreaterThan(WAYS)
})

test.each([
  [
    'an agent of undici',
    'undici',
    `import { Agent, request } from 'undici'; const call = (url) => request(url, { dispatcher: new Agent() })`,
  ],
  ['fetch of undici', 'undici', `import { fetch as call } from 'undici'`],
  ['axios', 'follow-redirects', `import axios from 'axios'; const call = (url) => axios.get(url)`],
  ['node-fetch', 'node-fetch', `import call from 'node-fetch'`],
])('what %s sends to another host of Meta is refused, with who sent it', async (_, by, imports) => {
  const { stdout, told, ...run } = await runCode(
    `${imports}; await call('https://www.facebook.com/x').catch((error) => console.log((error.cause ?? error).code))`,
  )
  expect(stdout).toBe('EMMGRAPH\n')
  expect(findingsOf({ ...run, stdout, told })).toMatchObject([
    {
      rule: 'escaped-call',
      where: 'www.facebook.com',
      problem: expect.stringMatching(new RegExp(`^${by} tried `)),
    },
  ])
})

test('undici through a proxy that it is told of is refused: TLS in it would leave', async () => {
  const { stdout, told } = await runCode(`
    import http from 'node:http'
    import { ProxyAgent, request } from 'undici'
    const proxy = http.createServer().on('connect', (_, socket) => socket.write('HTTP/1.1 200 OK\\r\\n\\r\\n')).listen(0, '127.0.0.1')
    await new Promise((done) => proxy.once('listening', done))
    const dispatcher = new ProxyAgent('http://127.0.0.1:' + proxy.address().port)
    await request('https://graph.facebook.com/v24.0/1', { dispatcher }).catch((error) => console.log(error.code))
    process.exit()`)
  expect(stdout).toBe('EMMGRAPH\n')
  expect(told.filter(({ kind }) => kind === 'escaped')).toMatchObject([{ host: 'graph.facebook.com' }])
})
