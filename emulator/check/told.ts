import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Row } from './preload/log.ts'
import { readTouches, type TouchReport } from './touch-report.ts'

/** What processes told of themselves while a command ran: see preload/log.ts. */
export interface Log {
  readonly file: string
  /** What they read of replies and webhooks, where that is looked at: see touch-preload.ts. */
  readonly touchesFile: string
  readonly touches: () => TouchReport
  /** What was told until now, oldest first. */
  readonly rows: () => Row[]
  /** Takes the file away. */
  readonly close: () => void
}

/** A file in a folder of its own, which nobody else can read. */
export function openLog(): Log {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-check-'))
  const [file, touchesFile] = [join(folder, 'told.jsonl'), join(folder, 'touches.jsonl')]
  for (const each of [file, touchesFile]) writeFileSync(each, '')
  const rows = (): Row[] => readFileSync(file, 'utf8').split('\n').flatMap(rowIn)
  const touches = (): TouchReport => readTouches(readFileSync(touchesFile, 'utf8'))
  return { file, touchesFile, rows, touches, close: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A line that a process could not end is left out. */
function rowIn(line: string): Row[] {
  try {
    return line ? [JSON.parse(line) as Row] : []
  } catch {
    return []
  }
}

/** The compiled file, also where this is run from source: a node of its own loads it. */
const { resolve } = createRequire(import.meta.url)
const REDIRECT = pathToFileURL(resolve('#redirect')).href
const TOUCH = pathToFileURL(resolve('#touch')).href

/** Hosts that no proxy may be asked for: the call would leave with it. */
const NOT_BY_PROXY =
  '127.0.0.1,localhost,.facebook.com,.fbsbx.com,.fbcdn.net,.whatsapp.net,.whatsapp.com,.instagram.com'

/** What makes each node under a command load the redirection; options that are there already stay. */
export function redirection(env: NodeJS.ProcessEnv, port: number, log: string): Record<string, string> {
  const known = env.NODE_OPTIONS ? `${env.NODE_OPTIONS} ` : ''
  const noProxy = [env.NO_PROXY ?? env.no_proxy, NOT_BY_PROXY].filter(Boolean).join(',')
  return {
    NODE_OPTIONS: `${known}--import ${REDIRECT}`,
    MMGRAPH_CHECK: JSON.stringify({ port, log }),
    NO_PROXY: noProxy,
    no_proxy: noProxy,
  }
}

/** What makes each node tell which parts of replies it reads, besides. */
export function touching({ NODE_OPTIONS = '' }: NodeJS.ProcessEnv, file: string): Record<string, string> {
  return { NODE_OPTIONS: `${NODE_OPTIONS} --import ${TOUCH}`.trim(), MMGRAPH_TOUCHES: file }
}
