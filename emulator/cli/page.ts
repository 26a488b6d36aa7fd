import type { Command, Option } from 'commander'
import { examples } from './examples.ts'
import { exitCodes } from './exit-codes.ts'
import { settableOptions } from './settings/config-schema.ts'
import { secretVariables, variableOf } from './settings/environment.ts'
import { kindOf } from './settings/kinds.ts'

/** The parts of docs/cli.md that are made of the commands, by the name that stands in its marks. */
const PARTS: Readonly<Record<string, (commands: readonly Command[]) => string[]>> = {
  commands: (commands) => commands.flatMap(commandLines),
  variables: variableLines,
  'exit codes': exitCodeLines,
}

/** docs/cli.md with these parts as they are now. What people wrote between them stays. */
export function cliPage(page: string, program: Command): string {
  const commands = program.commands.filter((command) => !command.name().startsWith('_'))
  return page.replaceAll(/(<!-- made: ([\w ]+) -->\n)[\s\S]*?(<!-- \/made -->)/g, (_, begin, name: string, end) =>
    [begin, ...(PARTS[name]?.(commands) ?? []).map((line) => `${line}\n`), end].join(''),
  )
}

const tick = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``
const cells = (...all: readonly string[]): string => `| ${all.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]): string[] => [
  cells(...head),
  cells(...head.map(() => '---')),
  ...rows,
]

function commandLines(command: Command): string[] {
  const name = command.name()
  const shown = (examples[name] ?? []).map(([line, says]) => `${line}  # ${says}`)
  return [
    '',
    `### ${name}`,
    '',
    `${sentence(command.description())} ${tick(`mmgraph ${name} ${usage(command)}`.trim())}`,
    '',
    '```sh',
    ...shown,
    '```',
    '',
    ...table(
      ['option', 'what it says', 'in the config file'],
      command.options.map((one) => optionRow(command, one)),
    ),
  ]
}

const usage = (command: Command): string => command.usage().replace('[options]', '').trim()
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function optionRow(command: Command, option: Option): string {
  const isSettable = settableOptions(command).includes(option)
  const said = option.argChoices ? option.argChoices.join(' or ') : kindOf(option)
  const inFile = isSettable ? `${tick(`${command.name()}.${option.attributeName()}`)}: ${said}` : ''
  return cells(tick(option.flags), `${option.description.replaceAll('|', '\\|')}${defaultOf(option)}`, inFile)
}

function defaultOf({ defaultValue }: Option): string {
  const isTold = ['string', 'number'].includes(typeof defaultValue) || (Array.isArray(defaultValue) && defaultValue[0])
  return isTold ? `; ${[defaultValue].flat().join(', ')} where absent` : ''
}

function variableLines(commands: readonly Command[]): string[] {
  const all = commands.flatMap((command) =>
    command.options.flatMap((option) => {
      const variable = variableOf(command, option)
      const of = variable === 'MMGRAPH_CONFIG' ? 'of every command' : `of ${command.name()}`
      return variable ? [[variable, `\`--${option.name()}\` ${of}`] as const] : []
    }),
  )
  const rows = new Map<string, string>(all)
  for (const [name, says] of Object.entries(secretVariables)) {
    const before = rows.get(name)
    rows.set(name, before ? `${before}, and ${says}` : says)
  }
  return table(
    ['variable', 'stands for'],
    [...rows].sort().map(([name, says]) => cells(tick(name), says)),
  )
}

function exitCodeLines(commands: readonly Command[]): string[] {
  const rows = commands.flatMap((command) =>
    Object.entries(exitCodes[command.name()] ?? {}).map(([code, says]) => cells(command.name(), code, says)),
  )
  return table(['command', 'code', 'what it says'], rows)
}
