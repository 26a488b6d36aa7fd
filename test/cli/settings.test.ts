import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { mmgraphProgram } from '../../emulator/cli/program.ts'
import { configSchema, settableOptions } from '../../emulator/cli/settings/config-schema.ts'
import { kindOf } from '../../emulator/cli/settings/kinds.ts'
import { settle } from '../../emulator/cli/settings/settle.ts'
import { need } from '../kit.ts'
import { folderWith } from './shell.ts'

type Environment = Readonly<Record<string, string>>

/** What a command line comes to, with an environment and a config file. */
async function options(line: string, env: Environment = {}, config?: object, folder = folderWith()): Promise<object> {
  if (config) writeFileSync(join(folder, 'mmgraph.config.json'), JSON.stringify(config))
  const program = mmgraphProgram()
  const words = line.split(' ')
  const found = need(program.commands.find((command) => command.name() === words[0]))
  // The hook of the command reads this process: a command of its own has the same options, and no hook.
  const command = new Command(found.name()).exitOverride()
  for (const option of found.options) command.addOption(option)
  command.argument('[words...]').action(() => undefined)
  const parent = new Command('mmgraph')
  for (const other of program.commands) parent.addCommand(other.name() === command.name() ? command : other)
  await parent.parseAsync(words, { from: 'user' })
  settle(command, env, folder)
  return command.opts()
}

describe('precedence', () => {
  const config = { serve: { port: 3, clock: 'still', world: ['tech-provider'] } }

  test('a flag goes before the environment, that before the config file, and that before what is usual', async () => {
    const env = { MMGRAPH_PORT: '2' }
    expect(await options('serve --port 1', env, config)).toMatchObject({ port: 1, clock: 'still' })
    expect(await options('serve', env, config)).toMatchObject({ port: 2, clock: 'still', limits: 'on' })
    expect(await options('serve', {}, config)).toMatchObject({ port: 3 })
    expect(await options('serve')).toMatchObject({ port: 4020, clock: 'running' })
    expect(await options('serve --port 4020', env, config)).toMatchObject({ port: 4020 })
  })

  test('lists and maps are said whole', async () => {
    expect(await options('serve --world ready-to-send', {}, config)).toMatchObject({ world: ['ready-to-send'] })
    const play = { play: { set: { a: '1', b: '2' } } }
    expect(await options('play --set b=3', {}, play)).toMatchObject({ set: { b: '3' } })
    expect(await options('play', {}, play)).toMatchObject({ set: { a: '1', b: '2' } })
  })
})

describe('the environment', () => {
  test('has lists with commas, flags in words, and empty variables are none', async () => {
    const env = { MMGRAPH_WORLD: 'tech-provider, ready-to-send', MMGRAPH_JOURNAL: 'yes', MMGRAPH_PORT: '' }
    expect(await options('serve', env)).toMatchObject({
      world: ['tech-provider', 'ready-to-send'],
      journal: true,
      port: 4020,
    })
    expect(await options('serve', { MMGRAPH_JOURNAL: 'off' }, { serve: { journal: true } })).not.toHaveProperty(
      'limits',
      'off',
    )
    expect(await options('play', { MMGRAPH_PORT: '1' })).not.toHaveProperty('port')
  })

  test('of a command of mmgraph check has its own world under the same name', async () => {
    const usual = ['partner-with-obo-client', 'ready-to-send']
    expect(await options('serve', { MMGRAPH_WORLD: 'x', MMGRAPH_CHECK: '{}' })).toMatchObject({ world: usual })
  })

  test.each([
    [{ MMGRAPH_PORT: 'many' }, 'MMGRAPH_PORT: It must be a number from 0 to 65535.'],
    [{ MMGRAPH_CLOCK: 'stil' }, 'MMGRAPH_CLOCK: Allowed choices are running, still. Did you mean still?'],
    [{ MMGRAPH_JOURNAL: 'ture' }, "MMGRAPH_JOURNAL: 'ture' says neither yes nor no; did you mean true?"],
    [{ MMGRAPH_GRAPH_DATE: 'soon' }, 'MMGRAPH_GRAPH_DATE: It must be a day like 2026-08-01.'],
    [{ MMGRAPH_CONFIG: 'no.json' }, 'no.json: cannot be read: ENOENT'],
  ])('%j is refused', async (env, says) => {
    await expect(options('serve', env as Environment)).rejects.toThrow(says)
  })
})

