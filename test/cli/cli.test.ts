import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { need } from '../kit.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
const run = promisify(execFile)

interface Output {
  readonly child: ChildProcess
  /** All of stdout so far, once a text was in it. */
  readonly until: (text: string) => Promise<string>
}

function start(...args: string[]): Output {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    out += part
  })
  const until = async (text: string): Promise<string> => {
    while (!out.includes(text)) await once(need(child.stdout ?? undefined), 'data')
    return out
  }
  return { child, until }
}

/** What a command prints when it fails. */
async function failure(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return run(process.execPath, [main, ...args]).then(
    () => Promise.reject(new Error('it did not fail')),
    (error) => error,
  )
}

test('serve --json prints one object, alone, and SIGTERM ends it with 0', async () => {
  const { child, until } = start('serve', '--port', '0', '--json')
  const out = await until('\n')
  const { url, worlds } = JSON.parse(out)
  expect(out.split('\n')).toHaveLength(2)
  expect(worlds).toMatchObject([
    { id: 'partner-with-obo-client', tokens: { app: expect.any(String) } },
    { id: 'ready-to-send', people: { recipient: '14165550100' } },
  ])
  const read = await fetch(`${url}/v24.0/me?access_token=${worlds[0].tokens.partner_system_user}`)
  expect(read.status).toBe(200)
  const kept = fetch(`${url}/_mmgraph/worlds/partner-with-obo-client/clock`, { headers: { connection: 'keep-alive' } })
  expect(await (await kept).json()).toMatchObject({ running: true })
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('serve --journal keeps the inputs of each world, and replay makes the same world of them', async () => {
  const { until } = start('--port', '0', '--json', '--journal', '--clock', 'still')
  const { url, worlds } = JSON.parse(await until('\n'))
  await fetch(`${url}/v24.0/me?access_token=${worlds[0].tokens.partner_system_user}`)
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [at, { id }] of worlds.entries()) {
    const file = join(folder, `${id}.journal.json`)
    writeFileSync(file, await (await fetch(`${url}/_mmgraph/worlds/${id}/journal`)).text())
    const { stdout } = await run(process.execPath, [main, 'replay', file])
    expect(stdout).toMatch(new RegExp(`^same world {2}[0-9a-f]{32}\\n${at === 0 ? 1 : 0} inputs? of ${id}\\n$`))
  }
}, 30_000)

test.each([
  [['a.yaml'], 'title: A try\n', 'a.yaml: this is a scenario and no journal: mmgraph play a.yaml plays it'],
  [
    ['report.json'],
    '{"version":1,"scenarios":[{"title":"A try","verdict":"ok"}]}',
    'report.json: this is a report with 0 journals, and one is replayed; it has those of scenarios that failed; play --journals FOLDER --journals-all writes those of the others',
  ],
])('replay %j says what it is that is no journal, and ends with 2', async (args, text, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, need(args[0])), text)
  const error = await run(process.execPath, [main, 'replay', ...args], { cwd: folder }).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 2, stdout: '', stderr: `mmgraph: ${message}\n` })
})

test.each([[[]], [['a', '--untli', '2']], [['a', '--until', 'x']]])('replay %j ends with 2', async (args) => {
  expect((await failure('replay', ...args)).code).toBe(2)
})

test('what is printed to a newcomer can be pasted and works', async () => {
  const { until } = start('--port', '0', '--clock', 'still')
  const text = await until('Ctrl-C ends it.')
  for (const name of ['shared_account', 'obo_account', 'partner_system_user', 'client_admin', 'secret of app']) {
    expect(text).toContain(name)
  }
  const curls = text.split('\n').filter((line) => line.startsWith('    curl '))
  expect(curls).toHaveLength(6)
  const outputs: string[] = []
  for (const curl of curls) outputs.push((await run('sh', ['-c', curl.replace('curl', 'curl -s')])).stdout)
  expect(JSON.parse(need(outputs[0]))).toMatchObject({ name: 'Juniper shop', ownership_type: 'CLIENT_OWNED' })
  expect(JSON.parse(need(outputs[1]))).toEqual({ request_id: expect.any(String) })
  expect(JSON.parse(need(outputs[2]))).toMatchObject({ name: 'client_accepts_mm_terms' })
  expect(JSON.parse(need(outputs[3]))).toMatchObject({ messages: [{ message_status: 'accepted' }] })
  expect(JSON.parse(need(outputs[4]))).toEqual(expect.objectContaining({ data: expect.any(Array) }))
  expect(JSON.parse(need(outputs[5]))).toMatchObject({ result: { message: expect.stringMatching(/^wamid\./) } })
})

