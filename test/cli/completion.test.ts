import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test, vi } from 'vitest'
import { complete } from '../../emulator/cli/completion/complete.ts'
import { scripts } from '../../emulator/cli/completion/scripts.ts'
import { FREE, placeholderOf, VALUES } from '../../emulator/cli/completion/values.ts'
import { isHidden, mmgraphProgram } from '../../emulator/cli/program.ts'
import { shippedWorlds } from '../../emulator/world/load.ts'
import { folderWith, shell } from './shell.ts'

// Shells are started, and a machine may be busy.
vi.setConfig({ testTimeout: 60_000 })

const program = mmgraphProgram()
const words = (line: string) => complete(program, line.split(' ')).offers.map(({ word }) => word)

describe('what is offered', () => {
  test.each([
    ['pla', ['play']],
    ['help ver', ['verify']],
    ['--ver', ['--version']],
    ['serve --cl', ['--clock']],
    ['serve --clock ', ['running', 'still']],
    ['serve --clock=s', ['--clock=still']],
    ['serve --port ', []],
    ['serve --world ready-to-send tech', ['tech-provider']],
    ['serve --world ready-to-send --jo', ['--journal']],
    ['--limits o', ['on', 'off']],
    ['check --fail-on w', ['warning']],
    ['check -- npm r', []],
    ['check --rulings all,error-sub', ['all,error-subcode']],
    ['check --tour --only-errors token_exp', ['token_expired']],
    ['receiver --only signature-g', ['signature-good']],
    ['upgrade client.json --to v25', ['v25.0']],
    ['upgrade --ruling error-subcode=', ['error-subcode=returned', 'error-subcode=left-out']],
    ['completion ', ['bash', 'zsh', 'fish']],
  ])('after mmgraph %s', (line, offered) => {
    expect(words(line)).toEqual(offered)
  })

  test('is every command and nobody else, and what was given is not offered again', () => {
    expect(words('')).toEqual([
      ...program.commands.map((one) => one.name()).filter((name) => !name.startsWith('_')),
      'help',
    ])
    expect(words('serve --world ')).toEqual(shippedWorlds())
    expect(words('serve --journal --j')).toEqual(['--json'])
    expect(words('play --set a=b --s')).toEqual(['--set'])
  })

  test.each([
    ['play ', ['yaml', 'yml']],
    ['play --html ', []],
    ['play --journals ', 'folders'],
    ['serve --world ', ['json']],
    ['replay ', ['json']],
    ['check -- ', []],
    ['serve --port ', undefined],
  ])('and files after mmgraph %s', (line, files) => {
    expect(complete(program, line.split(' ')).files).toEqual(files)
  })
})

test('each placeholder of the command line is known, as one with values or as a free text', () => {
  const own = program.commands.filter((command) => !isHidden(command))
  const flags = own.flatMap((command) => [
    ...command.options.filter(({ argChoices, required }) => required && !argChoices).map((option) => option.flags),
    ...command.registeredArguments.filter(({ argChoices }) => !argChoices).map((argument) => `<${argument.name()}>`),
  ])
  const unknown = flags.filter((flag) => {
    const placeholder = placeholderOf(flag) ?? ''
    return VALUES[placeholder] === undefined && !FREE.has(placeholder)
  })
  expect(unknown).toEqual([])
})

test('it is read off the commands: a new one is offered', () => {
  const other = new Command('mmgraph')
  other.command('serve').option('--colour <name>', 'a colour')
  other.command('paint').description('paint it')
  expect(complete(other, ['pa']).offers).toEqual([{ word: 'paint', says: 'paint it' }])
  expect(complete(other, ['--co']).offers.map(({ word }) => word)).toEqual(['--colour'])
})

test.each(['bash', 'zsh', 'fish'] as const)('mmgraph completion %s prints its script', async (name) => {
  expect(await shell(`mmgraph completion ${name}`)).toEqual({ code: 0, stdout: scripts[name], stderr: '' })
})

