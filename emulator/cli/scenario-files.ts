import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { escapePath, globSync } from 'tinyglobby'
import type { Files } from '../../scenarios/read.ts'
import { tryScenario } from '../../scenarios/read-all.ts'
import { CannotPlay } from '../../scenarios/stage.ts'

/** Files, what lies in folders, and what patterns find, in one order. */
export function filesLike(patterns: readonly string[]): string[] {
  return globSync(patterns.map(patternOf), { expandDirectories: false }).sort()
}

/** The same. @throws CannotPlay where there is none */
export function findFiles(patterns: readonly string[]): string[] {
  const found = filesLike(patterns)
  if (found.length > 0) return found
  throw new CannotPlay(whyNone(patterns))
}

function whyNone(patterns: readonly string[]): string {
  const folders = patterns.filter(isFolder)
  const others = patterns.filter((path) => !isFolder(path))
  return [
    ...folders.map((folder) => `${folder} has no .yaml or .yml`),
    ...(others.length > 0 ? [`no file is like ${others.join(' ')}`] : []),
  ].join('; ')
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** What is there is meant as it is spelled, even where that looks like a pattern. */
function patternOf(wanted: string): string {
  const path = wanted.replaceAll('\\', '/').replace(/\/+$/, '')
  if (!existsSync(path)) return path
  return isFolder(path) ? `${escapePath(path)}/**/*.{yaml,yml}` : escapePath(path)
}

/** Files of this machine; a path within a file is meant from that file. */
export const filesFrom: Files = {
  read: (path) => readFileSync(path, 'utf8'),
  resolve: (file, path) => relative('', resolve(dirname(file), path)),
}

/** Every file that a scenario is read from: itself, what it includes, its world. */
export function partsOf(file: string): ReadonlySet<string> {
  const parts = new Set<string>([resolve(file)])
  const read = (path: string): string => {
    parts.add(resolve(path))
    return filesFrom.read(path)
  }
  tryScenario(file, { ...filesFrom, read })
  return parts
}