describe('the config file', () => {
  test('is the nearest one above, or the one that is named; its files are meant from its folder', async () => {
    const top = folderWith({ 'other.json': '{"serve": {"port": 7}}' })
    const inner = join(top, 'a', 'b')
    mkdirSync(inner, { recursive: true })
    const world = ['tech-provider', 'mine.json']
    writeFileSync(
      join(top, 'mmgraph.config.json'),
      JSON.stringify({ serve: { port: 5, world }, play: { html: 'r.html' } }),
    )
    expect(await options('serve', {}, undefined, inner)).toMatchObject({
      port: 5,
      world: ['tech-provider', join(top, 'mine.json')],
    })
    expect(await options('play', {}, undefined, inner)).toMatchObject({ html: join(top, 'r.html') })
    expect(await options('serve --config ../../other.json', {}, undefined, inner)).toMatchObject({ port: 7 })
    expect(await options('serve', { MMGRAPH_CONFIG: '../../other.json' }, undefined, inner)).toMatchObject({ port: 7 })
    expect(await options('serve', {}, { serve: { port: 6 } }, inner)).toMatchObject({ port: 6, clock: 'running' })
  })

  test('has lists of names, which the command line has with commas', async () => {
    const config = {
      check: { rulings: ['error-subcode', 'token-error-status'], failOn: 'error', most: 7, timeout: '90s' },
    }
    expect(await options('check x', {}, config)).toMatchObject({
      rulings: ['error-subcode', 'token-error-status'],
      failOn: 'error',
      most: 7,
      timeout: 90_000,
    })
  })

  test.each([
    [{ serve: { prot: 1 } }, "mmgraph.config.json: /serve: 'prot' is no key here; did you mean port?"],
    [{ srve: {} }, "mmgraph.config.json: /: 'srve' is no key here; did you mean serve?"],
    [{ serve: { port: 'x' } }, 'mmgraph.config.json: /serve/port: must be number'],
    [{ serve: { journal: 'yes' } }, 'mmgraph.config.json: /serve/journal: must be boolean'],
    [{ serve: { port: 70_000 } }, 'mmgraph.config.json: /serve/port: It must be a number from 0 to 65535.'],
    [{ serve: { clock: 'stil' } }, 'must be one of running, still; did you mean still?'],
    [{ play: { token: { a: 'b' } } }, "mmgraph.config.json: /play: 'token' is no key here; "],
    [{ play: { set: { 'A b': 'c' } } }, 'mmgraph.config.json: /play/set: It must be like name=value.'],
    [{ receiver: { secret: 'x' } }, "/receiver: 'secret' is no key here; allowed are secretFile, "],
  ])('%j is refused', async (config, says) => {
    const [name = ''] = Object.keys(config)
    await expect(options(`${name in { play: 1, receiver: 1 } ? name : 'serve'}`, {}, config)).rejects.toThrow(says)
  })

  test('can say every option but secrets and what must be meant each time', () => {
    const { commands } = mmgraphProgram()
    const never = commands.flatMap((command) => {
      const settable = settableOptions(command)
      return command.options.filter((option) => !settable.includes(option)).map(({ long }) => long)
    })
    expect([...new Set(never)].sort()).toEqual(
      [
        '--allow-writes',
        '--begin',
        '--config',
        '--control-token',
        '--force',
        '--json',
        '--list',
        '--real',
        '--renew',
        '--secret',
        '--token',
        '--verify-token',
      ].sort(),
    )
    expect(Object.keys((configSchema(mmgraphProgram()) as { properties: object }).properties)).toContain('verify')
  })

  test('and knows of each option with a parser whether it is a number, a list or a map', () => {
    const { commands } = mmgraphProgram()
    const texts = commands.flatMap((command) => command.options.filter((option) => kindOf(option) === 'text'))
    const numbers = texts.filter(({ flags }) => /<(number|.*=.*|.*,\.\.\.)>/.test(flags)).map(({ flags }) => flags)
    expect(numbers).toEqual([])
  })
})
