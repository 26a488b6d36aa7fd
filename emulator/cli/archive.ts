import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonSchema } from '../../contracts/schema.ts'
import { problemsWith } from '../../contracts/validate.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import type { Archive, Recording } from '../verify/recordings.ts'
import { writeText } from './write-text.ts'

const recording = {
  type: 'object',
  properties: {
    day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    what: { type: 'string' },
    call: { type: 'string' },
    version: { type: 'string' },
    status: { type: 'integer' },
    reply: {},
  },
  required: ['day', 'what', 'call', 'version', 'status', 'reply'],
} as const satisfies JsonSchema

/** Recordings as files of a folder. @throws CannotPlay where it is none, or a file is no recording */
export function openArchive(folder: string): Archive {
  makeFolder(folder)
  const path = (name: string): string => join(folder, `${name}.json`)
  return {
    read: (name) => (existsSync(path(name)) ? readRecording(path(name)) : undefined),
    write: (name, what) => writeText('--keep', path(name), `${JSON.stringify(what, null, 2)}\n`),
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (statSync(folder).isDirectory()) return
  } catch (error) {
    throw new CannotPlay(`--keep: ${folder} is no folder: ${(error as NodeJS.ErrnoException).code}`)
  }
}

function readRecording(path: string): Recording {
  let found: unknown
  try {
    found = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CannotPlay(`--keep: ${path} is no JSON: ${(error as Error).message}`)
  }
  const [problem] = problemsWith(recording, found)
  if (problem) throw new CannotPlay(`--keep: ${path}: ${problem.where || '/'} ${problem.says}`)
  return found as Recording
}
