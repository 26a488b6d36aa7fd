import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { type Loose, recordOf } from './flatten.ts'
import type { ApiModel } from './model.ts'
import { readOpenApi } from './open-api.ts'
import { readSdkSpecs } from './sdk-specs.ts'

/** It is no spec that can be read; the message says why. */
export class BrokenSpec extends Error {}

/** Bytes. Meta's own description has one million. */
export const LARGEST = 20_000_000
/** Files of a folder. */
const MOST_FILES = 2000

/** Reads a description of Graph: an OpenAPI file, or a folder of SDK specs. @throws BrokenSpec */
export function readSpec(path: string): ApiModel {
  if (!existsSync(path)) throw new BrokenSpec(`${path}: it is not there`)
  return statSync(path).isDirectory() ? readFolder(path) : readFile(path)
}

function readFile(path: string): ApiModel {
  const document = recordOf(parsed(path))
  if (typeof document.openapi === 'string' && /^3\./.test(document.openapi)) return openApi(path, document)
  const found = document.swagger
    ? `swagger ${document.swagger}`
    : `keys ${Object.keys(document).slice(0, 5).join(', ') || 'none'}`
  throw new BrokenSpec(`${path}: it must be an OpenAPI description of version 3, with openapi: 3.x; it has ${found}`)
}

function openApi(path: string, document: Loose): ApiModel {
  const model = readOpenApi(document)
  if (model.operations.size === 0) throw new BrokenSpec(`${path}: /paths: it has no operation`)
  return model
}

function readFolder(path: string): ApiModel {
  const files = readdirSync(path).filter((name) => name.endsWith('.json'))
  if (files.length > MOST_FILES)
    throw new BrokenSpec(`${path}: it has ${files.length} files; ${MOST_FILES} are read at most`)
  const documents = Object.fromEntries(files.map((name) => [name.replace(/\.json$/, ''), parsed(join(path, name))]))
  const model = readSdkSpecs(documents)
  if (model.operations.size > 0) return model
  throw new BrokenSpec(
    `${path}: none of its files is an SDK spec, like WhatsAppBusinessAccount.json with apis and fields`,
  )
}

function parsed(path: string): unknown {
  const { size } = statSync(path)
  if (size > LARGEST) throw new BrokenSpec(`${path}: it has ${size} bytes; ${LARGEST} are read at most`)
  const text = readFileSync(path, 'utf8')
  if (path.endsWith('.json')) return json(path, text)
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: false })
  const [error] = document.errors
  if (error) throw new BrokenSpec(`${path}: ${error.message.split('\n')[0]?.replace(/:$/, '')}`)
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error_) {
    throw new BrokenSpec(`${path}: ${(error_ as Error).message}`)
  }
}

function json(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BrokenSpec(`${path}: it is no JSON: ${(error as Error).message}`)
  }
}
