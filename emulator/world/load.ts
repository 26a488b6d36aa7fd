import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, resolve } from 'node:path'
import { instead } from '../../contracts/nearest.ts'
import type { JsonSchema } from '../../contracts/schema.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { type WorldFile, worldFile } from './file.ts'

/** A world file that cannot be used; the message names file, path and reason. */
export class BrokenWorld extends Error {
  constructor(file: string, where: string, reason: string) {
    super(`${file}: ${where || '/'}: ${reason}`)
  }
}

/** The worlds that ship with mmgraph, by name. */
export function shippedWorlds(): string[] {
  const files = readdirSync(shippedFolder()).filter((name) => name.endsWith('.json'))
  return files.map((name) => basename(name, '.json')).sort()
}

/**
 * Reads a world by the name of a shipped one, or from a JSON file.
 * @throws BrokenWorld when there is no such world, or the file is no JSON or breaks the schema
 */
export function readWorld(nameOrFile: string): { name: string; file: WorldFile } {
  const shipped = shippedWorlds()
  const path = shipped.includes(nameOrFile) ? `${shippedFolder()}/${nameOrFile}.json` : resolve(nameOrFile)
  if (!shipped.includes(nameOrFile) && !nameOrFile.endsWith('.json')) {
    throw new BrokenWorld(nameOrFile, '', `no shipped world has this name; ${instead(nameOrFile, shipped)}`)
  }
  const value = parseWorld(path, textOfFile(path))
  // Those that ship are held to the schema by a test: compiling it would cost every start a fifth.
  return {
    name: basename(path, '.json'),
    file: shipped.includes(nameOrFile) ? (value as WorldFile) : checkWorld(path, value),
  }
}

/** Holds a value to the schema of world files. @throws BrokenWorld */
export function checkWorld(file: string, value: unknown): WorldFile {
  const [problem] = problemsWith(worldFile as JsonSchema, value)
  if (problem) throw new BrokenWorld(file, problem.where, problem.says)
  return value as WorldFile
}

function parseWorld(path: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new BrokenWorld(path, '', `is no JSON: ${(error as Error).message}`)
  }
}

/** @throws BrokenWorld where it cannot be read */
export function textOfFile(path: string): string {
  try {
    // Some editors begin a file with a byte order mark.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new BrokenWorld(path, '', `cannot be read: ${(error as Error).message}`)
  }
}

/** Found through the package's `imports`: a path relative to this file would be another one once built. */
function shippedFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('#fixtures/worlds/partner-with-obo-client.json'))
}