const has = (shellName: string): boolean => {
  try {
    execFileSync(shellName, ['-c', 'exit'])
    return true
  } catch {
    return false
  }
}

function folder(): string {
  const made = folderWith({ ...scripts, 'story.yaml': '', 'storm.json': '', 'stop.txt': '' })
  mkdirSync(join(made, 'stories'))
  return made
}

describe.skipIf(!has('bash'))('in bash', () => {
  async function typed(...line: string[]): Promise<string[]> {
    const quoted = line.map((word) => `'${word}'`).join(' ')
    const script = `source ./bash; COMP_WORDS=(mmgraph ${quoted}); COMP_CWORD=${line.length}; _mmgraph; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = await shell(script, folder(), {}, 'bash')
    expect(stderr).toBe('')
    return stdout.split('\n').filter(Boolean).sort()
  }

  test('commands, options, choices, worlds and files', async () => {
    expect(await typed('ser')).toEqual(['serve'])
    expect(await typed('serve', '--clock', '')).toEqual(['running', 'still'])
    // Bash makes words of their own of `=` and what comes after it.
    expect(await typed('serve', '--clock', '=', 'st')).toEqual(['still'])
    expect(await typed('serve', '--clock', '=')).toEqual(['running', 'still'])
    expect(await typed('serve', '--world', 'tech')).toEqual(['tech-provider'])
    expect(await typed('play', 'sto')).toEqual(['stories', 'story.yaml'])
    expect(await typed('play', '--journals', 'sto')).toEqual(['stories'])
    expect(await typed('drift', 'sto')).toEqual(['stop.txt', 'stories', 'storm.json', 'story.yaml'].sort())
    expect(await typed('check', '--', 'sto')).toContain('stop.txt')
    expect(await typed('serve', '--port', 'sto')).toEqual([])
  })
})

describe.skipIf(!has('zsh'))('in zsh', () => {
  // What completes in a terminal is put in the place of zsh's own, which wants one.
  const stubs = `compdef() { :; }; _describe() { print -l -- $offers }; compadd() { print -l -- $open }; _files() { print -- FILES $@ }`

  async function typed(...line: string[]): Promise<string[]> {
    const quoted = ['mmgraph', ...line].map((word) => `'${word}'`).join(' ')
    const script = `${stubs}; source ./zsh; words=(${quoted}); CURRENT=${line.length + 1}; _mmgraph`
    const { stdout, stderr } = await shell(script, folder(), {}, 'zsh')
    expect(stderr).toBe('')
    return stdout.split('\n').filter(Boolean)
  }

  test('commands with what they do, choices, worlds and files', async () => {
    expect(await typed('ser')).toEqual(['serve:start the emulator and print its ids, tokens and first calls'])
    expect(await typed('serve', '--clock', '')).toEqual(['running', 'still'])
    expect(await typed('serve', '--clock=st')).toEqual(['--clock=still'])
    expect(await typed('play', 'sto')).toEqual(['FILES -g *.(yaml|yml)'])
    expect(await typed('play', '--journals', 'sto')).toEqual(['FILES -/'])
    expect(await typed('receiver', '--skip', 'signature-g')).toEqual(['signature-good='])
  })
})

describe.skipIf(!has('fish'))('in fish', () => {
  async function typed(line: string): Promise<string[]> {
    const script = `source ./fish; complete -C'mmgraph ${line}'`
    const { stdout, stderr } = await shell(script, folder(), {}, 'fish')
    expect(stderr).toBe('')
    return stdout.split('\n').filter(Boolean)
  }

  test('commands with what they do, choices, worlds and files', async () => {
    expect(await typed('ser')).toEqual(['serve\tstart the emulator and print its ids, tokens and first calls'])
    expect(await typed('serve --clock ')).toEqual(['running', 'still'])
    expect(await typed('serve --world tech')).toEqual(['tech-provider'])
    expect(await typed('play sto')).toEqual(['stories/', 'story.yaml'])
  })
})
