import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { coloured, plain } from '../../contracts/report/paint.ts'
import { paintFor } from '../../emulator/cli/colours.ts'
import { asksForJson, complaint } from '../../emulator/cli/complaint.ts'
import { usageCode } from '../../emulator/cli/exit-codes.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { openApi } from '../../emulator/openapi/document.ts'
import { listen } from '../../emulator/server.ts'
import { need } from '../kit.ts'
import { folderWith, main, shell } from './shell.ts'

// Processes are started, and a machine may be busy.
vi.setConfig({ testTimeout: 60_000 })

const SCENARIO =
  'title: One\nworld: ready-to-send\nsteps:\n  - { call: "GET /{phone}", expect: { error: token_missing } }\n'
const FAILING = SCENARIO.replace('token_missing', 'token_expired')
describe('colours', () => {
  test.each([
    [true, {}, coloured],
    [false, {}, plain],
    [true, { TERM: 'dumb' }, plain],
    [true, { NO_COLOR: '1' }, plain],
    [true, { NO_COLOR: '' }, coloured],
    [false, { FORCE_COLOR: '1' }, coloured],
    [false, { FORCE_COLOR: '' }, coloured],
    [true, { FORCE_COLOR: '0' }, plain],
    [true, { FORCE_COLOR: 'false' }, plain],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured],
  ])('on a terminal: %j, with %j', (isTerminal, environment, paint) => {
    expect(paintFor(isTerminal, environment)).toBe(paint)
  })

  test('of a process: none in a pipe, and those that are asked for', async () => {
    const folder = folderWith({ 'a.yaml': FAILING })
    const [usual, forced] = await Promise.all([
      shell('mmgraph play a.yaml', folder),
      shell('mmgraph play a.yaml', folder, { FORCE_COLOR: '1' }),
    ])
    expect(usual.stdout).toMatch(/^FAIL {2}One/)
    expect(forced.stdout).toContain('\u001b[31mFAIL')
  })
})

describe('--json', () => {
  test('is told from that of another command', () => {
    const argv = (line: string): string[] => ['node', 'mmgraph', ...line.split(' ')]
    expect(asksForJson(argv('check --json -- npm test'))).toBe(true)
    expect(asksForJson(argv('check -- npm test --json'))).toBe(false)
    expect(complaint('no', argv('play --json'))).toBe('{"error":{"message":"no"}}\n')
    expect(complaint('no', argv('play'))).toBe('mmgraph: no\n')
  })

  // They share what says it: some stand for all.
  test.each(['serve', 'check', 'verify', 'completion'])(
    '%s tells what is wrong as one line of JSON on stderr, and nothing on stdout',
    async (name) => {
      const { code, stdout, stderr } = await shell(`mmgraph ${name} --json --nothing-like-it`)
      expect({ code, stdout }).toEqual({ code: usageCode(name), stdout: '' })
      expect(stderr.split('\n')).toHaveLength(2)
      expect(JSON.parse(stderr).error.message).toMatch(/^unknown option '--nothing-like-it'/)
    },
  )

  test.each([
    ['play none.yaml', 2, 'no file is like none.yaml'],
    ['play --only zz a.yaml', 2, "--only: no scenario has 'zz' in its title or file"],
    ['replay none.json', 2, 'none.json cannot be read: ENOENT'],
    ['record none.json', 2, 'none.json cannot be read: ENOENT'],
    ['upgrade none.json --to v25.0', 2, 'none.json cannot be read: ENOENT'],
    ['drift none.yaml', 2, 'none.yaml'],
    ['receiver', 2, 'which receiver?'],
    ['verify --renew', 2, '--renew goes with --keep'],
    ['check --only-errors x -- true', 64, '--only-errors goes with --tour'],
    ['serve --world nowhere', 1, '--world: nowhere'],
    ['serve --config none.json', 2, 'none.json: cannot be read: ENOENT'],
    ['nothing', 2, 'there is no command nothing'],
  ])('what %s cannot do is an error as JSON', async (line, code, says) => {
    const folder = folderWith({ 'a.yaml': SCENARIO })
    const json = await shell(`mmgraph ${line.replace(/^(\S+)/, '$1 --json')}`, folder)
    expect(json).toMatchObject({ code, stdout: '' })
    expect(JSON.parse(json.stderr).error.message).toContain(says)
  })

  test('and without it one line in words, and no stack', async () => {
    const lines = ['play none.yaml', 'drift none.yaml', 'upgrade none.json --to v25.0', 'verify --renew']
    for (const line of lines) {
      const { stdout, stderr } = await shell(`mmgraph ${line}`)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^mmgraph: .*\n$/)
    }
  })

  test.each([
    ['demo', ['steps', 'heard']],
    ['play a.yaml', ['version', 'scenarios']],
    ['openapi', ['openapi', 'paths']],
    ['postman', ['info', 'item']],
    ['contracts', ['operations', 'errors']],
    ['completion zsh', ['shell', 'script']],
    ['drift openapi.json', ['findings', 'checked']],
    ['receiver --list', ['0']],
    ['check -- node -e 0', ['findings', 'checked', 'unchecked']],
  ])('%s prints one line of JSON', async (line, keys) => {
    const folder = folderWith({ 'a.yaml': SCENARIO, 'openapi.json': JSON.stringify(openApi()) })
    const { stdout } = await shell(`mmgraph ${line.replace(/^(\S+)/, '$1 --json')}`, folder)
    expect(stdout.split('\n')).toHaveLength(2)
    expect(Object.keys(JSON.parse(stdout))).toEqual(expect.arrayContaining(keys))
  })

  test('record has one, when it begins and when it is done', async () => {
    const { url, close } = await listen(createEmulator({ worlds: ['ready-to-send'] }), 0, '127.0.0.1')
    onTestFinished(close)
    const begun = await shell(`mmgraph record --begin --json --target ${url}`)
    expect(begun).toEqual({ code: 0, stdout: '{"world":"ready-to-send","journal":true}\n', stderr: '' })
    await fetch(`${url}/v24.0/me`)
    const { code, stdout, stderr } = await shell(`mmgraph record --json --target ${url} --out one.yaml`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ file: 'one.yaml', plays: true, inputs: 1, scenario: { steps: [{}] } })
  })
})

