import type { Command, Option } from 'commander'
import type { JsonSchema } from '../../../contracts/schema.ts'
import { checkConfig } from '../../check/config.ts'
import { schemaOf } from './kinds.ts'

/**
 * What no config file says: secrets, which have variables and files of their own, and what must be meant each time,
 * as it writes over something, calls real Graph, or changes what stdout is.
 */
const NEVER: ReadonlySet<string> = new Set([
  'allowWrites',
  'begin',
  'config',
  'controlToken',
  'force',
  'json',
  'list',
  'real',
  'renew',
  'secret',
  'token',
  'verifyToken',
])

/** The options of a command that a config file may set. */
export function settableOptions(command: Command): Option[] {
  return command.options.filter((option) => !NEVER.has(option.attributeName()))
}

/** mmgraph.config.json: what `check` is told of a project, and a section with the options of each command. */
export function configSchema(program: Command): JsonSchema {
  const sections = program.commands.map((command) => [command.name(), sectionOf(command)] as const)
  const some = sections.filter(([name, { properties }]) => !name.startsWith('_') && Object.keys(properties).length > 0)
  return { ...checkConfig, properties: { ...checkConfig.properties, ...Object.fromEntries(some) } } as JsonSchema
}

interface Section {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties: false
  readonly description: string
}

function sectionOf(command: Command): Section {
  const known = settableOptions(command).map((option) => [option.attributeName(), schemaOf(option)])
  return {
    type: 'object',
    properties: Object.fromEntries(known),
    additionalProperties: false,
    description: `Options of mmgraph ${command.name()}`,
  }
}

/** fixtures/config.schema.json: for editors that complete and check config files. */
export function configSchemaFile(program: Command): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'mmgraph.config.json',
    ...(configSchema(program) as object),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}
