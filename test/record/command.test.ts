import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { type RecordCommand, recordAndSay } from '../../emulator/cli/record.ts'
import { createEmulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import { journalWith, send, type Tester, tester } from './tester.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'mmgraph-record-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

interface Done {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The command as somebody types it. */
function mmgraph(cwd: string, ...args: string[]): Promise<Done> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { cwd }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

/** The same without a process; paths of the folder stand by their names. */
async function record(cwd: string, file: string | undefined, { out, ...command }: RecordCommand = {}): Promise<Done> {
  const said = { stdout: '', stderr: '' }
  const inside = (name: string): string => join(cwd, name)
  const options = { ...command, ...(out !== undefined && { out: inside(out) }) }
  const code = await recordAndSay(file && inside(file), options, {
    out: (text) => {
      said.stdout += text.replaceAll(`${cwd}/`, '')
    },
    err: (text) => {
      said.stderr += text.replaceAll(`${cwd}/`, '')
    },
  })
  return { code, ...said }
}

/** A journal of one send, in a file. */
async function journal(cwd: string, change: (text: string) => string = (text) => text): Promise<string> {
  const it = await tester('ready-to-send')
  await sendOnce(it)
  writeFileSync(join(cwd, 'it.journal.json'), change(await it.journal()))
  return 'it.journal.json'
}

async function sendOnce({ as, names, wait }: Tester): Promise<void> {
  await as('client_business', 'POST', `/${names.phone}/marketing_messages`, send('+14165550100'))
  await wait('1m')
}

/** An emulator that listens, as `mmgraph serve` starts it. */
async function serving(options: EmulatorOptions = {}): Promise<string> {
  const emulator = createEmulator({ worlds: ['ready-to-send', 'partner-with-obo-client'], ...options })
  const server = await listen(emulator, 0, '127.0.0.1')
  onTestFinished(() => server.close())
  return server.url
}

test('a journal becomes a file, which mmgraph play plays', async () => {
  const cwd = folder()
  const file = await journal(cwd)
  expect(await mmgraph(cwd, 'record', file, '--out', 'spring-sale.yaml')).toEqual({
    code: 0,
    stdout: 'spring-sale.yaml: 1 step of 1 input\nplays: ok\n',
    stderr: '',
  })
  expect(readFileSync(join(cwd, 'spring-sale.yaml'), 'utf8')).toMatch(
    /^title: Spring sale\nabout: .*\nworld: ready-to-send\nsteps:\n/,
  )
  expect(await mmgraph(cwd, 'play', '.')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 ok') })
  const again = await record(cwd, file, { out: 'spring-sale.yaml' })
  expect(again).toEqual({
    code: 2,
    stdout: '',
    stderr: 'mmgraph: --out: spring-sale.yaml is there already; --force writes over it\n',
  })
  expect(await record(cwd, file, { out: 'spring-sale.yaml', force: true })).toMatchObject({ code: 0 })
})

test('without --out the scenario is on stdout, and all else on stderr', async () => {
  const cwd = folder()
  const file = await journal(cwd)
  const { code, stdout, stderr } = await record(cwd, file, { title: 'One send' })
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'One send: 1 step of 1 input\nplays: ok\n' })
  expect(stdout).toMatch(/^title: One send\nabout: /)
})

test('a recording begins in a running emulator, and is played there', async () => {
  const [cwd, url] = [folder(), await serving()]
  const off = await record(cwd, undefined, { target: url, world: 'ready-to-send' })
  expect(off).toMatchObject({ code: 2, stdout: '' })
  expect(off.stderr).toMatch(
    /^mmgraph: the journal of ready-to-send is off, and a world is recorded from its beginning\./,
  )
  expect(off.stderr).toContain(`mmgraph record --begin --target ${url} --world ready-to-send`)
  const begun = await record(cwd, undefined, { begin: true, target: url, world: 'ready-to-send' })
  expect(begun).toMatchObject({ code: 0, stderr: '' })
  expect(await record(cwd, undefined, { target: url })).toEqual({
    code: 2,
    stdout: '',
    stderr: `mmgraph: nothing has come to any world of ${url} yet whose journal is on\n`,
  })
  const { names, tokens } = (await (await fetch(`${url}/_mmgraph/worlds/ready-to-send`)).json()) as Tester
  await fetch(`${url}/v24.0/${names.phone}`, { headers: { authorization: `Bearer ${tokens.client_business}` } })
  expect(await record(cwd, undefined, { target: url, out: 'it.yaml' })).toMatchObject({ code: 0, stderr: '' })
  expect(await mmgraph(cwd, 'play', 'it.yaml', '--target', url)).toMatchObject({ code: 0 })
})

test('--begin asks which world, and takes nothing away unasked', async () => {
  const [cwd, url] = [folder(), await serving({ journal: true })]
  const { names } = (await (await fetch(`${url}/_mmgraph/worlds/ready-to-send`)).json()) as Tester
  await fetch(`${url}/v24.0/${names.app}`)
  expect(await record(cwd, undefined, { begin: true, target: url })).toMatchObject({
    code: 2,
    stderr: 'mmgraph: --world: which one is reset? There are ready-to-send, partner-with-obo-client\n',
  })
  expect(await record(cwd, undefined, { target: url })).toMatchObject({ code: 0 })
})

test('of several worlds with a journal one must be named', async () => {
  const [cwd, url] = [folder(), await serving({ journal: true })]
  for (const id of ['ready-to-send', 'partner-with-obo-client']) {
    const { names } = (await (await fetch(`${url}/_mmgraph/worlds/${id}`)).json()) as Tester
    await fetch(`${url}/v24.0/${names.app}`)
  }
  expect((await record(cwd, undefined, { target: url })).stderr).toBe(
    'mmgraph: --world: which one is recorded? There are journals of ready-to-send (1), partner-with-obo-client (1); the number is that of inputs\n',
  )
  expect((await record(cwd, undefined, { target: url, world: 'redy-to-send' })).stderr).toBe(
    "mmgraph: --world: there is no world 'redy-to-send'; did you mean ready-to-send?\n",
  )
})

test('an emulator that asks for a control token is told so', async () => {
  const [cwd, url] = [folder(), await serving({ controlToken: 'let-me-in', journal: true })]
  const refused = await record(cwd, undefined, { target: url })
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Here that is --control-token.') })
  const { stderr } = await record(cwd, undefined, { target: url, controlToken: 'let-me-in' })
  expect(stderr).toContain('nothing has come to any world')
})

test.each([
  ['a file that is not there', 'no.json', {}, 'mmgraph: no.json cannot be read: ENOENT\n'],
  [
    'no emulator there',
    undefined,
    { target: 'http://127.0.0.1:9' },
    'mmgraph: --target: http://127.0.0.1:9 does not answer: ',
  ],
  [
    'an address that is none',
    undefined,
    { target: 'localhost' },
    'mmgraph: --target: it must be an address like http://127.0.0.1:4020\n',
  ],
  [
    'a journal and a target',
    'it.json',
    { target: 'http://127.0.0.1:9' },
    'mmgraph: --target is for a running emulator, and it.json is a journal\n',
  ],
  [
    'a file of another kind',
    'it.json',
    { out: 'it.json' },
    'mmgraph: --out: it.json must end in .yaml, as mmgraph play finds scenarios by that\n',
  ],
  ['--force alone', 'it.json', { force: true as const }, 'mmgraph: --force goes with --out FILE\n'],
  [
    'a beginning with a file',
    undefined,
    { begin: true as const, out: 'it.yaml' },
    'mmgraph: --out does not go with --begin: nothing is recorded yet\n',
  ],
])('ends with 2 for %s', async (_, file, command, stderr) => {
  const done = await record(folder(), file, command)
  expect(done).toMatchObject({ code: 2, stdout: '' })
  expect(done.stderr.startsWith(stderr)).toBe(true)
  expect(done.stderr.trimEnd()).not.toContain('\n')
})

test.each([
  ['no journal', () => '{}', /^mmgraph: it\.journal\.json:1: this is no journal/],
  [
    'a journal that was cut off',
    (text: string) => text.slice(0, -40),
    /^mmgraph: it\.journal\.json:\d+: this is no JSON: the journal was cut off/,
  ],
  [
    'a journal of another format',
    (text: string) => journalWith(text, {}).replace('"journal":1', '"journal":2'),
    /^mmgraph: it\.journal\.json:2: the journal has format 2, and this mmgraph reads format 1/,
  ],
  [
    'a journal of which other things come here',
    (text: string) => journalWith(text, { mmgraph: '0.0.9', graphDate: Date.parse('2030-01-01') }),
    /^mmgraph: at input 1 it comes otherwise here than in the journal; mmgraph replay shows it; the journal was written by mmgraph 0\.0\.9/,
  ],
])('ends with 2 for %s, and writes nothing', async (_, change, stderr) => {
  const cwd = folder()
  const file = await journal(cwd, change)
  const done = await record(cwd, file, { out: 'it.yaml' })
  expect(done).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) })
  expect(existsSync(join(cwd, 'it.yaml'))).toBe(false)
})

