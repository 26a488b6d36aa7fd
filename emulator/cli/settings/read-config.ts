import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { instead, nearest } from '../../../contracts/nearest.ts'
import type { JsonSchema } from '../../../contracts/schema.ts'
import { type Problem, problemsWith } from '../../../contracts/validate.ts'
import type { CheckConfig } from '../../check/config.ts'
import { BrokenConfig } from './broken-config.ts'

export const CONFIG_FILE = 'mmgraph.config.json'

/** A config file, held to its schema. */
export interface ConfigFile {
  /** As it is called in messages: as it was named, or from the folder of the process. */
  readonly called: string
  /** What stands in it has its paths from here. */
  readonly folder: string
  readonly config: CheckConfig & Readonly<Record<string, unknown>>
}

/**
 * The config file that was named, or the nearest one of this folder and those above it; undefined where there is none.
 * @throws BrokenConfig when it cannot be read, is no JSON or breaks its schema
 */
export function readConfigFile(schema: JsonSchema, named: string | undefined, folder: string): ConfigFile | undefined {
  const path = named === undefined ? nearestAbove(folder) : resolve(folder, named)
  if (path === undefined) return undefined
  const called = named ?? relative(folder, path)
  const value = parsed(called, textOf(path, called))
  const problems = problemsWith(schema, value)
  // Of a name that is none this says more than the pattern that it does not match.
  const problem = problems.find(({ keyword }) => keyword === 'propertyNames') ?? problems[0]
  if (problem) throw new BrokenConfig(`${called}: ${problem.where || '/'}: ${sentence(problem, schema, value)}`)
  return { called, folder: dirname(path), config: value as ConfigFile['config'] }
}

/** What `mmgraph check` is told of the project; its worlds have their paths from the folder of the file. */
export function checkConfigOf(file: ConfigFile | undefined): CheckConfig {
  if (!file) return {}
  const { config, folder } = file
  if (!config.worlds) return config
  return { ...config, worlds: config.worlds.map((world) => (world.endsWith('.json') ? resolve(folder, world) : world)) }
}

function nearestAbove(folder: string): string | undefined {
  const path = join(folder, CONFIG_FILE)
  if (existsSync(path)) return path
  return dirname(folder) === folder ? undefined : nearestAbove(dirname(folder))
}

function textOf(path: string, file: string): string {
  try {
    // Some editors begin a file with a byte order mark.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new BrokenConfig(`${file}: cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

function parsed(file: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new BrokenConfig(`${file}: is no JSON: ${(error as Error).message}`)
  }
}

function sentence({ keyword, params, says, where }: Problem, schema: JsonSchema, value: unknown): string {
  if (keyword === 'enum') return `${says}${meant(at(value, where), params.allowedValues as readonly unknown[])}`
  if (keyword !== 'additionalProperties') return says
  const known = Object.keys(schemaAt(where, schema).properties ?? {})
  return `'${params.additionalProperty}' is no key here; ${instead(String(params.additionalProperty), known)}`
}

/** What may have been meant in the place of a word that is none. */
function meant(word: unknown, allowed: readonly unknown[]): string {
  const like = nearest(String(word), allowed.map(String))
  return like ? `; did you mean ${like}?` : ''
}

function at(value: unknown, where: string): unknown {
  const keys = where.split('/').slice(1)
  return keys.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], value)
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** The part of the schema that a place of the file is held to. */
function schemaAt(where: string, schema: JsonSchema): Schema {
  const keys = where.split('/').slice(1)
  return keys.reduce<Schema>((part, key) => part.properties?.[key] ?? part.items ?? {}, schema as object)
}
