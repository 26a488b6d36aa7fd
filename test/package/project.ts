import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A project of somebody who has installed the package, and these others. */
export function project(files: Readonly<Record<string, string>>, others: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/mmgraph'))
  for (const name of others) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
