import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { exchangesOf, findingsOf } from '../../emulator/check/judged.ts'
import { callerIn } from '../../emulator/check/preload/caller.ts'
import { isMeta, isRedirected } from '../../emulator/check/preload/hosts.ts'
import { clientFile, GOOD, run, runCode } from './place.ts'

describe('what is meant for Graph', () => {
  test('comes to the emulator whichever way it is sent, threads of a client too', async () => {
    const { ending, stdout, stderr, worlds } = await run('ways.mjs')
    expect({ ending, stderr }).toEqual({ ending: GOOD, stderr: '' })
    expect(stdout.match(/^ok /gm)).toHaveLength(9)
    expect(stdout).not.toContain('wrong')
    expect(worlds.flatMap(exchangesOf)).toHaveLength(9)
  })

  test('comes from published clients as they are, which follow pages to the addresses that Meta would give', async () => {
    const { ending, stdout, told, worlds } = await run('published.mjs')
    expect(ending).toEqual(GOOD)
    const id = 'wamid\\.[\\w+/]+=*'
    expect(stdout).toMatch(new RegExp(`^@kapso/whatsapp-cloud-api: ${id}$`, 'm'))
    expect(stdout).toMatch(new RegExp(`^@great-detail/whatsapp: ${id}$`, 'm'))
    expect(stdout).toMatch(new RegExp(`^whatsapp-api-js: ${id}$`, 'm'))
    expect(stdout).toContain('\nfacebook-nodejs-business-sdk: spring_sale,birthday_offer\n')
    expect(stdout).toMatch(/^fb: \d{16}$/m)
    expect(stdout).toContain('\nfbgraph: 1 https://graph.facebook.com\n')
    expect(told.filter(({ kind }) => kind === 'escaped')).toEqual([])
    expect(worlds.flatMap(exchangesOf)).toHaveLength(8)
  })

  test('comes from what the command starts, whose options of node stay', async () => {
    const env = { ...process.env, NODE_OPTIONS: '--title=mine --no-deprecation' }
    const { ending, stdout, told } = await run('grandchild.mjs', { env })
    expect(ending).toEqual(GOOD)
    expect(stdout).toMatch(/^sent wamid/)
    expect(told.filter(({ kind }) => kind === 'loaded')).toHaveLength(2)
    const { stdout: title } = await runCode('console.log(process.title, process.noDeprecation)', { env })
    expect(title).toBe('mine true\n')
  })

  test('comes from whoever asks for the address first', async () => {
    const code = `
      import dns from 'node:dns'
      import { lookup, resolve4, resolve6 } from 'node:dns/promises'
      console.log(JSON.stringify([
        await lookup('graph.facebook.com'), await lookup('graph.facebook.com', { all: true }), await resolve4('graph.facebook.com'),
        await resolve6('graph.facebook.com').catch(({ code }) => code),
        await new Promise((done) => dns.lookup('Graph.facebook.com.', (...found) => done(found))),
      ]))`
    const { stdout, stderr } = await runCode(code)
    const loopback = { address: '127.0.0.1', family: 4 }
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([loopback, [loopback], ['127.0.0.1'], 'ENODATA', [null, '127.0.0.1', 4]])
  })

  test('is asked of no proxy', async () => {
    const env = { ...process.env, NO_PROXY: 'intern.example' }
    const { stdout } = await runCode('console.log(process.env.NO_PROXY, process.env.no_proxy)', { env })
    const [upper, lower] = stdout.trim().split(' ')
    expect(upper).toMatch(/^intern\.example,127\.0\.0\.1,localhost,\.facebook\.com,/)
    expect(lower).toBe(upper)
  })
})

