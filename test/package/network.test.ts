import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { root } from './project.ts'

const run = promisify(execFile)
const main = join(root, 'dist/emulator/cli/main.js')

/**
 * Loaded before all else, in each process: what goes to node's sockets and resolvers beyond this machine is written down
 * and refused. fetch, http and https come to net.connect, too; dgram is all that does not.
 */
const WATCH = `
import { appendFileSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
const require = createRequire(import.meta.url)
const [net, dns, dgram] = ['net', 'dns', 'dgram'].map(require)
const HERE = /^(127\\..*|::1|localhost|::ffff:127\\..*)?$/
const tell = (what) => { appendFileSync(process.env.WATCHED, what + '\\n'); throw new Error('no network: ' + what) }
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args
  const host = typeof first === 'object' ? first.host : args[1]
  if (!HERE.test(typeof host === 'string' ? host : '')) tell('connect ' + host)
  return connect.apply(this, args)
}
for (const module of [dns, dns.promises]) for (const name of Object.keys(module)) {
  if (!/^(lookup|lookupService|resolve\\w*|reverse)$/.test(name)) continue
  const before = module[name]
  module[name] = (host, ...rest) => (HERE.test(host) ? before(host, ...rest) : tell(name + ' ' + host))
}
dgram.createSocket = () => tell('udp')
syncBuiltinESMExports()
appendFileSync(process.env.WATCHED, 'watching ' + process.argv[2] + '\\n')
`

/** A process that is watched, with what it tried; node's options reach the processes that it starts. */
function watched() {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [preload, log] = ['watch.mjs', 'log'].map((name) => join(folder, name)) as [string, string]
  writeFileSync(preload, WATCH)
  const env = { ...process.env, WATCHED: log, NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` }
  return { folder, env, tried: () => readFileSync(log, 'utf8').trim().split('\n') }
}

describe('no network beyond what is asked', () => {
  test('the watch sees fetch, http and a name that is resolved', async () => {
    const { env, tried } = watched()
    const text = `
      const no = () => {}
      await fetch('http://192.0.2.1/').catch(no)
      await fetch('http://telemetry.example/').catch(no)
      await import('node:dns').then((dns) => dns.promises.resolve4('updates.example')).catch(no)
      try { (await import('node:https')).get('https://192.0.2.2/').on('error', no) } catch {}`
    await run(process.execPath, ['--input-type=module', '-e', text], { env }).catch(() => undefined)
    expect(tried().slice(1)).toEqual([
      'connect 192.0.2.1',
      expect.stringMatching(/telemetry\.example$/),
      'resolve4 updates.example',
      'connect 192.0.2.2',
    ])
  })

  test('a server that starts, is called, and sends, reaches nobody; nor does it when a callback is refused', async () => {
    const { env, tried } = watched()
    const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout, 'data')
    const { url, worlds } = JSON.parse(String(line))
    const { names, tokens, people } = worlds[1]
    const post = async (path: string, token: string, body: object) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      return (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const subscription = { object: 'whatsapp_business_account', fields: 'messages', verify_token: 'x' }
    const refused = await post(`/v24.0/${names.app}/subscriptions`, tokens.app, {
      ...subscription,
      callback_url: 'https://partner.example/webhooks',
    })
    expect(JSON.stringify(refused)).toMatch(/error/)
    const template = { name: 'spring_sale', language: { code: 'en_US' } }
    const message = { messaging_product: 'whatsapp', to: `+${people.recipient}`, type: 'template', template }
    const sent = await post(`/v24.0/${names.phone}/marketing_messages`, tokens.client_business, message)
    expect(sent).toMatchObject({ messages: [{ message_status: 'accepted' }] })
    await fetch(`${url}/_mmgraph/worlds/ready-to-send/clock`, { method: 'POST', body: '{"advance": "30d"}' })
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(tried()).toEqual(['watching serve'])
  })

  test('play, check, openapi and help reach nobody', async () => {
    const { env, folder, tried } = watched()
    const commands = [
      ['play', join(root, 'scenarios/onboarding')],
      ['check', '--', process.execPath, '-e', "fetch(process.env.MMGRAPH_URL + '/v24.0/me')"],
      ['openapi'],
      ['--help'],
    ]
    const done = commands.map((args) =>
      run(process.execPath, [main, ...args], { env, cwd: folder, maxBuffer: 1e8 }).then(
        () => 0,
        ({ code }: { code: number }) => code,
      ),
    )
    // The call of check has no token, which is a finding.
    expect(await Promise.all(done)).toEqual([0, expect.any(Number), 0, 0])
    expect(tried().filter((line) => !line.startsWith('watching '))).toEqual([])
    expect(tried().length).toBeGreaterThanOrEqual(commands.length)
  })
})
