import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { examples } from '../../emulator/cli/examples.ts'
import { exitCodes } from '../../emulator/cli/exit-codes.ts'
import { isHidden, mmgraphProgram } from '../../emulator/cli/program.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { openApi } from '../../emulator/openapi/document.ts'
import { need } from '../kit.ts'
import { folderWith, main, shell } from './shell.ts'

// Processes are started, and a machine may be busy.
vi.setConfig({ testTimeout: 60_000 })

const program = mmgraphProgram()
const commands = program.commands.filter((command) => !isHidden(command))
const names = commands.map((command) => command.name())

test('every command has examples, exit codes and --json, and says what it does as the others do', () => {
  expect(Object.keys(examples).sort()).toEqual([...names].sort())
  expect(Object.keys(exitCodes).sort()).toEqual([...names].sort())
  for (const command of commands) {
    expect(
      command.options.map(({ long }) => long),
      command.name(),
    ).toContain('--json')
    expect(need(examples[command.name()]).length).toBeGreaterThan(0)
  }
  const said = commands.flatMap((command) => [
    command.description(),
    ...command.options.map(({ description }) => description),
  ])
  // Clauses: no capital at the beginning but of names, and no full stop at the end.
  expect(said.filter((text) => /^[A-Z][a-z]+ /.test(text) || text.endsWith('.') || text === '')).toEqual([])
})

test.each(names)('the help of %s shows them', (name) => {
  const text = helpOf(name)
  for (const [line, says] of need(examples[name])) expect(text).toContain(`  # ${says}\n  ${line}\n`)
  for (const [code, says] of Object.entries(need(exitCodes[name])))
    expect(text).toContain(`\n  ${code.padEnd(4)} ${says}\n`)
})

test('mmgraph help play is mmgraph play --help, on stdout and with 0', async () => {
  const [byFlag, byCommand] = await Promise.all([shell('mmgraph play --help'), shell('mmgraph help play')])
  expect(byFlag).toEqual({ code: 0, stdout: helpOf('play'), stderr: '' })
  expect(byCommand).toEqual(byFlag)
})

function helpOf(name: string): string {
  let text = ''
  const command = need(mmgraphProgram().commands.find((one) => one.name() === name))
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
    getOutHelpWidth: () => 80,
  })
  command.outputHelp()
  return text
}

/** Those that need a running emulator or a receiver of one's own: they are read, and not run. */
const READ: readonly RegExp[] = [/--target/, /^mmgraph record --/, /127\.0\.0\.1:3000/, /--twin/, /^mmgraph serve/]

const all = Object.values(examples).flatMap((own) => own.map(([line]) => line))
const isRead = (line: string): boolean => READ.some((pattern) => pattern.test(line))

/** Words of a line without what the shell itself takes. */
const wordsOf = (line: string): string[] =>
  need(line.split(/ [>|] /)[0])
    .split(' ')
    .slice(1)

test.each(all.filter(isRead))('an example is read: %s', async (line) => {
  const fresh = mmgraphProgram()
  const [name] = wordsOf(line)
  const command = need(fresh.commands.find((one) => one.name() === name))
  let called: Command | undefined
  command.action((...args: unknown[]) => {
    called = args.at(-1) as Command
  })
  command.exitOverride((error) => {
    throw error
  })
  await fresh.parseAsync(wordsOf(line), { from: 'user' })
  expect(called).toBe(command)
})

test.each(all.filter((line) => !isRead(line)))('an example is run: %s', async (line) => {
  const folder = await folderFor(line)
  const { code, stderr } = await shell(line, folder, {}, line.startsWith('source') ? 'bash' : 'sh')
  const [name = ''] = wordsOf(line)
  // Drift finds what an emulator leaves out, and an upgrade what ends: that is an answer.
  const isAnswer = ['drift', 'upgrade'].includes(name) && code === 1
  expect({ line, code: isAnswer ? 0 : code, stderr: stderr.replaceAll(/^npm warn .*\n/gm, '') }).toEqual({
    line,
    code: 0,
    stderr: '',
  })
})

test('serve as it is shown listens and ends', async () => {
  const line = need(all.find((one) => one.includes('--port 0 --json')))
  const child = spawn(process.execPath, [main, ...wordsOf(line)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  expect(JSON.parse(String(said)).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** What an example names. */
async function folderFor(line: string): Promise<string> {
  const call =
    "fetch('https://graph.facebook.com/v24.0/me?fields=id', { headers: { authorization: 'Bearer ' + process.env.MMGRAPH_CLIENT_BUSINESS_TOKEN } })"
  const folder = folderWith({
    'first.yaml':
      'title: A first one\nworld: ready-to-send\nsteps:\n  - { call: "GET /{phone}", expect: { error: token_missing } }\n',
    'package.json': JSON.stringify({ scripts: { test: 'node client.mjs' } }),
    'client.mjs': `await ${call}\n`,
    'openapi.json': JSON.stringify(openApi()),
    ...(line.includes('journal') && { 'ready.journal.json': await journal() }),
  })
  symlinkSync(root('scenarios'), join(folder, 'scenarios'))
  if (line.includes('client.json')) await shell('mmgraph check --keep client.json -- node client.mjs', folder)
  return folder
}

/** The journal of a world in which something was called. */
async function journal(): Promise<string> {
  const emulator = createEmulator({ worlds: ['ready-to-send'], journal: true })
  const ask = (path: string, init?: RequestInit) => emulator.fetch(new Request(`http://127.0.0.1${path}`, init))
  const { names: ids, tokens } = (await (await ask('/_mmgraph/worlds/ready-to-send')).json()) as {
    names: Record<string, string>
    tokens: Record<string, string>
  }
  await ask(`/v24.0/${ids.phone}?access_token=${tokens.client_business}`)
  await ask('/_mmgraph/worlds/ready-to-send/clock', { method: 'POST', body: '{"advance": "1h"}' })
  return (await ask('/_mmgraph/worlds/ready-to-send/journal')).text()
}

describe('words that are none', () => {
  test.each([
    ['help serv', 2, 'mmgraph: there is no command serv; did you mean serve?\n(--help lists what there is)\n'],
    ['verify --twni', 2, "mmgraph: unknown option '--twni'\n(Did you mean --twin?)\n(--help lists what there is)\n"],
    ['drift', 2, "mmgraph: missing required argument 'spec'\n(--help lists what there is)\n"],
    [
      'serve --clock stil',
      2,
      "mmgraph: option '--clock <mode>' argument 'stil' is invalid. Allowed choices are running, still. Did you mean still?\n(--help lists what there is)\n",
    ],
    [
      'check --tuor -- x',
      64,
      "mmgraph: unknown option '--tuor'\n(Did you mean --tour?)\n(--help lists what there is)\n",
    ],
    [
      'verify --token planted-EAAG',
      2,
      "mmgraph: option '--token <name=value>' argument is invalid. It must be like name=value.\n(--help lists what there is)\n",
    ],
    ['verify --tokne=EAAGplantedplantedplantedplantedplanted', 2, /^(?!.*planted).*unknown option '--tokne=/],
    ['--json demo', 2, '{"error":{"message":"the command comes first: mmgraph demo --json"}}\n'],
    ['completion bsh', 2, /Allowed choices are bash, zsh, fish/],
  ])('%s', async (line, code, stderr) => {
    const said = await shell(`mmgraph ${line}`)
    expect(said).toMatchObject({ code, stdout: '' })
    if (typeof stderr === 'string') expect(said.stderr).toBe(stderr)
    else expect(said.stderr).toMatch(stderr)
  })
})
