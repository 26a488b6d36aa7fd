import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { escapePath, globSync } from 'tinyglobby'
import { type Files, readScenario } from '../../scenarios/read.ts'
import { BrokenScenario } from '../../scenarios/source.ts'
import { CannotPlay } from '../../scenarios/stage.ts'

/** Files, what lies in folders, and what patterns find, in one order. */
export function filesLike(patterns: readonly string[]): string[] {
  return globSync(patterns.map(patternOf), { expandDirectories: false }).sort()
}

/** The same. @throws CannotPlay where there is none */
export function findFiles(patterns: readonly string[]): string[] {
  const found = filesLike(patterns)
  if (found.length > 0) return found
  throw new CannotPlay(`no file is like ${patterns.join(' ')}`)
}

/** What is there is meant as it is spelled, even where that looks like a pattern. */
function patternOf(wanted: string): string {
  const path = wanted.replaceAll('\\', '/').replace(/\/+$/, '')
  if (!existsSync(path)) return path
  return statSync(path).isDirectory() ? `${escapePath(path)}/**/*.{yaml,yml}` : escapePath(path)
}

/** Files of this machine; a path within a file is meant from that file. */
export const filesFrom: Files = {
  read: (path) => readFileSync(path, 'utf8'),
  resolve: (file, path) => relative('', resolve(dirname(file), path)),
}

/** Every file that a scenario is read from (itself, what it includes, its world), and why it cannot be read. */
export function partsOf(file: string): { readonly parts: ReadonlySet<string>; readonly broken?: string } {
  const parts = new Set<string>([resolve(file)])
  const read = (path: string): string => {
    parts.add(resolve(path))
    return filesFrom.read(path)
  }
  try {
    readScenario(file, { ...filesFrom, read })
    return { parts }
  } catch (error) {
    if (!(error instanceof BrokenScenario)) throw error
    return { parts, broken: error.message }
  }
}
