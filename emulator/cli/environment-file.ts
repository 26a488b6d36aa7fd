import { readFileSync } from 'node:fs'
import { CannotPlay } from '../../scenarios/stage.ts'

/** What a file of environment variables tells of a world. */
export interface Environment {
  readonly names: Record<string, string>
  readonly tokens: Record<string, string>
  readonly secrets: Record<string, string>
}

const KINDS = { ID: 'names', NUMBER: 'names', TOKEN: 'tokens', SECRET: 'secrets' } as const
const LINE = /^(?:export\s+)?([A-Za-z_]\w*)=(.*)$/
const VARIABLE = /^MMGRAPH_([A-Z][A-Z0-9_]*)_(ID|NUMBER|TOKEN|SECRET)$/

/**
 * Reads lines like `MMGRAPH_WABA_ID=123`, in the form that GET /_mmgraph/worlds/{id}/env answers. Other variables are for
 * others, and no matter here.
 * @throws CannotPlay with file and line, never with what stands there
 */
export function readEnvironment(path: string): Environment {
  const environment: Environment = { names: {}, tokens: {}, secrets: {} }
  for (const [at, line] of linesOf(path)) {
    const [, variable = '', value = ''] = LINE.exec(line) ?? []
    if (!variable) throw new CannotPlay(`--env: ${path}:${at}: a line must be like MMGRAPH_WABA_ID=123`)
    const [, name = '', kind] = VARIABLE.exec(variable) ?? []
    const text = unquoted(value)
    if (kind && text) environment[KINDS[kind as keyof typeof KINDS]][name.toLowerCase()] = text
  }
  return environment
}

function linesOf(path: string): [number, string][] {
  const lines = readText(path).split(/\r?\n/)
  return lines
    .map((line, at): [number, string] => [at + 1, line.trim()])
    .filter(([, line]) => line && !line.startsWith('#'))
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new CannotPlay(`--env: ${path} cannot be read: ${(error as Error).message}`)
  }
}

/** `'it'\''s'` and `"it"` without their quotes. */
function unquoted(value: string): string {
  const [, single, double] = /^'(.*)'$|^"(.*)"$/.exec(value) ?? []
  return single?.replaceAll("'\\''", "'") ?? double ?? value
}
