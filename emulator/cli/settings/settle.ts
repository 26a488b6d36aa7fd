import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, type Option } from 'commander'
import { instead } from '../../../contracts/nearest.ts'
import { BrokenConfig } from './broken-config.ts'
import { configSchema, settableOptions } from './config-schema.ts'
import { variableOf } from './environment.ts'
import { kindOf, namesFiles, optionValue } from './kinds.ts'
import { type ConfigFile, readConfigFile } from './read-config.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Gives a command what its line does not say: of an option the variable of the environment, and where there is none the
 * config file. Whoever says something says it whole: lists and maps are not joined.
 * @throws BrokenConfig
 */
export function settle(command: Command, environment: Environment, folder: string): void {
  for (const option of command.options.filter((one) => isOpen(command, one))) {
    const variable = variableOf(command, option)
    const text = variable && ownVariable(variable, environment)
    if (variable && text) set(command, option, 'env', () => fromText(option, text), variable)
  }
  const file = configOf(command, folder)
  const section = (file?.config[command.name()] ?? {}) as Readonly<Record<string, unknown>>
  for (const option of settableOptions(command).filter((one) => isOpen(command, one))) {
    const name = option.attributeName()
    const said = section[name]
    if (!file || said === undefined) continue
    set(command, option, 'config', () => fromFile(option, said, file), `${file.called}: /${command.name()}/${name}`)
  }
}

/** The config file of a command that is called. @throws BrokenConfig */
export function configOf(command: Command, folder: string): ConfigFile | undefined {
  const { parent } = command
  return parent ? readConfigFile(configSchema(parent), command.opts().config as string | undefined, folder) : undefined
}

function isOpen(command: Command, option: Option): boolean {
  return [undefined, 'default'].includes(command.getOptionValueSource(option.attributeName()))
}

/** `mmgraph check` tells its command which world it has by a variable of the same name. */
function ownVariable(name: string, environment: Environment): string | undefined {
  return name === 'MMGRAPH_WORLD' && environment.MMGRAPH_CHECK ? undefined : environment[name]
}

function set(command: Command, option: Option, source: 'env' | 'config', value: () => unknown, where: string): void {
  try {
    command.setOptionValueWithSource(option.attributeName(), value(), source)
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new BrokenConfig(`${where}: ${error.message}`)
    throw error
  }
}

function fromText(option: Option, text: string): unknown {
  const kind = kindOf(option)
  if (kind === 'flag') return flagOf(text)
  return optionValue(option, kind === 'list' ? text.split(',').map((one) => one.trim()) : [text])
}

const FLAGS = new Map([
  ...['1', 'true', 'yes', 'on'].map((word) => [word, true] as const),
  ...['0', 'false', 'no', 'off'].map((word) => [word, undefined] as const),
])

/** Undefined: as if it were not given. */
function flagOf(text: string): true | undefined {
  const word = text.toLowerCase()
  if (FLAGS.has(word)) return FLAGS.get(word)
  throw new InvalidArgumentError(`'${text}' says neither yes nor no; ${instead(word, [...FLAGS.keys()])}`)
}

function fromFile(option: Option, said: unknown, { folder }: ConfigFile): unknown {
  const kind = kindOf(option)
  if (kind === 'flag') return said || undefined
  const path = (text: string): string => (namesFiles(option) && isPath(option, text) ? resolve(folder, text) : text)
  if (kind === 'map') {
    return optionValue(
      option,
      Object.entries(said as Readonly<Record<string, string>>).map((pair) => pair.join('=')),
    )
  }
  const texts = (Array.isArray(said) ? said : [said]).map((one) => path(String(one)))
  return optionValue(option, kind === 'list' && !option.variadic ? [texts.join(',')] : texts)
}

/** Where a name of a world may stand, a path is told by its ending. */
const isPath = ({ flags }: Option, text: string): boolean => !flags.includes('|file') || text.endsWith('.json')
