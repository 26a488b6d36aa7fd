import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { SarifPlaces } from '../../contracts/report/sarif-location.ts'

/**
 * Where findings stand in the repository around a folder.
 * @param file what the command read, where it stands for the whole: a spec, a config file
 */
export function placesFrom(folder: string, file?: string): SarifPlaces {
  const root = above(folder, '.git') ?? folder
  const inside = relative(root, folder)
  const project = above(folder, 'package.json')
  const candidates = [file && resolve(folder, file), project && join(project, 'package.json')]
  const whole = candidates.find((path) => path && isFile(path) && !leads(root, path))
  return {
    folder: inside === '' ? '' : `${slashes(inside)}/`,
    ...(whole && { file: slashes(relative(folder, whole)) }),
  }
}

/** The nearest folder, upwards, that has something. */
function above(folder: string, name: string): string | undefined {
  if (existsSync(join(folder, name))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : above(parent, name)
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Whether a path leads out of a folder. */
function leads(root: string, path: string): boolean {
  return relative(root, path).split(sep)[0] === '..'
}

const slashes = (path: string): string => path.replaceAll(sep, '/')
