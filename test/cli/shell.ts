import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))

export interface Done {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own, with some files. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

type Environment = Readonly<Record<string, string | undefined>>

/** Runs a line of a shell in which `mmgraph` is the built command line. */
export function shell(line: string, cwd = folderWith(), env: Environment = {}, program = 'sh'): Promise<Done> {
  const bin = folderWith({ mmgraph: `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n` })
  chmodSync(join(bin, 'mmgraph'), 0o755)
  const options = { cwd, env: { ...clean, PATH: `${bin}:${process.env.PATH}`, ...env }, maxBuffer: 20_000_000 }
  return new Promise((resolve) => {
    execFile(program, ['-c', line], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

/** What the tests themselves are run with says nothing to a command. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(MMGRAPH_|NO_COLOR$|FORCE_COLOR$)/.test(name)),
)
