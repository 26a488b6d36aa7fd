import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import { need } from '../kit.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

interface Done {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A folder with files, in which commands run. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(`${tmpdir()}/mmgraph-`)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

function play(cwd: string, ...args: string[]): Promise<Done> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'play', ...args], { cwd }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

const scenario = (title: string, steps: string): string => `title: ${title}\nworld: ready-to-send\nsteps:\n${steps}\n`
const GOOD = scenario('One that passes', '  - wait: 30d')
const BAD = scenario('One that fails', '  - call: GET /me')
const BROKEN = scenario('One that is broken', '  - hapens: x')
const SLIP = scenario('One with a slip', '  - call: GET /{phoen}')
const FILES = { 'a/good.yaml': GOOD, 'b/bad.yml': BAD }

describe('mmgraph play', () => {
  test('ends with 0 when all passed', async () => {
    expect(await play(folderWith(FILES), 'a')).toEqual({
      code: 0,
      stdout: 'ok  One that passes  a/good.yaml\n1 scenario: 1 ok\n',
      stderr: '',
    })
  })

  test('ends with 1 when one failed, and says the same once more', async () => {
    const folder = folderWith(FILES)
    const first = await play(folder, '.')
    expect(first).toMatchObject({ code: 1, stderr: '' })
    expect(first.stdout).toMatch(/^ok {2}One that passes {2}a\/good\.yaml\nFAIL {2}One that fails {2}b\/bad\.yml\n/)
    expect(first.stdout).toMatch(/\n2 scenarios: 1 ok, 1 failed\n$/)
    expect(await play(folder, '.')).toEqual(first)
  })

  test.each([
    [
      'that cannot be read',
      BROKEN,
      "One that is broken  c.yaml\n    c.yaml:4:5: 'hapens' is no key here; did you mean happens?",
    ],
    [
      'that is empty',
      '',
      'c.yaml\n    c.yaml:1:1: a scenario is a map with title, world and steps; this file has none of it',
    ],
    [
      'that is no text',
      Buffer.from([0x74, 0xff, 0x00]),
      'c.yaml\n    c.yaml:1:2: here are bytes that are no text; a scenario is a text in UTF-8',
    ],
  ])('ends with 2 when there is a file %s, plays the others, and reports all', async (_, text, said) => {
    const folder = folderWith(FILES)
    writeFileSync(join(folder, 'c.yaml'), text)
    const { code, stdout, stderr } = await play(folder, '.', '--junit', 'j.xml', '--html', 'h.html')
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    expect(stdout).toContain(`\nbroken  ${said}\n3 scenarios: 1 ok, 1 failed, 1 broken\n`)
    expect(readFileSync(join(folder, 'j.xml'), 'utf8')).toContain('skipped="0" errors="1">')
    expect(readFileSync(join(folder, 'h.html'), 'utf8')).toContain('2 of 3 scenarios did not pass')
    const { scenarios } = JSON.parse((await play(folder, '.', '--json')).stdout)
    expect(scenarios.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['ok', 'FAIL', 'broken'])
  })

  test('ends with 2 when nothing of any could be played, and says so', async () => {
    const server = createServer((_, response) => response.writeHead(404).end('no')).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const folder = folderWith(FILES)
    const refused = await play(folder, 'a', '--target', target)
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^mmgraph: --target: no mmgraph answers at .* gave 404\); --real says/),
    })
    expect(await play(folder, 'a', '--target', target, '--real')).toMatchObject({
      code: 2,
      stderr: 'mmgraph: 0 of 1 scenario could be played\n',
    })
  })

  test('goes on in silence when nobody reads any more, and says in a line that a disk is full', async () => {
    const folder = folderWith({ 'a.yaml': scenario('It', '  - wait: 1s\n'.repeat(3000)) })
    const run = `'${process.execPath}' '${main}' play a.yaml a.yaml --verbose`
    const shell = (line: string) =>
      new Promise<Done>((resolve) => {
        execFile('sh', ['-c', line], { cwd: folder }, (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
        )
      })
    const piped = await shell(`(${run} --html page.html; echo "ended $?" >&2) | head -1`)
    expect(piped).toEqual({ code: 0, stdout: 'ok  It  a.yaml\n', stderr: 'ended 0\n' })
    expect(existsSync(join(folder, 'page.html'))).toBe(true)
    if (!existsSync('/dev/full')) return
    const full = await shell(`${run} > /dev/full`)
    expect(full).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^mmgraph: stdout cannot be written: ENOSPC[^\n]*\n$/),
    })
  })

  test('two of the same title play beside each other in a running emulator', async () => {
    const { url, close } = await listen(createEmulator(), 0, '127.0.0.1')
    onTestFinished(close)
    const folder = folderWith({ 'a.yaml': GOOD, 'b.yaml': GOOD })
    const done = await play(folder, '.', '--target', url, '--journals', 'out', '--journals-all')
    expect(done.code).toBe(0)
    const [one, two] = ['', '-2'].map((more) =>
      readFileSync(join(folder, `out/one-that-passes${more}.journal.json`), 'utf8'),
    )
    expect([one, two].map((text) => JSON.parse(need(text))[0].id)).toEqual(['one-that-passes', 'one-that-passes-2'])
  })

  test('ends with 2 when a name is none, and plays the others', async () => {
    const { code, stdout } = await play(folderWith({ ...FILES, 'c.yaml': SLIP }), '.')
    expect(code).toBe(2)
    expect(stdout).toContain(
      '\nbroken  One with a slip  c.yaml\n    c.yaml:4:11: {phoen} stands for nothing here; did you mean phone?\n',
    )
    expect(stdout).toContain('3 scenarios: 1 ok, 1 failed, 1 broken\n')
  })

  test.each([
    ['no file', ['nowhere/*.yaml'], 'mmgraph: no file is like nowhere/*.yaml\n'],
    [
      'a folder without any',
      ['empty', 'none.yaml'],
      'mmgraph: empty has no .yaml or .yml; no file is like none.yaml\n',
    ],
    [
      'a name that no scenario has',
      ['.', '--set', 'fone=1'],
      'mmgraph: --set fone: no scenario has {fone}; did you mean phone?\n',
    ],
    [
      'a path behind the target',
      ['a', '--target', 'http://127.0.0.1:1/v24.0'],
      'mmgraph: --target: it must have no path: http://127.0.0.1:1, without /v24.0\n',
    ],
    [
      'a target that is none',
      ['a', '--target', 'x'],
      'mmgraph: --target: it must be an address like http://127.0.0.1:4020\n',
    ],
    ['a token without a target', ['a', '--token', 'me=EAAx'], 'mmgraph: --token goes with --target\n'],
  ])('ends with 2 for %s', async (_, args, stderr) => {
    const folder = folderWith({ ...FILES, 'empty/x.txt': '', 'b/x.yaml': scenario('It', '  - call: GET /{phone}') })
    expect(await play(folder, ...args)).toEqual({ code: 2, stdout: '', stderr })
  })

  test('a report that cannot be written is no stack', async () => {
    const { code, stderr } = await play(folderWith(FILES), 'a', '--html', 'a/good.yaml/x.html')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^mmgraph: --html: a\/good\.yaml\/x\.html cannot be written: \w+[^\n]*\n$/)
  })

  test('takes patterns, folders and files, each file once and in one order, and names as they are spelled', async () => {
    const folder = folderWith({ ...FILES, 'a/[1].yaml': GOOD, 'a/deep/x.yaml': GOOD })
    const { stdout } = await play(folder, 'a/[1].yaml', '*/deep/*.yaml', './a/', 'b/bad.yml')
    expect([...stdout.matchAll(/\S+\.ya?ml$/gm)].map(([file]) => file)).toEqual([
      'a/[1].yaml',
      'a/deep/x.yaml',
      'a/good.yaml',
      'b/bad.yml',
    ])
  })

  test('--only takes those whose title or file has a text', async () => {
    const folder = folderWith(FILES)
    expect((await play(folder, '.', '--only', 'passes')).stdout).toMatch(/\n1 scenario: 1 ok\n$/)
    expect((await play(folder, '.', '--only', 'ONE THAT PASSES')).stdout).toMatch(/\n1 scenario: 1 ok\n$/)
    expect((await play(folder, '.', '--only', 'b/bad')).stdout).toMatch(/\n1 scenario: 0 ok, 1 failed\n$/)
    expect(await play(folder, '.', '--only', 'zzz')).toEqual({
      code: 2,
      stdout: '',
      stderr: "mmgraph: --only: no scenario has 'zzz' in its title or file\n",
    })
  })

  test('--bail ends with the first that fails', async () => {
    const folder = folderWith({ 'a.yaml': BAD, 'b.yaml': GOOD })
    const { code, stdout } = await play(folder, '.', '--bail', '--jobs', '1')
    expect(code).toBe(1)
    expect(stdout).toMatch(/\n1 scenario: 0 ok, 1 failed, 1 more not played\n$/)
  })

  test('--jobs changes nothing of what is said', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.yaml`, at % 3 ? GOOD : BAD]))
    const folder = folderWith(files)
    const [one, many] = await Promise.all([play(folder, '.', '--jobs', '1'), play(folder, '.', '--jobs', '9')])
    expect(one.stdout).toBe(many.stdout)
    expect(one.stdout).toMatch(/\n9 scenarios: 6 ok, 3 failed\n$/)
  })

  test('--set sets variables, and files may follow it', async () => {
    const folder = folderWith({
      'a.yaml': `variables: { to: "1" }\n${scenario('It', '  - { call: "GET /{to}{more}", expect: { error: token_missing } }')}`,
    })
    const { code, stdout } = await play(folder, '--set', 'to=12', '--set', 'more=3=4', 'a.yaml', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).scenarios[0].steps[0].curl).toBe('curl -X GET "$MMGRAPH_URL/v24.0/123=4"')
  })

  test('--verbose tells each step', async () => {
    expect((await play(folderWith(FILES), 'a', '--verbose')).stdout).toContain('\n    ok    30d pass  a/good.yaml:4\n')
  })

  test('--json is one line, and --junit and --html are files, in folders that are made', async () => {
    const folder = folderWith(FILES)
    const { stdout } = await play(folder, '.', '--json', '--junit', 'out/x/junit.xml', '--html', 'out/page.html')
    expect(stdout.split('\n')).toHaveLength(2)
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, scenarios: [{ verdict: 'ok' }, { verdict: 'FAIL' }] })
    expect(readFileSync(join(folder, 'out/x/junit.xml'), 'utf8')).toMatch(
      /<testsuites tests="2" failures="1" skipped="0" errors="0">[\s\S]*One that fails/,
    )
    expect(readFileSync(join(folder, 'out/page.html'), 'utf8')).toContain('<h1>1 of 2 scenarios did not pass</h1>')
  })

  test('--target plays in a running emulator', async () => {
    const emulator = createEmulator()
    const { url, close } = await listen(emulator, 0, '127.0.0.1')
    onTestFinished(close)
    const hears = GOOD.replace('steps', 'hears: { app: [messages] }\nsteps')
    expect(await play(folderWith({ 'a.yaml': hears }), 'a.yaml', '--target', url)).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(emulator.worlds.list()).toEqual([])
  })

  test('leaves nothing on a running emulator when Ctrl-C ends it', async () => {
    const slow = scenario(
      'A slow one',
      '  - fault: { latency: 5s, times: 99 }\n  - { call: "GET /{phone}", as: client_business, times: 99 }',
    )
    let child: ChildProcess | undefined
    const emulator = createEmulator({
      later: (then) => {
        if (!child?.killed) child?.kill('SIGINT')
        const waiting = setImmediate(then)
        return () => clearImmediate(waiting)
      },
    })
    const { url, close } = await listen(emulator, 0, '127.0.0.1')
    onTestFinished(close)
    child = spawn(process.execPath, [main, 'play', 'slow.yaml', '--target', url], {
      cwd: folderWith({ 'slow.yaml': slow }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = text(need(child.stdout ?? undefined))
    expect(await once(child, 'exit')).toEqual([130, null])
    expect(await said).toContain('it was ended by Ctrl-C')
    expect(emulator.worlds.list()).toEqual([])
  })

  test.each([
    [['--jobs', '0'], /must be a number from 1 to 100/],
    [['--set', 'X'], /must be like name=value/],
    [['--token', 'X'], /must be like name=value/],
    [['--onyl', 'x'], /Did you mean --only/],
  ])('wrong words, %j, are told', async (args, message) => {
    const { code, stderr } = await play(folderWith(FILES), 'a', ...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  test('ends with 2 without files, and with 0 after its help', async () => {
    expect(await play(folderWith({}))).toMatchObject({ code: 2, stderr: expect.stringMatching(/missing .*files/) })
    expect(await play(folderWith({}), '--help')).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('--watch', () => {
  interface Watching {
    readonly folder: string
    readonly write: (name: string, text: string) => void
    /** All of stdout, once a text has come so often. */
    readonly hears: (text: string, times: number) => Promise<string>
    readonly end: () => Promise<unknown>
  }

  function watching(files: Readonly<Record<string, string>>, ...args: string[]): Watching {
    const folder = folderWith(files)
    const child = spawn(process.execPath, [main, 'play', '.', '--watch', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    const hears = async (text: string, times: number): Promise<string> => {
      while (out.split(text).length <= times) await once(child.stdout, 'data')
      return out
    }
    const end = (): Promise<unknown> => {
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      return ended
    }
    return { folder, write: (name, text) => writeFileSync(join(folder, name), text), hears, end }
  }

  const WATCHING = 'Ctrl-C ends it\n'

  test('plays again what changed, with whoever includes it, and no more, until SIGINT', async () => {
    const including = scenario('One that includes', '  - wait: 2s').replace('steps', 'include: opening.yaml\nsteps')
    const { folder, write, hears, end } = watching(
      { 'opening.yaml': GOOD, 'in.yaml': including, 'other.yaml': scenario('Another', '  - wait: 1s') },
      '--html',
      'out/page.html',
    )
    const first = await hears(WATCHING, 1)
    expect(first).toMatch(/\n3 scenarios: 3 ok\nwatching 3 scenarios; Ctrl-C ends it\n$/)
    write('opening.yaml', BAD)
    const second = (await hears(WATCHING, 2)).slice(first.length)
    expect(second).toMatch(/^changed: opening\.yaml\nFAIL {2}One that includes {2}in\.yaml\n/)
    expect(second).toContain('2 scenarios: 0 ok, 2 failed\n')
    expect(second).not.toContain('Another')
    expect(existsSync(join(folder, 'out/page.html'))).toBe(true)
    expect(readFileSync(join(folder, 'out/page.html'), 'utf8')).toContain('2 of 3 scenarios did not pass')
    expect(await end()).toEqual([0, null])
  })

  test('a file that breaks is told, and a new one is played', async () => {
    const { folder, write, hears, end } = watching({ 'a.yaml': GOOD })
    await hears(WATCHING, 1)
    write('a.yaml', BROKEN)
    expect(await hears(WATCHING, 2)).toContain(
      "\nbroken  One that is broken  a.yaml\n    a.yaml:4:5: 'hapens' is no key here; did you mean happens?\n1 scenario: 0 ok, 1 broken\n",
    )
    write('b.yaml', GOOD)
    expect(await hears(WATCHING, 3)).toContain('changed: b.yaml\nok  One that passes  b.yaml\n')
    rmSync(join(folder, 'b.yaml'))
    expect(await hears(WATCHING, 4)).toMatch(/\ngone: b\.yaml\nwatching 1 scenario; Ctrl-C ends it\n$/)
    expect(await end()).toEqual([0, null])
  })
})
