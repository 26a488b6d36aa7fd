import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { Files } from '../../scenarios/read.ts'

/** Scenario files on this disk, by their paths from the working directory. */
export const filesFrom: Files = {
  read: (path) => readFileSync(path, 'utf8'),
  resolve: (file, path) => relative('', resolve(dirname(file), path)),
}