test('a journal that has stopped is recorded up to there', async () => {
  const cwd = folder()
  const it = await tester('ready-to-send')
  await it.control('journal', { on: true, limit: 1 })
  await sendOnce(it)
  await sendOnce(it)
  writeFileSync(join(cwd, 'it.json'), await it.journal())
  expect(await record(cwd, 'it.json', { out: 'it.yaml' })).toMatchObject({
    code: 0,
    stdout:
      'it.yaml: 1 step of 1 input\nnote: the journal ends there: it has 1 inputs, which is its limit\nplays: ok\n',
  })
})

test('what no step can say is told, and left out', async () => {
  const cwd = folder()
  const it = await tester('ready-to-send')
  await it.call('PUT', `/v24.0/${it.names.phone}`)
  await sendOnce(it)
  writeFileSync(join(cwd, 'it.json'), await it.journal())
  expect((await record(cwd, 'it.json', { out: 'it.yaml' })).stdout).toBe(
    'it.yaml: 1 step of 2 inputs\nnote: input 1: no step makes a call by PUT\nplays: ok\n',
  )
})

test('a scenario that does not pass is written, and told with its step', async () => {
  const cwd = folder()
  const it = await tester('ready-to-send')
  // The answer is lost and no app hears: the control API alone tells the id, and its reads are in no journal.
  await it.control('faults', { drop: 'after' })
  const { phone } = it.names
  await it.as('client_business', 'POST', `/${phone}/marketing_messages`, send('+14165550100')).catch(() => undefined)
  await it.wait('1m')
  const { body } = await it.control('messages', undefined, 'GET')
  await it.happens('customer_clicks_link', { message: body.data[0].id })
  writeFileSync(join(cwd, 'it.json'), await it.journal())
  const done = await record(cwd, 'it.json', { out: 'it.yaml' })
  expect(done).toMatchObject({ code: 1, stdout: expect.stringMatching(/\nplays: no; step 4: /) })
  expect(existsSync(join(cwd, 'it.yaml'))).toBe(true)
})
