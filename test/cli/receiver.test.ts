import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { duties } from '../../contracts/duties.ts'
import { need } from '../kit.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
const example = fileURLToPath(new URL('../../examples/receiver.js', import.meta.url))
const run = promisify(execFile)
const SECRET = 'secret-that-nobody-may-see'
const TOKEN = 'token-that-nobody-may-see'
const SOME = ['--rate', '50', '--seconds', '0.2']

interface Told {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function receiver(args: readonly string[], variables: Record<string, string> = {}): Promise<Told> {
  const env = { ...process.env, MMGRAPH_APP_SECRET: '', MMGRAPH_VERIFY_TOKEN: '', ...variables }
  return run(process.execPath, [main, 'receiver', ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

const known = { MMGRAPH_APP_SECRET: SECRET, MMGRAPH_VERIFY_TOKEN: TOKEN }

/** Starts the example, which prints what it hears to a file. */
async function startExample(file: string): Promise<string> {
  const env = { ...process.env, PORT: '0', MMGRAPH_APP_SECRET: SECRET, VERIFY_TOKEN: TOKEN }
  const out = openSync(file, 'a')
  const child: ChildProcess = spawn(process.execPath, [example], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  const stdout = need(child.stdout ?? undefined)
  const [first] = await once(stdout, 'data')
  stdout.on('data', (part: Buffer) => writeFileSync(out, part))
  return need(/http:\S+/.exec(String(first))?.[0])
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('the example keeps every duty, and what is counted with a command', async () => {
  const file = join(folder(), 'heard')
  writeFileSync(file, '')
  const url = await startExample(file)
  const odd = connect(Number(new URL(url).port), '127.0.0.1')
  odd.write('GET // HTTP/1.1\r\nHost: a\r\n\r\n')
  expect(String((await once(odd, 'data'))[0])).toMatch(/^HTTP\/1\.1 403 /)
  odd.destroy()
  const count = `"${process.execPath}" -e "console.log(fs.readFileSync('${file}', 'utf8').split('\\n').length)"`
  const { code, stdout, stderr } = await receiver([url, '--count', count, ...SOME], known)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(`\nchecked\n    ${duties.length} things, `)
  expect(stdout).toContain('\nno findings\n')
  expect(stdout).toMatch(/^load: 10 at \d+ a second: median [\d.]+ ms, 99 of 100 within [\d.]+ ms, the slowest/m)
  expect(readFileSync(file, 'utf8')).toContain('account_update {"event":"MM_LITE_TERMS_SIGNED"')
}, 60_000)

test('a receiver that takes everything is told what it owes, with a source; the secrets stand nowhere', async () => {
  const server = createServer(
    (request, response) => void request.resume().on('end', () => response.end(`${SECRET} ${TOKEN}`)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks?key=hidden`
  const only = ['--only', 'handshake-echoes,signature-good,signature-wrong,signature-missing']
  const { code, stdout, stderr } = await receiver([url, ...only], known)
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(/\nerror {2}signature-wrong .*\n {4}POST messages statuses: HTTP 200 where a 4xx is owed\n/)
  expect(stdout).toMatch(/https:\/\/developers\.facebook\.com\/.*create-webhook-endpoint/)
  expect(stdout).toContain('\nnot checked\n    signature-missing: it needs signature-wrong, which is broken')
  const json = await receiver([url, ...only, '--json', '--skip', 'signature-missing=later'], known)
  const report = JSON.parse(json.stdout)
  expect(report.unchecked).toEqual([{ what: 'signature-missing', why: 'later' }])
  expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['handshake-echoes', 'signature-wrong'])
  for (const text of [stdout, json.stdout]) {
    for (const hidden of [SECRET, TOKEN, 'key=hidden']) expect(text).not.toContain(hidden)
  }
})

test('a secret may come from a file, and notes alone are no failure', async () => {
  const path = join(folder(), 'secret')
  writeFileSync(path, `${SECRET}\n`)
  const server = createServer((_, response) => response.writeHead(202).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { code, stdout } = await receiver([url, '--secret-file', path, '--only', 'answers-200'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^note {2}answers-200 .*\n.*: HTTP 202 where 200 is owed$/m)
})

test('--list tells each duty with its source', async () => {
  const { code, stdout } = await receiver(['--list'])
  expect(code).toBe(0)
  expect(stdout.split('\n').filter((line) => /^[a-z0-9-]+ {2}\S/.test(line))).toHaveLength(duties.length)
  const { stdout: json } = await receiver(['--list', '--json'])
  expect(JSON.parse(json).map(({ id }: { id: string }) => id)).toEqual(duties.map(({ id }) => id))
})

const HERE = 'http://127.0.0.1:9/'

test.each([
  [[], /^mmgraph: which receiver\?/],
  [['ftp://127.0.0.1/'], /must be like http:\/\/127\.0\.0\.1:3000\/webhooks/],
  [['https://hooks.example.com/'], /hooks\.example\.com is not this machine; allow it with --allow-host/],
  [[HERE, '--only', 'signature-god'], /--only: there is no duty 'signature-god'; did you mean signature-good\?/],
  [[HERE, '--skip', 'signature-god=x'], /--skip: there is no duty/],
  [[HERE, '--skip', 'signature-good'], /must be like duty=reason/],
  [[HERE, '--verify-token', TOKEN], /the secret of the app is needed/],
  [[HERE, '--secret', SECRET], /the verify token is needed/],
  [[HERE, '--secret-file', '/nowhere'], /--secret-file: \/nowhere cannot be read \(ENOENT\)/],
  [[HERE, '--rate', '0'], /must be a number from 1 to 5000/],
  [[HERE, '--seconds', 'many'], /must be a number up to 60/],
  [[HERE, '--at', 'soon'], /must be a time like/],
  [[HERE, '--secret', SECRET, '--only', 'batch-counted', '--count', 'exit 3'], /--count: the command failed \(3\)/],
  [[HERE, '--secret', SECRET, '--only', 'batch-counted', '--count', 'echo some'], /must print a number/],
  [[HERE, '--secret', SECRET, '--only', 'signature-good'], /nobody answers at http:\/\/127\.0\.0\.1:9\/ \(/],
])('what cannot be driven is told, with exit 2: %j', async (args, message) => {
  const { code, stdout, stderr } = await receiver(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/ {4}at |nobody-may-see/)
})