function started(...args: string[]): { child: ChildProcess; exit: Promise<unknown[]>; heard: Promise<string> } {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const heard = once(need(child.stdout ?? undefined), 'data').then(([said]) => String(said))
  return { child, exit: once(child, 'exit'), heard }
}

describe('signals', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends serve with 0', async (signal) => {
    const { child, exit, heard } = started('serve', '--port', '0', '--json')
    await heard
    child.kill(signal)
    expect(await exit).toEqual([0, null])
  })

  test('a second one ends at once what takes its time', async () => {
    // The command that is checked does not end when it is asked to.
    const stubborn =
      'process.on("SIGTERM", () => {}); process.on("SIGINT", () => {}); console.log(process.pid); setInterval(() => 0, 1000)'
    const { child, exit, heard } = started('check', '--', process.execPath, '-e', stubborn)
    const pid = Number(await heard)
    onTestFinished(() => {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended.
      }
    })
    child.kill('SIGINT')
    const second = setInterval(() => child.kill('SIGTERM'), 50)
    onTestFinished(() => clearInterval(second))
    const [code, signal] = await exit
    expect([code, signal]).toEqual([null, 'SIGTERM'])
  })

  test('play --watch ends with 0', async () => {
    const folder = folderWith({ 'a.yaml': SCENARIO })
    const { child, exit, heard } = started('play', folder, '--watch', '--json')
    expect(Object.keys(JSON.parse(await heard))).toContain('scenarios')
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  })
})

describe('a reader that goes away', () => {
  test.each(['openapi', 'play . --verbose', 'demo', 'serve --help'])('is no error of %s', async (line) => {
    const folder = folderWith({ 'a.yaml': SCENARIO, 'openapi.json': JSON.stringify(openApi()) })
    const { stderr } = await shell(`mmgraph ${line} | head -1 > /dev/null`, folder)
    expect(stderr).toBe('')
  })
})

describe('a port', () => {
  test('that another mmgraph has is said to be its', async () => {
    const { url, close } = await listen(createEmulator({ controlToken: 'x' }), 0, '127.0.0.1')
    onTestFinished(close)
    const { port } = new URL(url)
    const { code, stderr } = await shell(`mmgraph serve --port ${port}`)
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `mmgraph: port ${port} of 127.0.0.1 is taken by another mmgraph; choose another with --port, or --port 0 for any that is free\n`,
    })
  })

  test('that another program has is said to be taken, whatever that answers', async () => {
    const server = createServer((_, outgoing) => outgoing.writeHead(401).end('{"error": {"message": "no"}}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { stderr } = await shell('mmgraph serve', folderWith(), { MMGRAPH_PORT: String(port) })
    expect(stderr).toMatch(/ is taken by another program; /)
  })
})

test('a control token of the environment is shown to an emulator, and opens it', async () => {
  const { url, close } = await listen(createEmulator({ controlToken: 'open-sesame' }), 0, '127.0.0.1')
  onTestFinished(close)
  const folder = folderWith({ 'a.yaml': SCENARIO })
  const env = { MMGRAPH_CONTROL_TOKEN: 'open-sesame' }
  const [with_, without] = await Promise.all([
    shell(`mmgraph play a.yaml --target ${url}`, folder, env),
    shell(`mmgraph play a.yaml --target ${url}`, folder),
  ])
  expect(with_).toMatchObject({ code: 0, stderr: '' })
  expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('Here that is --control-token.') })
  expect((await shell('mmgraph play a.yaml', folder, env)).code).toBe(0)
})

test('the config file and the environment reach the command', async () => {
  const folder = folderWith({
    'a.yaml': FAILING,
    'mmgraph.config.json': JSON.stringify({ play: { only: 'nothing has this' }, serve: { world: ['tech-provider'] } }),
  })
  expect((await shell('mmgraph play a.yaml', folder)).stderr).toContain("no scenario has 'nothing has this'")
  const served = await shell('mmgraph serve', folder, { MMGRAPH_PORT: 'x' })
  expect(served).toMatchObject({ code: 2, stderr: 'mmgraph: MMGRAPH_PORT: It must be a number from 0 to 65535.\n' })
})
