import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { instead } from '../../contracts/nearest.ts'
import { type Problem, problemsWith } from '../../contracts/validate.ts'
import { BrokenCheck } from './broken.ts'
import { type CheckConfig, checkConfig } from './config.ts'

export const CONFIG_FILE = 'mmgraph.config.json'

/**
 * The config file that was named, or the one of this folder where there is one.
 * @throws BrokenCheck when it cannot be read, is no JSON or breaks its schema
 */
export function readConfig(named: string | undefined, folder: string): CheckConfig {
  const path = resolve(folder, named ?? CONFIG_FILE)
  if (named === undefined && !existsSync(path)) return {}
  const file = named ?? CONFIG_FILE
  const value = parsed(file, textOf(path, file))
  const problems = problemsWith(checkConfig, value)
  // Of a name that is none this says more than the pattern that it does not match.
  const problem = problems.find(({ keyword }) => keyword === 'propertyNames') ?? problems[0]
  if (problem) throw new BrokenCheck(`${file}: ${problem.where || '/'}: ${sentence(problem)}`)
  const config = value as CheckConfig
  if (!config.worlds) return config
  const here = dirname(path)
  return { ...config, worlds: config.worlds.map((world) => (world.endsWith('.json') ? resolve(here, world) : world)) }
}

function textOf(path: string, file: string): string {
  try {
    // Some editors begin a file with a byte order mark.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new BrokenCheck(`${file}: cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

function parsed(file: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new BrokenCheck(`${file}: is no JSON: ${(error as Error).message}`)
  }
}

function sentence({ keyword, params, says, where }: Problem): string {
  if (keyword !== 'additionalProperties') return says
  const known = Object.keys(schemaAt(where).properties ?? {})
  return `'${params.additionalProperty}' is no key here; ${instead(String(params.additionalProperty), known)}`
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** The part of the schema that a place of the file is held to. */
function schemaAt(where: string): Schema {
  const keys = where.split('/').slice(1)
  return keys.reduce<Schema>((schema, key) => schema.properties?.[key] ?? schema.items ?? {}, checkConfig as object)
}