test('a port that is taken is one line that names the flag, and exit 1', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const { code, stderr, stdout } = await failure('serve', '--port', String(port))
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe(
    `mmgraph: port ${port} of 127.0.0.1 is taken by another program; choose another with --port, or --port 0 for any that is free\n`,
  )
})

test.each([
  [['serve', '--port', 'many'], /--port.*must be a number from 0 to 65535/],
  [['serve', '--world', 'nowhere'], /^mmgraph: --world: nowhere: \/: no shipped world has this name; allowed are/],
  [['serve', '--host', ''], /must not be empty/],
  [['serve', '--graph-date', 'soon'], /must be a day like 2026-08-01/],
  [['serve', '--clock', 'fast'], /Allowed choices are running, still/],
  [['serve', '--prot', '1'], /Did you mean --port/],
  [['serv'], /^mmgraph: there is no command serv; did you mean serve\?\n/],
  [['ply', 'mine'], /^mmgraph: there is no command ply; did you mean play\?\n/],
  [['serve', 'mine'], /too many arguments/],
])('wrong words on the command line, %j, are told', async (args, message) => {
  const { code, stderr } = await failure(...args)
  expect(code).toBe(args.includes('nowhere') ? 1 : 2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('    at ')
})

test('several worlds can be started with', async () => {
  const { until } = start('--port', '0', '--json', '--world', 'tech-provider', 'partner-with-solution')
  const { worlds } = JSON.parse(await until('\n'))
  expect(worlds.map(({ id }: { id: string }) => id)).toEqual(['tech-provider', 'partner-with-solution'])
})

test('the demo plays the whole story', async () => {
  const { stdout } = await run(process.execPath, [main, 'demo'])
  expect(stdout).toContain('handshake: the challenge is echoed')
  expect(stdout.match(/webhook MM_LITE_TERMS_SIGNED for account \d+ \(signature right\)/g)).toHaveLength(2)
  expect(stdout).toContain('"error_user_title":"Duplicate Request"')
  expect(stdout).toContain('"marketing_messages_onboarding_status":"ONBOARDED"')
  expect(stdout).toContain('That is the whole story.')
})

test('--version is that of the package', async () => {
  const { stdout } = await run(process.execPath, [main, '--version'])
  expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/)
})

test('npm start installs and builds nothing when nothing changed, and takes paths from where it was called', async () => {
  const script = fileURLToPath(new URL('../../scripts/start.js', import.meta.url))
  const { stderr, stdout } = await run(process.execPath, [script, '--version'], {
    env: { ...process.env, INIT_CWD: '/' },
  })
  expect({ stderr, version: stdout.trim() }).toEqual({ stderr: '', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
})

test('in a clone each command is npm start -- COMMAND, and play and replay are scripts', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const npm = (...args: string[]) =>
    run('npm', args, { cwd: root }).catch((thrown: { code: number; stderr: string }) => thrown)
  const [started, replayed] = await Promise.all([
    npm('start', '--silent', '--', 'replay', 'README.md'),
    npm('run', '--silent', 'replay', '--', 'README.md'),
  ])
  for (const { stderr, ...rest } of [started, replayed]) {
    expect(rest).toMatchObject({ code: 2 })
    expect(stderr).toMatch(/mmgraph: README\.md:1: this is no journal/)
  }
}, 20_000)

test('SIGTERM to npm ends what npm started', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn('npm', ['start', '--silent', '--', '--port', '0', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(need(child.stdout ?? undefined), 'data')
  child.kill('SIGTERM')
  // The pipe ends when the last process that holds it has ended.
  await once(need(child.stdout ?? undefined), 'close')
})

test('a greeting with a control token has it in its calls', async () => {
  const { until } = start('--port', '0', '--control-token', 'open-sesame')
  const text = await until('Ctrl-C ends it.')
  const happening = need(text.split('\n').find((line) => line.includes('/happenings')))
  expect(JSON.parse((await run('sh', ['-c', happening.replace('curl', 'curl -s')])).stdout).error.message).toMatch(
    /no invitation/,
  )
})

test('a world whose names tell nothing is shown where it can be seen', async () => {
  const { until } = start('--port', '0', '--world', 'partner-not-enrolled', 'five-obo-with-intent')
  const text = await until('Ctrl-C ends it.')
  expect(text).toMatch(/See what is in it:\n {4}curl 'http:\/\/\S+\/_mmgraph\/worlds\/five-obo-with-intent'/)
})
