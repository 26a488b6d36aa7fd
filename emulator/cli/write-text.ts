import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotPlay } from '../../scenarios/stage.ts'

/** Writes a file that an option asked for. @throws CannotPlay where it cannot be written */
export function writeText(flag: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new CannotPlay(`${flag}: ${path} cannot be written: ${(error as Error).message}`)
  }
}
