import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clientFile } from '../check/place.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

interface Done {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function check(args: readonly string[], { env = {}, config }: { env?: object; config?: object } = {}): Promise<Done> {
  const cwd = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  if (config) writeFileSync(join(cwd, 'mmgraph.config.json'), JSON.stringify(config))
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env } }
    execFile(process.execPath, [main, 'check', ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

const node = (client: string, ...args: string[]): string[] => ['--', process.execPath, clientFile(client), ...args]

// Each starts a command line, an emulator and a command: seconds where a machine has much else to do.
describe('mmgraph check', { timeout: 30_000 }, () => {
  test('ends with 0 where nothing is found, after what the command says itself', async () => {
    const { code, stdout, stderr } = await check(node('send.mjs'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^sent wamid\n?\.\n\n\S+ \S+send\.mjs\n/)
    expect(stdout).toMatch(/\nno findings\n$/)
  })

  test('ends with 1 where something is found, unless it is of less severity than --fail-on, or suppressed', async () => {
    const found = await check(node('swallows.mjs'))
    expect(found.code).toBe(1)
    expect(found.stdout).toContain('\nerror  escaped-call  A call left for Meta\n    www.facebook.com: ')
    expect(found.stdout).toMatch(/\n4 findings: 3 errors, 1 note\n$/)
    const suppress = [{ rule: 'escaped-call', reason: 'it is known' }]
    const hidden = await check(node('swallows.mjs'), { config: { suppress } })
    expect(hidden.code).toBe(0)
    expect(hidden.stdout).toContain('\n    escaped-call, www.facebook.com: it is known\n')
    const reading = ['--rulings', 'message-status-presence', ...node('strict-reading.mjs')]
    expect((await check(['--fail-on', 'error', ...reading])).code).toBe(0)
  })

  test('ends with 2 where the command fails, with its own code, and tries no rulings and no tour', async () => {
    const { code, stdout } = await check(['--tour', ...node('send.mjs')], {
      env: { TOKEN: `EAAGplanted${'x'.repeat(60)}` },
    })
    expect(code).toBe(2)
    expect(stdout).toMatch(/\nerror {2}foreign-token {2}.*\n {4}POST \/v24\.0\//)
    expect(stdout).toContain('\n    --tour: the command fails already without it\n')
    expect(stdout).toMatch(/send\.mjs failed: exit code 1\n/)
    expect(stdout).not.toContain('planted')
  })

  test('tells nobody what secrets and numbers the command was given, in no report and no file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const secret = 'planted-secret-of-the-app'
    const planted = ['0123456789abcdef0123456789abcdef', '+14165559876', '14165559875', `EAAG${'planted'.repeat(6)}`]
    const files = ['k.json', 'r.sarif', 'r.xml', 'r.html'].map((name) => join(folder, name))
    const [kept = '', sarif = '', junit = '', html = ''] = files
    const reports = ['--keep', kept, '--sarif', sarif, '--junit', junit, '--html', html]
    const { code, stdout, stderr } = await check([
      ...reports,
      ...['--tour', '--only-errors', 'token_expired'],
      ...node('send.mjs', `--app-secret=${secret}`, ...planted),
    ])
    expect(code).toBe(1)
    const texts = [stdout, stderr, ...files.map((file) => readFileSync(file, 'utf8'))]
    for (const text of texts) for (const one of [...planted, secret]) expect(text).not.toContain(one)
    for (const text of texts.filter((_, at) => at !== 1)) expect(text).toContain('send.mjs')
  })

  test('ends with 2 where there is no such command', async () => {
    const { code, stdout } = await check(['--', 'no-such-program-here'])
    expect(code).toBe(2)
    expect(stdout).toContain('no-such-program-here failed: there is no such program\n')
  })

  test('ends with 3 where nothing was called, and says what to do', async () => {
    const { code, stdout } = await check(['--', process.execPath, '-e', '0'])
    expect(code).toBe(3)
    expect(stdout).toContain('\nNothing was called. ')
    expect(stdout).toContain('MMGRAPH_URL')
  })

  test.each([
    [['--tuor', '--', 'x'], 'Did you mean --tour?'],
    [[], "missing required argument 'command'"],
    [
      ['--tour', '--only-errors', 'template_pused', '--', 'x'],
      "--only-errors: 'template_pused' is none; did you mean template_paused?",
    ],
    [['--rulings', 'order-of-send-check', '--', 'x'], 'did you mean order-of-send-checks?'],
    [['--world', 'redy-to-send', '--', 'x'], 'no shipped world has this name'],
    [['--config', 'no.json', '--', 'x'], 'no.json: cannot be read: ENOENT'],
  ])('ends with 64 for %j', async (args, says) => {
    const { code, stdout, stderr } = await check(args)
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('takes worlds, rulings and names of variables from its config file', async () => {
    const env = {
      GRAPH: '{url}',
      WHATSAPP_TOKEN: '{partner_system_user_token}',
      WHO: '{ready-to-send/client_business_token}',
    }
    const config = {
      worlds: ['partner-with-obo-client', 'ready-to-send'],
      rulings: { 'token-error-status': '400' },
      env,
    }
    const code = `
      const { GRAPH, WHATSAPP_TOKEN, WHO } = process.env
      for (const token of [WHATSAPP_TOKEN, WHO, 'none']) {
        const answer = await fetch(GRAPH + '/v24.0/me?access_token=' + token)
        console.log(answer.status, answer.headers.get('x-mmgraph-world'))
      }`
    const { stdout } = await check(['--', process.execPath, '--input-type=module', '-e', code], { config })
    expect(stdout).toMatch(/^200 partner-with-obo-client\n200 ready-to-send\n400 partner-with-obo-client\n/)
  })

  test('says which errors of a tour it left out, and shows the rest in a table', async () => {
    const { code, stdout } = await check(['--tour', '--most', '2', '--jobs', '2', ...node('retries.mjs', 'again')])
    expect(code).toBe(0)
    expect(stdout).toContain('\nsendMessage  service_unavailable  handled\nsendMessage  unknown_error        handled\n')
    expect(stdout).toMatch(/\n {4}\d+ errors of the tour: --most 2 left them out\n/)
  })

  test('reports as other programs want it, and leaves stdout to them', async () => {
    const files = ['--junit', 'out/j.xml', '--sarif', 'out/s.sarif', '--html', 'out/p.html']
    const { code, stdout, stderr } = await check(['--json', ...files, ...node('swallows.mjs')])
    expect(code).toBe(1)
    const { command, findings } = JSON.parse(stdout)
    expect(command).toBe('mmgraph check')
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(Array(4).fill('escaped-call'))
    expect(stderr).not.toContain('escaped-call')
    const broken = await check(['--html', '/dev/null/p.html', ...node('send.mjs')])
    expect(broken).toMatchObject({ code: 64, stderr: expect.stringContaining('--html: /dev/null/p.html cannot be') })
  })

  test('keeps what the client sends and reads, for upgrade, without its tokens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'kept', 'client.json')
    const code = `
      const { MMGRAPH_URL: url, MMGRAPH_WABA_ID: waba, MMGRAPH_CLIENT_BUSINESS_TOKEN: token } = process.env
      const answer = await fetch(url + '/v23.0/' + waba + '?fields=name,marketing_messages_lite_api_status', { headers: { authorization: 'Bearer ' + token } })
      const { name } = await answer.json()
      if (!name) process.exit(1)`
    const kept = await check(['--keep', file, '--', process.execPath, '--input-type=module', '-e', code])
    expect(kept.code).toBe(1)
    expect(kept.stdout).toContain('\nwarning  field-gone  ')
    const text = readFileSync(file, 'utf8')
    expect(text).not.toMatch(/EAAMMGRAPH/)
    const [call] = JSON.parse(text).calls
    expect(call).toMatchObject({ operation: 'getWhatsAppBusinessAccountDetails', version: 'v23.0' })
    expect(JSON.stringify(call)).toContain('/name')
    const upgraded = await new Promise<{ code: number; stdout: string }>((resolve) =>
      execFile(process.execPath, [main, 'upgrade', file, '--to', 'v25.0'], (error, stdout) =>
        resolve({ code: Number(error?.code ?? 0), stdout }),
      ),
    )
    expect(upgraded.code).toBe(1)
    expect(upgraded.stdout).toContain('marketing_messages_lite_api_status')
  })

  test('ends its command with itself when a signal comes', async () => {
    const code =
      'fetch("https://graph.facebook.com/v24.0/me").then(() => console.log(process.pid)); setInterval(() => 0, 1000)'
    const child = spawn(process.execPath, [main, 'check', '--', process.execPath, '-e', code], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [said] = await once(child.stdout, 'data')
    child.kill('SIGTERM')
    const [exit] = await once(child, 'exit')
    expect(exit).toBe(143)
    expect(() => process.kill(Number(said), 0)).toThrow('ESRCH')
  })
})