describe('what is meant for other hosts of Meta', () => {
  test('is refused and told with who did it, also where the client swallows it and ends at once', async () => {
    const result = await run('swallows.mjs')
    expect(result.ending).toEqual(GOOD)
    const findings = findingsOf(result).map(({ severity, where, problem }) => [severity, where, problem.split(':')[0]])
    const by = 'test/check/clients/swallows.mjs'
    expect(findings).toEqual([
      ['error', 'www.facebook.com', by],
      ['error', 'rupload.facebook.com', by],
      ['note', 'scontent.whatsapp.net', by],
      ['error', 'graph.instagram.com', by],
    ])
  })

  test.each([
    ['TLS by hand', `tls.connect(443, 'web.whatsapp.com')`, 'web.whatsapp.com'],
    ['a plain socket', `net.connect({ host: 'static.xx.fbcdn.net', port: 80 })`, 'static.xx.fbcdn.net'],
    [
      'TLS in a socket',
      `tls.connect({ socket: new net.Socket(), servername: 'graph.facebook.com' })`,
      'graph.facebook.com',
    ],
    ['HTTP/2', `http2.connect('https://graph.facebook.com')`, 'graph.facebook.com'],
  ])('is refused as %s', async (_, call, host) => {
    const imports = `import net from 'node:net'; import tls from 'node:tls'; import http2 from 'node:http2';`
    const { told } = await runCode(
      `${imports}${call}.on('error', ({ code }) => console.log(code)).on('connect', () => {})`,
    )
    expect(told.filter(({ kind }) => kind === 'escaped')).toMatchObject([{ host }])
  })

  test('is refused with an error that says by whom', async () => {
    const code = `import https from 'node:https'; https.get('https://www.whatsapp.com').on('error', (error) => console.log(error.code, error.message))`
    const { stdout } = await runCode(code)
    expect(stdout).toBe(
      'EMMGRAPH mmgraph refused a connection to www.whatsapp.com: a command under mmgraph check reaches nobody at Meta\n',
    )
  })
})

test('all other hosts are left alone', async () => {
  const code = `
    import http from 'node:http'
    const server = http.createServer((_, answer) => answer.end('mine')).listen(0, '127.0.0.1', async () => {
      console.log(await (await fetch('http://127.0.0.1:' + server.address().port)).text())
      console.log(await (await fetch('http://localhost:' + server.address().port)).text())
      server.close()
    })`
  expect((await runCode(code)).stdout).toBe('mine\nmine\n')
})

test('the redirection does nothing in a node that is under no check', async () => {
  const { MMGRAPH_CHECK: _, ...env } = process.env
  const redirect = new URL('../../dist/emulator/check/preload/redirect.js', import.meta.url).href
  const code = 'console.log(fetch.name, require("node:net").Socket.prototype.connect.length)'
  const plain = await promisify(execFile)(process.execPath, ['-e', code], { env })
  const loaded = await promisify(execFile)(process.execPath, ['--import', redirect, '-e', code], { env })
  expect(loaded).toEqual(plain)
})

test.each([
  ['graph.facebook.com', true, true],
  ['GRAPH.facebook.com.', true, true],
  ['graph-video.facebook.com', true, true],
  ['lookaside.fbsbx.com', true, true],
  ['rupload.facebook.com', true, false],
  ['facebook.com', true, false],
  ['notfacebook.com', false, false],
  ['facebook.com.example', false, false],
  ['127.0.0.1', false, false],
])('%s: Meta %s, redirected %s', (host, meta, redirected) => {
  expect([isMeta(host), isRedirected(host)]).toEqual([meta, redirected])
})

test('who called is the package of the first frame that is not node, or its file', () => {
  const send = clientFile('send.mjs')
  const app = `    at main (${pathToFileURL(send).href}:12:3)`
  const frames = (...lines: string[]): string =>
    ['Error: x', '    at node:internal/process:1:1', ...lines, app].join('\n')
  const [module] = /^.*\//.exec(send) ?? []
  expect(callerIn(frames())).toBe('test/check/clients/send.mjs:12')
  expect(callerIn(frames(`    at f (${module}node_modules/@scope/name/dist/a.js:1:2)`))).toBe('@scope/name')
  expect(callerIn(frames(`    at async /app/node_modules/a/node_modules/axios/lib/a.js:1:2`))).toBe('axios')
  expect(callerIn('Error: x\n    at node:internal/a:1:1')).toBe('a module that its stack does not tell')
})
