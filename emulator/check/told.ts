import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Row } from './preload/log.ts'

/** What processes told of themselves while a command ran: see preload/log.ts. */
export interface Log {
  readonly file: string
  /** What was told until now, oldest first. */
  readonly rows: () => Row[]
  /** Takes the file away. */
  readonly close: () => void
}

/** A file in a folder of its own, which nobody else can read. */
export function openLog(): Log {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-check-'))
  const file = join(folder, 'told.jsonl')
  writeFileSync(file, '')
  const rows = (): Row[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row)
  return { file, rows, close: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The compiled file, also where this is run from source: a node of its own loads it. */
const REDIRECT = pathToFileURL(createRequire(import.meta.url).resolve('#redirect')).href

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
